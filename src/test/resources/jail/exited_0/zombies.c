// attacks: 52
// limits: processes=64 cpu=2s
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    int made = 0;
    for (int i = 0; i < 1000; i++) {
        pid_t child = fork();
        if (child == 0) {
            fork();
            _exit(0);
        }
        made += child > 0;
    }
    puts(made > 0 && made < 64 ? "held" : "no limit");
    return 0;
}
