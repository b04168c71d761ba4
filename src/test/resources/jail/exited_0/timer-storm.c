// attacks: 10
// limits: cpu=2s wall=5s
#include <signal.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    signal(SIGRTMIN, SIG_IGN);
    int made = 0;
    for (int i = 0; i < 10000; i++) {
        struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
        timer_t timer;
        if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) {
            made++;
        }
    }
    puts(made < 1000 ? "held" : "made over 1000 timers");
    return 0;
}
