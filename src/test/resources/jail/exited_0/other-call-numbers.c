// attacks: 116, 117: the x32 numbers of forbidden calls, and numbers that nobody knows
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static const long forbidden[] = {SYS_ptrace, SYS_unshare, SYS_mount, SYS_bpf, SYS_keyctl, SYS_setns, SYS_io_uring_setup};
    for (unsigned i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        if (syscall(forbidden[i] | 0x40000000, 0, 0, 0, 0, 0) >= 0) {
            printf("x32 %ld\n", forbidden[i]);
        }
    }
    for (long number = 470; number < 1024; number++) {
        if (syscall(number, 0, 0, 0, 0, 0) >= 0) {
            printf("call %ld\n", number);
        }
    }
    if (syscall(-1) >= 0 || syscall(0x80000000) >= 0) {
        puts("impossible call");
    }
    puts("held");
    return 0;
}
