// attacks: 57: exec of what is no program, from within
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void make(const char *name, const void *content, size_t size, mode_t mode)
{
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0700);
    if (write(file, content, size) != (ssize_t)size || close(file) != 0 || chmod(name, mode) != 0) {
        puts("can't make it");
    }
}

static void must_fail(const char *name, int expected)
{
    int status = 0;
    if (fork() == 0) {
        execl(name, name, (char *)NULL);
        _exit(errno);
    }
    wait(&status);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != expected) {
        printf("%s: %d\n", name, status);
    }
}

int main(void)
{
    unsigned char elf[64] = {0x7f, 'E', 'L', 'F', 2, 1, 1};
    make("plain", "#!/bin/sh\n", 10, 0600);
    make("elf", elf, sizeof elf, 0700);
    make("empty", "", 0, 0700);
    make("nowhere", "#!/no/such/interpreter\n", 23, 0700);
    make("/tmp/on-tmp", "#!/bin/sh\n", 10, 0700);
    symlink("loop", "loop");
    must_fail("plain", EACCES);
    must_fail("elf", ENOEXEC);
    must_fail("empty", ENOEXEC);
    must_fail("nowhere", ENOENT);
    must_fail("/tmp/on-tmp", EACCES);
    must_fail("/dev/null", EACCES);
    must_fail("/proc/self/status", EACCES);
    must_fail("/usr", EACCES);
    must_fail("missing", ENOENT);
    must_fail("loop", ELOOP);
    puts("held");
    return 0;
}
