// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    volatile int five = 5, zero = 0;
    return five / zero;
    return 0;
}
