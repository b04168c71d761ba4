// attacks: 62: all that was written before a limit arrives
// terminal: too
// limits: cpu=300ms wall=20s
// expect: stdoutBytes=60000
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 6000; i++) {
        if (write(1, "123456789\n", 10) != 10) {
            return 1;
        }
    }
    for (volatile unsigned i = 0;; i++) {
    }
}
