// attacks: 28: what is closed is free again
// limits: memory=64MiB
// expect: !memoryLimitHit
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    static char block[4 << 20];
    memset(block, 1, sizeof block);
    for (int i = 0; i < 100; i++) {
        int file = memfd_create("x", 0);
        if (file < 0 || write(file, block, sizeof block) != sizeof block) {
            perror("memfd");
            return 1;
        }
        close(file);
    }
    puts("held");
    return 0;
}
