// attacks: 26
// limits: memory=128MiB fileSize=64MiB
// expect: !memoryLimitHit peak>=24MiB
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char block[1 << 20];
    memset(block, 1, sizeof block);
    int file = open("/dev/shm/full", O_RDWR | O_CREAT, 0600);
    int written = 0;
    while (written < 256 && write(file, block, sizeof block) == sizeof block) {
        written++;
    }
    fprintf(stderr, "%d MiB, %s\n", written, strerror(errno));
    puts(written <= 64 && errno == ENOSPC ? "held" : "no end");
    return 0;
}
