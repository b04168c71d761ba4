// attacks: 61
// limits: output=64KiB
// expect: !outputTruncated stdoutBytes=65536
#include <unistd.h>

int main(void)
{
    static char block[65536];
    for (unsigned sent = 0; sent < sizeof block;) {
        sent += write(1, block + sent, sizeof block - sent);
    }
    return 0;
}
