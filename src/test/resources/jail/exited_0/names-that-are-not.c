// attacks: 36: what the kernel remembers of missing files is taken back
// limits: memory=16MiB cpu=5s wall=20s
// expect: !memoryLimitHit peak<=17MiB
#include <stdio.h>
#include <sys/stat.h>

int main(void)
{
    static const char *const folders[] = {"/tmp", "/usr/bin", "/", "/proc/self"};
    for (int i = 0; i < 200000; i++) {
        char name[64];
        struct stat about;
        snprintf(name, sizeof name, "%s/missing-%d", folders[i % 4], i);
        if (stat(name, &about) == 0) {
            puts(name);
        }
    }
    puts("held");
    return 0;
}
