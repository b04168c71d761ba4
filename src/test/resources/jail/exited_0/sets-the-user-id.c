// attacks: 122: a file of its own with every bit that gives somebody else's rights
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

int main(int count, char **words)
{
    (void)words;
    if (count > 1) {
        return geteuid() != 1000 || getegid() != 1000 || getuid() != 1000;
    }
    static const char capabilities[] = "\1\0\0\2\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    if (chmod("/work/main", 06755) != 0 && chown("/work/main", 0, 0) == 0) {
        puts("gave it away");
    }
    if (chown("/work/main", 0, -1) == 0 || chown("/work/main", -1, 0) == 0 || chown("/work/main", 1001, 1001) == 0) {
        puts("gave it to another");
    }
    if (setxattr("/work/main", "security.capability", capabilities, 20, 0) == 0) {
        puts("gave it capabilities");
    }
    int status;
    if (fork() == 0) {
        execl("/work/main", "main", "again", (char *)NULL);
        _exit(2);
    }
    wait(&status);
    puts(WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "held" : "somebody else");
    return 0;
}
