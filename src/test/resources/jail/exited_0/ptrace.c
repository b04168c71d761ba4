// attacks: 53, 113
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void)
{
    pid_t child = fork();
    if (child == 0) {
        pause();
    }
    char byte;
    struct iovec here = {&byte, 1}, there = {&byte, 1};
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0 || ptrace(PTRACE_ATTACH, child, 0, 0) == 0
        || ptrace(PTRACE_SEIZE, 1, 0, 0) == 0) {
        puts("ptrace");
    }
    if (process_vm_readv(child, &here, 1, &there, 1, 0) >= 0 || process_vm_writev(1, &here, 1, &there, 1, 0) >= 0) {
        puts("process_vm");
    }
    if (syscall(SYS_kcmp, child, 1, 0, 0, 0) >= 0) {
        puts("kcmp");
    }
    int handle = (int)syscall(SYS_pidfd_open, 1, 0);
    if (syscall(SYS_pidfd_getfd, handle, 3, 0) >= 0) {
        puts("pidfd_getfd");
    }
    puts("held");
    return 0;
}
