// attacks: 33
// or: exited_0
// limits: memory=64MiB cpu=5s wall=20s processes=16
// expect: memoryLimitHit stdout=
#define _GNU_SOURCE
#include <sys/socket.h>
#include <unistd.h>

static char block[65536];

int main(void)
{
    for (int child = 0; child < 10; child++) {
        if (fork() == 0) {
            for (int i = 0, ends[2]; i < 100 && socketpair(AF_UNIX, i % 2 ? SOCK_STREAM : SOCK_DGRAM, 0, ends) == 0; i++) {
                setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &(int){64 << 20}, sizeof(int));
                while (send(ends[0], block, sizeof block, MSG_DONTWAIT) > 0) {
                }
            }
            pause();
        }
    }
    usleep(500000 * @TIME_FACTOR@);
    return 0;
}
