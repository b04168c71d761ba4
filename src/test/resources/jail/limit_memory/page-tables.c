// attacks: 16: what describes memory is memory
// limits: memory=64MiB cpu=5s wall=20s processes=16
// expect: memoryLimitHit
#include <stddef.h>
#include <sys/mman.h>

// Reads one byte of every two megabytes: no memory of its own, but a table for each.
int main(void)
{
    size_t size = 64ull << 30, step = 2 << 20;
    for (int i = 0; i < 8; i++) {
        volatile char *space = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        madvise((void *)space, size, MADV_NOHUGEPAGE);
        for (size_t at = 0; at < size; at += step) {
            (void)space[at];
        }
    }
    return 0;
}
