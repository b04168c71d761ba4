// attacks: 10: a timer that rings at once again
// limits: cpu=1s wall=5s
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

static volatile unsigned rings;

static void ring(int signal)
{
    rings++;
}

int main(void)
{
    signal(SIGALRM, ring);
    setitimer(ITIMER_REAL, &(struct itimerval){{0, 100}, {0, 100}}, NULL);
    struct timespec now = {0};
    while (now.tv_nsec < 200000000 && now.tv_sec == 0) {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    }
    puts(rings > 0 ? "held" : "no timer rang");
    return 0;
}
