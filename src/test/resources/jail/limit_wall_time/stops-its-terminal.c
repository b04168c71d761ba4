// attacks: 62, 73: nothing flows any more, and it waits until it does
// terminal: only
// limits: wall=700ms
// expect: wall>=700ms
#include <termios.h>
#include <unistd.h>

static char block[65536];

int main(void)
{
    tcflow(0, TCOOFF);
    for (;;) {
        if (write(1, block, sizeof block) < 0) {
            return 1;
        }
    }
}
