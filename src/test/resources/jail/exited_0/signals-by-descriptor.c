// attacks: 48: init by a descriptor, and numbers of processes that are not ours
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int init = (int)syscall(SYS_pidfd_open, 1, 0);
    for (int number = 1; number < 65; number++) {
        syscall(SYS_pidfd_send_signal, init, number, NULL, 0);
        sigqueue(1, number, (union sigval){.sival_int = 1});
    }
    for (int pid = 70; pid < 5000; pid++) {
        if (syscall(SYS_pidfd_open, pid, 0) >= 0) {
            printf("process %d\n", pid);
        }
    }
    if (kill(-12345, SIGKILL) == 0) {
        puts("a group of others");
    }
    usleep(20000);
    puts(kill(1, 0) == 0 ? "held" : "init is gone");
    return 0;
}
