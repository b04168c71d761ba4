// attacks: 62: 64 KiB in as many writes
// terminal: too
// expect: stdoutBytes=65536
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 65536; i++) {
        if (write(1, "x", 1) != 1) {
            return 1;
        }
    }
    return 0;
}
