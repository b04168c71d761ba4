// attacks: 62
// limits: output=1MiB
// expect: stdoutBytes=200000 stderrBytes=200000
#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 200000; i++) {
        putchar('o');
    }
    fflush(stdout);
    for (int i = 0; i < 200000; i++) {
        putc('e', stderr);
    }
    return 0;
}
