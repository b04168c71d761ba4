// attacks: 37
// limits: memory=64MiB
// expect: memoryLimitHit
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    size_t size = 256 << 20;
    char *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(block, size, MADV_HUGEPAGE);
    memset(block, 1, size);
    return 0;
}
