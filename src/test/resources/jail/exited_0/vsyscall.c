// attacks: 116: the page that is at the same address everywhere
// or: signalled_sigsegv
#include <stdio.h>
#include <time.h>

int main(void)
{
    time_t (*ancient_time)(time_t *) = (time_t (*)(time_t *))0xffffffffff600400;
    fprintf(stderr, "%d\n", ancient_time(NULL) > 0);
    puts("held");
    return 0;
}
