// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGQUIT);
    return 0;
}
