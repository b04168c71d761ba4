// attacks: 33: every kind of thing that a descriptor can stand for, until there is no more
// limits: memory=128MiB cpu=5s
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int one(int kind)
{
    sigset_t none;
    sigemptyset(&none);
    switch (kind) {
    case 0: return epoll_create1(0);
    case 1: return eventfd(0, 0);
    case 2: return timerfd_create(CLOCK_MONOTONIC, 0);
    case 3: return memfd_create("x", 0);
    case 4: return (int)syscall(SYS_pidfd_open, getpid(), 0);
    case 5: return signalfd(-1, &none, 0);
    case 6: return socket(AF_UNIX, SOCK_STREAM, 0);
    case 7: return socket(AF_INET6, SOCK_STREAM, 0);
    case 8: return open("/proc/self/status", O_RDONLY);
    case 9: return open("/tmp", O_TMPFILE | O_RDWR, 0600);
    case 10: return open("/usr", O_PATH);
    default: return open("/proc/self/ns/net", O_RDONLY);
    }
}

int main(void)
{
    for (int kind = 0; kind < 12; kind++) {
        int made = 0;
        while (made < 5000 && one(kind) >= 0) {
            made++;
        }
        if (made > 300 || errno != EMFILE) {
            printf("kind %d: %d, errno %d\n", kind, made, errno);
        }
        close_range(3, ~0u, 0);
    }
    puts("held");
    return 0;
}
