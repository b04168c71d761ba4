// attacks: 76: 16 MB each, until no space is left
// limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static char block[16000000];

static int fills(const char *folder)
{
    for (int i = 0; i < 30; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s/big%d", folder, i);
        int file = open(name, O_WRONLY | O_CREAT, 0600);
        if (write(file, block, sizeof block) != sizeof block) {
            return write(file, block, 1) < 0 && errno == ENOSPC;
        }
        close(file);
    }
    return 0;
}

int main(void)
{
    puts(fills("/work") && fills("/tmp") && fills("/dev/shm") ? "held" : "never got full");
    return 0;
}
