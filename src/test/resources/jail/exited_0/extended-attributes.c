// attacks: 77: what is said about files is counted like files
// or: limit_memory
// limits: memory=64MiB cpu=5s wall=20s
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

static char value[60000];

int main(void)
{
    static const char *const folders[] = {"/work", "/tmp", "/dev/shm"};
    memset(value, 'x', sizeof value);
    for (int f = 0; f < 3; f++) {
        long bytes = 0;
        for (int i = 0; i < 50; i++) {
            char file[64], name[64];
            snprintf(file, sizeof file, "%s/%d", folders[f], i);
            close(open(file, O_WRONLY | O_CREAT, 0600));
            for (int j = 0; j < 100; j++) {
                snprintf(name, sizeof name, "user.%d", j);
                bytes += setxattr(file, name, value, sizeof value, 0) == 0 ? (long)sizeof value : 0;
            }
        }
        if (bytes > 128l << 20) {
            printf("%s took %ld bytes\n", folders[f], bytes);
        }
    }
    puts("held");
    return 0;
}
