// attacks: 8: no alarm, no signal and no limit of its own saves it from the wall clock
// limits: wall=400ms
// expect: wall>=400ms
#define _GNU_SOURCE
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int main(void)
{
    for (int number = 1; number <= 64; number++) {
        signal(number, SIG_IGN);
    }
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    setrlimit(RLIMIT_CPU, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    prctl(PR_SET_PDEATHSIG, 0);
    prctl(PR_SET_TIMERSLACK, 1000000000ul);
    for (;;) {
        usleep(1000);
    }
}
