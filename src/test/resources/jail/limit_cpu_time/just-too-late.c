// attacks: 13: would end just after its limit
// limits: cpu=500ms wall=20s
// expect: cpu>=490ms cpu<=600ms
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < 600);
    puts("held");
    return 0;
}
