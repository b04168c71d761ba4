// attacks: 78: deaf to the signal, it gets the error
// limits: fileSize=1MiB
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    signal(SIGXFSZ, SIG_IGN);
    int file = open("sparse", O_RDWR | O_CREAT, 0600);
    if (ftruncate(file, 1ll << 60) == 0 || errno != EFBIG) {
        perror("ftruncate");
    }
    if (fallocate(file, 0, 0, 1ll << 40) == 0) {
        puts("fallocate");
    }
    if (pwrite(file, "x", 1, 1ll << 60) == 1) {
        puts("pwrite");
    }
    puts("held");
    return 0;
}
