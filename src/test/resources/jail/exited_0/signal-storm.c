// attacks: 10: signals that nobody takes wait in the kernel, but not without number
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    int sent = 0;
    while (sent < 100000 && sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = sent}) == 0) {
        sent++;
    }
    fprintf(stderr, "%d signals\n", sent);
    puts(sent <= 1024 && errno == EAGAIN ? "held" : "no end");
    return 0;
}
