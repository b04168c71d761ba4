// attacks: 41: new sessions, deaf to every signal
// limits: processes=64 cpu=500ms wall=20s
// expect: processLimitHit
#include <signal.h>
#include <unistd.h>

int main(void)
{
    for (int i = 1; i < 65; i++) {
        signal(i, SIG_IGN);
    }
    for (;;) {
        if (fork() == 0) {
            setsid();
        }
    }
}
