// attacks: 73: packets, sizes, owners, locks and leases on the pipes that it was given
// stdin: x
// limits: wall=5s
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    char byte;
    int readers[2] = {open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK), open("/proc/self/fd/2", O_RDONLY | O_NONBLOCK)};
    int writer = open("/proc/self/fd/0", O_WRONLY | O_NONBLOCK);
    for (int fd = 0; fd < 3; fd++) {
        fcntl(fd, F_SETFL, O_DIRECT);
        fcntl(fd, F_SETPIPE_SZ, 1 << 20);
        fcntl(fd, F_SETSIG, 9);
        fcntl(fd, F_SETLEASE, F_WRLCK);
        flock(fd, LOCK_EX | LOCK_NB);
        fchmod(fd, 0);
        ioctl(fd, FIONBIO, &(int){1});
        ioctl(fd, FIOASYNC, &(int){1});
    }
    if (writer >= 0 && write(writer, "y", 1) == 1 && read(0, &byte, 1) == 1) {
        close(writer);
    }
    close(readers[0]);
    close(readers[1]);
    puts("held");
    return 0;
}
