// attacks: 6: every child ends long before any limit of one process
// limits: cpu=400ms wall=20s
// expect: cpu>=390ms cpu<=700ms
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (;;) {
        if (fork() == 0) {
            for (volatile unsigned i = 0; i < 1000000; i++) {
            }
            _exit(0);
        }
        wait(NULL);
    }
}
