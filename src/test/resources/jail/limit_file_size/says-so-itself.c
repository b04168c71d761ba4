// attacks: 50: the signal of a limit, raised by the program, is told as that limit
#include <signal.h>

int main(void)
{
    raise(SIGXFSZ);
    return 0;
}
