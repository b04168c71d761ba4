// attacks: 50
#include <signal.h>

int main(void)
{
    raise(SIGHUP);
    return 0;
}
