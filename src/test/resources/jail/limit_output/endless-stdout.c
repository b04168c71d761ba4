// attacks: 60
// terminal: too
// terminal: too
// limits: output=64KiB
// expect: outputTruncated !errorsTruncated stdoutBytes=65536
#include <stdio.h>

int main(void)
{
    for (;;) {
        puts("more and more");
    }
}
