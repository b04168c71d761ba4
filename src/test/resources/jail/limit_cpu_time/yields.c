// attacks: 1: gives its turn away, again and again
// limits: cpu=300ms wall=20s processes=16
#include <sched.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        fork();
    }
    for (;;) {
        sched_yield();
    }
}
