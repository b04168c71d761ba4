// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
#include <unistd.h>

int main()
{
    close(0);
    close(1);
    close(2);
    usleep(100000);
}
