// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGINT);
    return 0;
}
