// attacks: 17: as many pieces of memory as the kernel will describe
// limits: memory=64MiB cpu=5s
// expect: !memoryLimitHit
#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    int made = 0;
    while (made < 1000000 && mmap(NULL, 4096, made % 2 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED) {
        made++;
    }
    fprintf(stderr, "%d\n", made);
    puts(made < 1000000 && errno == ENOMEM ? "held" : "no end");
    return 0;
}
