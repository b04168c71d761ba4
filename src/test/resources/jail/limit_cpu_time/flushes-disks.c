// attacks: 1, 80: the host's disks, if it could
// limits: cpu=300ms wall=5s
// expect: wall<=4s
#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

int main(void)
{
    int root = open("/", O_RDONLY), file = open("/usr/bin/perl", O_RDONLY);
    for (;;) {
        sync();
        if (syncfs(root) != 0 || syncfs(file) != 0) {
            return 1;
        }
    }
}
