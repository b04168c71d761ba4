// attacks: 9
// limits: wall=400ms
// expect: wall>=390ms wall<=500ms
#include <signal.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        for (;;) {
            pause();
        }
    }
    kill(0, SIGSTOP);
    for (;;) {
        pause();
    }
}
