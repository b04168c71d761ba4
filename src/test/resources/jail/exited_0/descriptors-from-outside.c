// attacks: 54: what a program is born with is its three streams
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    for (int fd = 0; fd < 1024; fd++) {
        struct stat about;
        if (fstat(fd, &about) == 0 && (fd > 2 || !(S_ISFIFO(about.st_mode) || S_ISCHR(about.st_mode)))) {
            printf("descriptor %d of kind %o\n", fd, about.st_mode & S_IFMT);
        }
    }
    puts("held");
    return 0;
}
