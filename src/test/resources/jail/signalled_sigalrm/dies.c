// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGALRM);
    return 0;
}
