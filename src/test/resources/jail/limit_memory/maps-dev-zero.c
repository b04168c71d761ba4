// attacks: 16
// limits: memory=64MiB cpu=5s wall=20s processes=16
// expect: memoryLimitHit
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    int zero = open("/dev/zero", O_RDWR);
    for (int i = 0; i < 64; i++) {
        int kind = i % 2 ? MAP_SHARED : MAP_PRIVATE;
        memset(mmap(NULL, 4 << 20, PROT_READ | PROT_WRITE, kind, zero, 0), 1, 4 << 20);
    }
    return 0;
}
