// attacks: 60
// limits: output=64KiB
// expect: outputTruncated !errorsTruncated stdoutBytes=65536
#include <stdio.h>

int main(void)
{
    for (;;) {
        puts("more and more");
    }
}
