// attacks: 32: each slot has a kernel quota of its own
// limits: memory=64MiB
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int pipes = 0, grown = 0, ends[2];
    while (pipes < 200 && pipe2(ends, O_NONBLOCK) == 0) {
        pipes++;
        grown += fcntl(ends[1], F_SETPIPE_SZ, 1 << 20) > 0;
    }
    fprintf(stderr, "%d pipes, %d of a mebibyte\n", pipes, grown);
    puts(pipes < 200 && grown <= 64 ? "held" : "too many");
    return 0;
}
