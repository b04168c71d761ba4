// attacks: 44, 60: the main program is gone, what it left prints on
// or: exited_0
// limits: output=64KiB
// terminal: too
// expect: stdoutBytes<=65536 stderrBytes<=65536
#include <unistd.h>

static char block[4096];

int main(void)
{
    for (int i = 0; i < 8; i++) {
        if (fork() == 0) {
            setsid();
            for (;;) {
                if (write(1 + i % 2, block, sizeof block) < 0) {
                    _exit(1);
                }
            }
        }
    }
    usleep(1000);
    return 0;
}
