// attacks: 9: its children, itself, and whoever else hears it
// limits: wall=400ms
// expect: wall>=400ms cpu<=200ms
#include <signal.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 8; i++) {
        if (fork() == 0) {
            setsid();
            for (;;) {
                pause();
            }
        }
    }
    usleep(10000);
    kill(1, SIGSTOP);
    kill(-1, SIGSTOP);
    raise(SIGSTOP);
    return 0;
}
