// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    *(volatile int *)8 = 1;
    return 0;
}
