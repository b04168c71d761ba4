// attacks: 34
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

int main(void)
{
    size_t size = 8 << 20;
    void *block = malloc(size);
    if (mlock(block, size) == 0) {
        puts("mlock");
    }
    if (mlockall(MCL_CURRENT | MCL_FUTURE) == 0) {
        puts("mlockall");
    }
    puts("held");
    return 0;
}
