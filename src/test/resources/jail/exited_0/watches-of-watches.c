// attacks: 33: descriptors that watch each other, and more of them than are open
// limits: memory=64MiB cpu=5s
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int main(void)
{
    int chain[60], watched = 0, event = eventfd(0, 0);
    struct epoll_event all = {.events = EPOLLIN};
    for (int i = 0; i < 60; i++) {
        chain[i] = epoll_create1(0);
        int end = i == 0 ? event : chain[i - 1];
        if (epoll_ctl(chain[i], EPOLL_CTL_ADD, end, &all) != 0) {
            break;
        }
        watched++;
    }
    if (watched > 10) {
        printf("a chain of %d\n", watched);
    }
    if (epoll_ctl(chain[0], EPOLL_CTL_ADD, chain[watched > 1 ? watched - 1 : 0], &all) == 0) {
        puts("a ring");
    }
    eventfd_write(event, 1);
    puts("held");
    return 0;
}
