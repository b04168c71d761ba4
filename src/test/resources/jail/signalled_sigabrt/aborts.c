// attacks: 49
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    abort();
    return 0;
}
