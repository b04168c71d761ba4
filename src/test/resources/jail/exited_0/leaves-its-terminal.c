// attacks: 41, 73: a new session without a terminal, then with the old one, then with one of its own
// terminal: only
// limits: wall=5s
// expect: stdout=held
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    signal(SIGHUP, SIG_IGN);
    if (fork() == 0) {
        setsid();
        int taken = ioctl(0, TIOCSCTTY, 1), own = open("/dev/ptmx", O_RDWR);
        unlockpt(own);
        int slave = open(ptsname(own), O_RDWR);
        _exit(taken == 0 ? 1 : slave < 0 ? 2 : 0);
    }
    int status = 0;
    wait(&status);
    ioctl(0, TIOCNOTTY);
    if (open("/dev/tty", O_RDWR) >= 0) {
        puts("still has it");
    }
    printf(WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "held\n" : "took a terminal: %d\n", WEXITSTATUS(status));
    return 0;
}
