// attacks: 13: ends just before its limit
// limits: cpu=500ms wall=20s
// expect: cpu>=450ms cpu<=500ms
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < 450);
    puts("held");
    return 0;
}
