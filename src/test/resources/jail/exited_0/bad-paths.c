// attacks: 90
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("%s", O_RDONLY) >= 0 || errno != ENOENT) {
        puts("a file called %s");
    }
    if (open(NULL, O_RDONLY) >= 0 || errno != EFAULT) {
        puts("a file called null");
    }
    if (open((const char *)0xaa, O_RDONLY) >= 0 || errno != EFAULT) {
        puts("a file at 0xaa");
    }
    puts("held");
    return 0;
}
