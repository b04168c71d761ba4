// attacks: 109
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static const unsigned long flags[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID,
                                          CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP, 0x80};
    for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (unshare((int)flags[i]) == 0) {
            printf("unshare %lx\n", flags[i]);
        }
        if (i < 7) {
            long child = syscall(SYS_clone, flags[i] | SIGCHLD, 0, 0, 0, 0);
            if (child == 0) {
                _exit(0);
            }
            if (child > 0) {
                printf("clone %lx\n", flags[i]);
            }
        }
    }
    struct clone_args arguments = {.flags = CLONE_NEWUSER, .exit_signal = SIGCHLD};
    long child = syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child == 0) {
        _exit(0);
    }
    if (child > 0) {
        puts("clone3");
    }
    if (setns(open("/proc/self/ns/user", O_RDONLY), 0) == 0 || setns(open("/proc/1/ns/net", O_RDONLY), 0) == 0) {
        puts("setns");
    }
    puts("held");
    return 0;
}
