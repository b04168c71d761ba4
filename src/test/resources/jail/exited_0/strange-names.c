// attacks: 89: every name that a file system takes, and a thousand folders deep
// profile: compile
// collect: *
// limits: memory=128MiB
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    char name[4200];
    for (int byte = 1; byte < 256; byte++) {
        if (byte != '/') {
            snprintf(name, sizeof name, "a%cb", byte);
            close(open(name, O_WRONLY | O_CREAT, 0600));
        }
    }
    static const char *const strange[] = {"-rf", "--", "~", "$HOME", "`id`", "$(id)", ";", "|", "CON", "con.", "a:b", "\\", "..a", "...", " ", "\n",
                                          "\xef\xbb\xbf", "\xe2\x80\xae", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf", "%s%n", "{main}", "@.main"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        close(open(strange[i], O_WRONLY | O_CREAT, 0600));
    }
    memset(name, 'x', sizeof name);
    name[255] = '\0';
    close(open(name, O_WRONLY | O_CREAT, 0600));
    name[255] = 'x';
    name[256] = '\0';
    if (open(name, O_WRONLY | O_CREAT, 0600) >= 0 || errno != ENAMETOOLONG) {
        puts("a name of 256 bytes");
    }
    for (int depth = 0; depth < 1000 && mkdir("d", 0700) == 0 && chdir("d") == 0; depth++) {
    }
    close(open("bottom", O_WRONLY | O_CREAT, 0600));
    puts("held");
    return 0;
}
