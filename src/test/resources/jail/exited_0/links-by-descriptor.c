// attacks: 86: files without a name, names without a file, and names that are exchanged
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    char name[64];
    int file = open("/usr/bin/perl", O_RDONLY), path = open("/usr/bin/perl", O_PATH), own = open("/tmp", O_TMPFILE | O_RDWR, 0600);
    if (linkat(file, "", AT_FDCWD, "/work/a", AT_EMPTY_PATH) == 0 || linkat(path, "", AT_FDCWD, "/work/b", AT_EMPTY_PATH) == 0) {
        puts("linked by its descriptor");
    }
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    if (linkat(AT_FDCWD, name, AT_FDCWD, "/work/c", AT_SYMLINK_FOLLOW) == 0) {
        puts("linked by its link");
    }
    snprintf(name, sizeof name, "/proc/self/fd/%d", own);
    if (linkat(AT_FDCWD, name, AT_FDCWD, "/work/d", AT_SYMLINK_FOLLOW) == 0) {
        puts("linked from /tmp to /work");
    }
    close(open("/work/e", O_CREAT | O_WRONLY, 0600));
    if (syscall(SYS_renameat2, AT_FDCWD, "/work/e", AT_FDCWD, "/usr/bin/perl", RENAME_EXCHANGE) == 0
        || syscall(SYS_renameat2, AT_FDCWD, "/etc/passwd", AT_FDCWD, "/work/f", RENAME_WHITEOUT) == 0 || rename("/etc/passwd", "/work/g") == 0
        || rename("/work", "/work2") == 0 || rmdir("/work") == 0 || unlink("/bin/sh") == 0 || symlink("/tmp", "/usr/tmp") == 0) {
        puts("renamed");
    }
    puts("held");
    return 0;
}
