// attacks: 10: a hundred timers that ring at once again
// limits: cpu=300ms wall=20s
// expect: cpu>=300ms cpu<=450ms
#include <poll.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { TIMERS = 100 };

int main(void)
{
    struct pollfd timers[TIMERS];
    for (int i = 0; i < TIMERS; i++) {
        timers[i] = (struct pollfd){timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), POLLIN, 0};
        timerfd_settime(timers[i].fd, 0, &(struct itimerspec){{0, 1}, {0, 1}}, NULL);
    }
    for (;;) {
        poll(timers, TIMERS, -1);
        for (int i = 0; i < TIMERS; i++) {
            uint64_t rings;
            if (read(timers[i].fd, &rings, sizeof rings) < 0) {
                continue;
            }
        }
    }
}
