// attacks: 106, 112: filters, encryption in the kernel, data out of band, and lines of another kind
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef TCP_ULP
#define TCP_ULP 31
#endif

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    struct sock_filter all = BPF_STMT(BPF_RET | BPF_K, 0xffffffff);
    struct sock_fprog program = {1, &all};
    int tcp = socket(AF_INET, SOCK_STREAM, 0), udp = socket(AF_INET, SOCK_DGRAM, 0), pair[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    must_fail(setsockopt(tcp, IPPROTO_TCP, TCP_ULP, "tls", 4), "TLS in the kernel");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program), "a filter");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &program, sizeof program), "a filter of groups");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_ATTACH_BPF, &(int){0}, sizeof(int)), "a program");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_MARK, &(int){1}, sizeof(int)), "a mark");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_RCVBUFFORCE, &(int){1 << 30}, sizeof(int)), "any buffer");
    must_fail(setsockopt(udp, SOL_SOCKET, SO_DEBUG, &(int){1}, sizeof(int)), "debugging");
    must_fail(send(pair[0], "x", 1, MSG_OOB), "out of band");
    for (int family = AF_INET; family <= AF_INET6; family += AF_INET6 - AF_INET) {
        for (int protocol = 1; protocol < 264; protocol++) {
            for (int type = 1; type <= 6; type++) {
                int made = socket(family, type, protocol);
                if (made >= 0 && protocol != IPPROTO_TCP && protocol != IPPROTO_UDP) {
                    printf("family %d, type %d, protocol %d\n", family, type, protocol);
                }
                close(made);
            }
        }
    }
    int terminal = open("/dev/pts/ptmx", O_RDWR | O_NOCTTY);
    for (int kind = 0; kind < 32; kind++) {
        must_fail(ioctl(terminal, TIOCSETD, &kind), "another kind of line");
    }
    puts("held");
    return 0;
}
