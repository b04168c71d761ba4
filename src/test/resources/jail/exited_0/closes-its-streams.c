// attacks: 65
// terminal: too
// expect: stdoutBytes=0
#include <unistd.h>

int main(void)
{
    close(0);
    close(1);
    close(2);
    usleep(100000);
    return 0;
}
