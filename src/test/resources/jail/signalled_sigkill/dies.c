// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGKILL);
    return 0;
}
