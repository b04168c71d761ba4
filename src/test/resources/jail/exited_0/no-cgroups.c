// attacks: 124: not mounted, not made, not entered
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

int main(void)
{
    static const char *const folders[] = {"/sys/fs/cgroup", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/unified", "/cgroup", "/dev/cgroup", "/proc/cgroups.d"};
    for (unsigned i = 0; i < sizeof folders / sizeof *folders; i++) {
        char name[100];
        struct statfs about;
        snprintf(name, sizeof name, "%s/mine", folders[i]);
        if (mkdir(name, 0700) == 0) {
            puts(name);
        }
        snprintf(name, sizeof name, "%s/cgroup.procs", folders[i]);
        if (open(name, O_WRONLY) >= 0 || open(name, O_RDONLY) >= 0) {
            puts(name);
        }
        if (statfs(folders[i], &about) == 0 && (about.f_type == 0x27e0eb || about.f_type == 0x63677270)) {
            puts(folders[i]);
        }
    }
    puts("held");
    return 0;
}
