// attacks: 36: the cache of what it reads is taken back, not held against it
// limits: memory=32MiB cpu=5s wall=20s
// expect: !memoryLimitHit peak<=33MiB
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static long long left = 200000000;

// Through the call and through the page table.
static int take(const char *path, const struct stat *about, int type, struct FTW *where)
{
    static char block[65536];
    (void)where;
    int file = type == FTW_F ? open(path, O_RDONLY) : -1;
    if (file < 0) {
        return 0;
    }
    volatile char *mapped = mmap(NULL, about->st_size > 0 ? (size_t)about->st_size : 1, PROT_READ, MAP_SHARED, file, 0);
    for (off_t at = 0; mapped != MAP_FAILED && at < about->st_size; at += 4096) {
        (void)mapped[at];
    }
    while (read(file, block, sizeof block) > 0) {
    }
    if (mapped != MAP_FAILED) {
        munmap((void *)mapped, about->st_size > 0 ? (size_t)about->st_size : 1);
    }
    close(file);
    left -= about->st_size;
    return left < 0;
}

int main(void)
{
    nftw("/usr/lib", take, 16, FTW_PHYS);
    puts("held");
    return 0;
}
