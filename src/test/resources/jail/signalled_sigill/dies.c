// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    __builtin_trap();
    return 0;
}
