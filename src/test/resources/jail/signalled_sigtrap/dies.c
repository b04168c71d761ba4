// attacks: 50
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    __asm__("int3");
    return 0;
}
