// attacks: 17: a program whose variables would fill the host
// or: could_not_start signalled_sigkill signalled_sigsegv
// expect: !memoryLimitHit peak<=16MiB
#include <stdio.h>

static char array[1ull << 30][64];

int main(void)
{
    array[1 << 20][0] = 1;
    puts("held");
    return 0;
}
