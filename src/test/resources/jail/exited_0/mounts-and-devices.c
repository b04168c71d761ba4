// attacks: 82, 110
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    must_fail(mknod("/tmp/disk", S_IFBLK | 0600, makedev(254, 0)), "block device");
    must_fail(mknod("/tmp/null", S_IFCHR | 0600, makedev(1, 3)), "character device");
    must_fail(mount("none", "/tmp", "tmpfs", 0, ""), "mount");
    must_fail(mount("/", "/tmp", NULL, MS_BIND, NULL), "bind mount");
    must_fail(mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND, NULL), "remount");
    must_fail(umount2("/proc", MNT_DETACH), "umount");
    must_fail(chroot("/tmp"), "chroot");
    must_fail(syscall(SYS_pivot_root, "/tmp", "/tmp"), "pivot_root");
    must_fail(syscall(SYS_fsopen, "tmpfs", 0), "fsopen");
    must_fail(syscall(SYS_open_tree, AT_FDCWD, "/", 1), "open_tree");
    must_fail(syscall(SYS_move_mount, AT_FDCWD, "/tmp", AT_FDCWD, "/work", 0), "move_mount");
    must_fail(syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, NULL, 0), "mount_setattr");
    puts("held");
    return 0;
}
