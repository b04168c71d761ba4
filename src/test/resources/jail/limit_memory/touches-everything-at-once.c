// attacks: 24
// or: limit_cpu_time exited_0
// limits: memory=64MiB cpu=2s wall=10s processes=32
// expect: memoryLimitHit stdout=
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// All at the same moment, so that the limit is met by many at once.
int main(void)
{
    char *start = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < 14; i++) {
        if (fork() == 0) {
            while (!*(volatile char *)start) {
            }
            char *block = mmap(NULL, 32 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            memset(block, 1, 32 << 20);
            pause();
        }
    }
    *start = 1;
    char *block = mmap(NULL, 60 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memset(block, 1, 60 << 20);
    return 0;
}
