// attacks: 29
// limits: memory=64MiB
// expect: !memoryLimitHit peak<=60MiB
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    size_t size = 40 << 20;
    char *shared = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    memset(shared, 1, size);
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            memset(shared, i, size);
            _exit(0);
        }
    }
    int status, bad = 0;
    while (wait(&status) > 0) {
        bad |= status;
    }
    puts(bad ? "a child failed" : "held");
    return 0;
}
