// attacks: 88: what one jail could tell another through a shared file
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    int file = open("/usr/bin/perl", O_RDONLY), folder = open("/usr", O_RDONLY | O_DIRECTORY);
    if (fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        puts("lease");
    }
    if (fcntl(folder, F_NOTIFY, DN_ACCESS) == 0) {
        puts("notify");
    }
    puts("held");
    return 0;
}
