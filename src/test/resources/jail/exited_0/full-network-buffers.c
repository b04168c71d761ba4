// attacks: 33: what TCP and UDP hold is bounded by the limit, and the host's own sockets go on
// or-v2: limit_memory
// limits: memory=64MiB cpu=5s wall=20s processes=16
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char block[60000];

// What all sockets of the machine hold, as the kernel counts it for every network namespace together.
static long held_mebibytes(const char *protocol)
{
    char text[4096], *line;
    int file = open("/proc/net/sockstat", O_RDONLY);
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length > 0 ? length : 0] = '\0';
    line = strstr(text, protocol);
    line = line ? strstr(line, "mem ") : NULL;
    return line ? atol(line + 4) * 4 / 1024 : 0;
}

static int bound_socket(int type, struct sockaddr_in *address)
{
    socklen_t length = sizeof *address;
    int bound = socket(AF_INET, type | SOCK_NONBLOCK, 0);
    *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    setsockopt(bound, SOL_SOCKET, SO_RCVBUF, &(int){64 << 20}, sizeof(int));
    bind(bound, (struct sockaddr *)address, sizeof *address);
    getsockname(bound, (struct sockaddr *)address, &length);
    return bound;
}

static void fill_udp(void)
{
    for (int i = 0; i < 100; i++) {
        struct sockaddr_in address;
        int bound = bound_socket(SOCK_DGRAM, &address);
        for (int j = 0; j < 40; j++) {
            sendto(bound, block, sizeof block, MSG_DONTWAIT, (struct sockaddr *)&address, sizeof address);
        }
    }
}

static void fill_tcp(void)
{
    struct sockaddr_in address;
    int listener = bound_socket(SOCK_STREAM, &address);
    listen(listener, 128);
    for (int i = 0; i < 100; i++) {
        int from = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        setsockopt(from, SOL_SOCKET, SO_SNDBUF, &(int){64 << 20}, sizeof(int));
        connect(from, (struct sockaddr *)&address, sizeof address);
        accept(listener, NULL, NULL);
        for (int idle = 0; idle < 3; idle++) {
            while (send(from, block, sizeof block, MSG_DONTWAIT) > 0) {
            }
            usleep(1000);
        }
    }
}

int main(void)
{
    long udp = held_mebibytes("UDP: "), tcp = held_mebibytes("TCP: ");
    int told[2];
    if (pipe(told) != 0) {
        return 1;
    }
    for (int i = 0; i < 8; i++) {
        if (fork() == 0) {
            i % 2 ? fill_udp() : fill_tcp();
            close(told[0]);
            close(told[1]);
            pause();
        }
    }
    close(told[1]);
    char byte;
    if (read(told[0], &byte, 1) != 0) {
        puts("something was told");
    }
    udp = held_mebibytes("UDP: ") - udp;
    tcp = held_mebibytes("TCP: ") - tcp;
    fprintf(stderr, "%ld MiB of UDP, %ld of TCP\n", udp, tcp);
    puts(udp + tcp <= 128 ? "held" : "more than its limit");
    return 0;
}
