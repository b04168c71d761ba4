// attacks: 13: ends at 0.99 of its limit
// limits: cpu=1500ms wall=20s
// repeat: 20
// expect: cpu>=1485ms cpu<=1500ms
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec used;
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1000000 < 1485 * @TIME_FACTOR@);
    puts("held");
    return 0;
}
