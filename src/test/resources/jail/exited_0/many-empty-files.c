// attacks: 77: files, folders, links and pipes
// limits: memory=128MiB cpu=5s wall=20s
// expect: !memoryLimitHit
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int makes(const char *folder, int i)
{
    char name[64];
    snprintf(name, sizeof name, "%s/%d", folder, i);
    switch (i % 4) {
    case 0:
        return close(open(name, O_WRONLY | O_CREAT, 0600)) == 0;
    case 1:
        return mkdir(name, 0700) == 0;
    case 2:
        return symlink("/etc/passwd", name) == 0;
    default:
        return mkfifo(name, 0600) == 0;
    }
}

int main(void)
{
    static const char *const folders[] = {"/work", "/tmp", "/dev/shm"};
    for (int f = 0; f < 3; f++) {
        int made = 0;
        while (made < 1000000 && makes(folders[f], made)) {
            made++;
        }
        if (made == 1000000) {
            puts(folders[f]);
        }
    }
    puts("held");
    return 0;
}
