// attacks: 60: each has its own limit
// terminal: too
// limits: output=64KiB
// expect: stdoutBytes<=65536 stderrBytes<=65536 stdoutBytes>=60000 stderrBytes>=60000
#include <unistd.h>

int main(void)
{
    static char block[4096];
    for (;;) {
        write(1, block, sizeof block);
        write(2, block, sizeof block);
    }
}
