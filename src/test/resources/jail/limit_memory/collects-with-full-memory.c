// attacks: 26, 97: nothing is left for init to send files with
// or: exited_0
// profile: compile
// limits: memory=48MiB fileSize=16MiB cpu=10s wall=20s
// collect: *
// expect: memoryLimitHit stdout=
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static char block[65536];

// Files are memory that outlives whoever wrote them.
static void fill(int round)
{
    static const char *const folders[] = {"/work", "/tmp", "/dev/shm"};
    for (int i = 0; i < 60; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s/%d-%d", folders[i % 3], round, i);
        int file = open(name, O_CREAT | O_WRONLY, 0600);
        for (int blocks = 0; blocks < 64 && write(file, block, sizeof block) > 0; blocks++) {
        }
        close(file);
    }
}

int main(void)
{
    for (int round = 0; round < 10; round++) {
        if (fork() == 0) {
            fill(round);
            _exit(0);
        }
        wait(NULL);
    }
    return 0;
}
