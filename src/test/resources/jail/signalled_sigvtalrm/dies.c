// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGVTALRM);
    return 0;
}
