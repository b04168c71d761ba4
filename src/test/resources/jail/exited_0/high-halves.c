// attacks: 116: the kernel looks at half of an argument, and so does the filter
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static const long high = 0x7700000000;

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    int terminal = open("/dev/pts/ptmx", O_RDWR | O_NOCTTY), file = open("/usr/bin/perl", O_RDONLY);
    unsigned long limits[] = {0, 0};
    must_fail(syscall(SYS_ioctl, high | terminal, high | 0x5412, "x"), "TIOCSTI");
    must_fail(syscall(SYS_ioctl, terminal, high | 0x5423, &(int){0}), "TIOCSETD");
    must_fail(syscall(SYS_fcntl, file, high | F_SETLEASE, F_RDLCK), "F_SETLEASE");
    must_fail(syscall(SYS_fcntl, open("/usr", O_RDONLY), high | F_NOTIFY, DN_ACCESS), "F_NOTIFY");
    must_fail(syscall(SYS_prctl, high | PR_SET_SECCOMP, 1, 0, 0, 0), "PR_SET_SECCOMP");
    must_fail(syscall(SYS_prctl, high | PR_SET_TSC, PR_TSC_SIGSEGV, 0, 0, 0), "PR_SET_TSC");
    must_fail(syscall(SYS_socket, high | 40, SOCK_STREAM, 0), "AF_VSOCK");
    must_fail(syscall(SYS_socket, high | AF_NETLINK, SOCK_RAW, high | 12), "netfilter");
    must_fail(syscall(SYS_socket, AF_INET, SOCK_STREAM, high | 262), "MPTCP");
    must_fail(syscall(SYS_prlimit64, 0, high | 4, limits, 0), "RLIMIT_CORE");
    must_fail(syscall(SYS_prlimit64, high | 1, 7, limits, 0), "init's RLIMIT_NOFILE");
    must_fail(syscall(SYS_personality, high | 0x0040000), "ADDR_NO_RANDOMIZE");
    must_fail(syscall(SYS_sched_setscheduler, high | 1, SCHED_IDLE, &(int){0}), "init's scheduler");
    must_fail(syscall(SYS_mknod, "/tmp/c", high | 0020600, 0), "a device");
    must_fail(syscall(SYS_mknod, "/tmp/d", high | 0x7710000 | 0020600, 0), "another device");
    long child = syscall(SYS_clone, high | CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
    if (child == 0) {
        _exit(0);
    }
    must_fail(child, "CLONE_NEWUSER");
    puts("held");
    return 0;
}
