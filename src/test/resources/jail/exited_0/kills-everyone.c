// attacks: 48
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    signal(SIGTERM, SIG_IGN);
    for (int number = 1; number <= 64; number++) {
        kill(1, number);
    }
    usleep(20000);
    if (kill(1, 0) != 0) {
        puts("killed init");
    }
    for (int pid = 100; pid < 40000; pid++) {
        if (syscall(SYS_tgkill, pid, pid, SIGKILL) == 0) {
            printf("killed %d\n", pid);
        }
    }
    kill(-1, SIGTERM);
    puts("held");
    return 0;
}
