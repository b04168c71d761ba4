// attacks: 33, 74: sockets sent over sockets that nobody reads
// or: limit_memory
// limits: memory=64MiB cpu=5s wall=20s processes=16
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int send_on(int over, int fd)
{
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int))];
    } control = {0};
    char byte = 0;
    struct iovec data = {&byte, 1};
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    return (int)sendmsg(over, &message, MSG_DONTWAIT);
}

int main(void)
{
    int last[2], next[2], under_way = 0;
    socketpair(AF_UNIX, SOCK_STREAM, 0, last);
    // Each pair goes into the next and is closed here: only the kernel knows of it.
    while (under_way < 100000 && socketpair(AF_UNIX, SOCK_STREAM, 0, next) == 0) {
        if (send_on(next[0], last[0]) < 0 || send_on(next[0], last[1]) < 0) {
            break;
        }
        close(last[0]);
        close(last[1]);
        memcpy(last, next, sizeof last);
        under_way++;
    }
    fprintf(stderr, "%d\n", under_way);
    puts(under_way < 100000 ? "held" : "no end");
    return 0;
}
