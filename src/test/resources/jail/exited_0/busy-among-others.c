// attacks: 14: others that are busy at the same time cost it no CPU time
// limits: cpu=2s
// expect: cpu>=300ms cpu<=360ms
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < 300);
    puts("held");
    return 0;
}
