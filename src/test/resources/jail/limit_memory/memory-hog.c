// attacks: 16
// limits: memory=64MiB
// expect: memoryLimitHit peak>=56MiB peak<=66MiB
#include <stdlib.h>
#include <string.h>

int main(void)
{
    for (int i = 0; i < 128; i++) {
        char *block = malloc(1 << 20);
        if (block == NULL) {
            return 1;
        }
        memset(block, i + 1, 1 << 20);
    }
    return 0;
}
