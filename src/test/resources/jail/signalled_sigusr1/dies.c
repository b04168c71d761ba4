// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    raise(SIGUSR1);
    return 0;
}
