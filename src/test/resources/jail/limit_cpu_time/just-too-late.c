// attacks: 13: would end at 1.01 of its limit
// limits: cpu=500ms wall=20s
// repeat: 20
// expect: cpu>=500ms
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < 505 * @TIME_FACTOR@);
    puts("held");
    return 0;
}
