// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    raise(SIGBUS);
    return 0;
}
