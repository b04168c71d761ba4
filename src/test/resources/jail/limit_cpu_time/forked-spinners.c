// attacks: 5: each child has a CPU clock of its own for RLIMIT_CPU
// limits: cpu=400ms wall=20s
// expect: cpu>=390ms cpu<=700ms
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (;;) {
        if (fork() == 0) {
            for (volatile unsigned i = 0;; i++) {
            }
        }
        wait(NULL);
    }
}
