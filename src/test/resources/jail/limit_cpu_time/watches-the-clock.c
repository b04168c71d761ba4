// attacks: 3
// limits: cpu=400ms wall=20s
// expect: cpu>=390ms cpu<=500ms
#include <time.h>

int main(void)
{
    struct timespec start, now;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (now.tv_sec - start.tv_sec < 10);
    return 0;
}
