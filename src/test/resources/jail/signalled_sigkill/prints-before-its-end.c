// attacks: 62: all that was written before a kill arrives
// terminal: too
// expect: stdoutBytes=60000 stderrBytes=60000
#include <signal.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 6000; i++) {
        if (write(1, "123456789\n", 10) + write(2, "123456789\n", 10) != 20) {
            return 1;
        }
    }
    raise(SIGKILL);
    return 0;
}
