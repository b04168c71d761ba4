// attacks: 32, 33: kernel memory behind pipes and sockets belongs to the job too
// limits: memory=32MiB
// expect: memoryLimitHit
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    static char block[65536];
    int ends[2];
    for (int i = 0; i < 60; i++) {
        if (pipe2(ends, O_NONBLOCK) == 0) {
            fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
            while (write(ends[1], block, sizeof block) > 0) {
            }
        }
    }
    for (int i = 0; i < 60; i++) {
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0) {
            setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &(int){64 << 20}, sizeof(int));
            while (write(ends[0], block, sizeof block) > 0) {
            }
        }
    }
    return 0;
}
