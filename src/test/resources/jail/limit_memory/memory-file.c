// attacks: 16, 28
// limits: memory=64MiB cpu=5s wall=20s processes=16
// expect: memoryLimitHit
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char block[1 << 20];

// In a file without a name, and none of it mapped.
int main(void)
{
    memset(block, 1, sizeof block);
    for (int i = 0; i < 64; i++) {
        int file = memfd_create("hoard", 0);
        for (int j = 0; j < 8 && write(file, block, sizeof block) > 0; j++) {
        }
    }
    return 0;
}
