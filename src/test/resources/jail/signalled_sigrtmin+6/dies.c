// attacks: 50
#include <signal.h>

int main(void)
{
    raise(40);
    return 0;
}
