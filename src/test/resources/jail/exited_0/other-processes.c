// attacks: 126: by number, by group, by session, by what they have open
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

int main(void)
{
    if (getpid() > 16 || getppid() != 1) {
        printf("process %d of %d\n", getpid(), getppid());
    }
    for (int pid = 64; pid < 70000; pid++) {
        if (kill(pid, 0) == 0 || errno != ESRCH || getpgid(pid) >= 0 || getsid(pid) >= 0) {
            printf("process %d\n", pid);
        }
    }
    char name[64];
    for (int pid = 64; pid < 5000; pid++) {
        snprintf(name, sizeof name, "/proc/%d", pid);
        if (access(name, F_OK) == 0) {
            puts(name);
        }
    }
    puts("held");
    return 0;
}
