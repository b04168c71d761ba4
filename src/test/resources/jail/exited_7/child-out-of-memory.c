// attacks: 25: the parent lives and says how it ends
// limits: memory=64MiB
// expect: memoryLimitHit stdout=child-killed
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        for (;;) {
            memset(malloc(1 << 20), 1, 1 << 20);
        }
    }
    int status;
    wait(&status);
    puts(WIFSIGNALED(status) ? "child-killed" : "child-lives");
    return 7;
}
