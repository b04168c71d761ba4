// attacks: 24: together too much, none alone; the one that waits for them is killed too or dies of it
// limits: memory=64MiB
// expect: memoryLimitHit
#include <signal.h>
#include <string.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    size_t size = 26 << 20;
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            memset(malloc(size), 1, size);
            pause();
        }
    }
    int status;
    wait(&status);
    if (WIFSIGNALED(status)) {
        raise(WTERMSIG(status));
    }
    return 0;
}
