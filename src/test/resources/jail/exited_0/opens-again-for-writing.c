// attacks: 80: by descriptor, by what is being run, and by what is mapped
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void must_not_open(const char *name)
{
    if (open(name, O_WRONLY | O_CLOEXEC) >= 0 || open(name, O_RDWR | O_CLOEXEC) >= 0 || open(name, O_RDWR | O_TRUNC) >= 0) {
        printf("opened %s\n", name);
    }
}

int main(void)
{
    static const char *const files[] = {"/usr/bin/perl", "/etc/passwd", "/lib64/ld-linux-x86-64.so.2", "/sbin/sandlot-init"};
    char name[300];
    for (unsigned i = 0; i < sizeof files / sizeof *files; i++) {
        int file = open(files[i], O_RDONLY), path = open(files[i], O_PATH);
        snprintf(name, sizeof name, "/proc/self/fd/%d", file);
        must_not_open(name);
        snprintf(name, sizeof name, "/proc/self/fd/%d", path);
        must_not_open(name);
        if (mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) != MAP_FAILED) {
            printf("mapped %s\n", files[i]);
        }
        if (fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 4096) == 0 || ftruncate(file, 0) == 0 || fchmod(file, 0777) == 0
            || futimens(file, NULL) == 0 || fchown(file, 1000, 1000) == 0) {
            printf("changed %s\n", files[i]);
        }
        void *text = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
        if (text != MAP_FAILED && mprotect(text, 4096, PROT_READ | PROT_WRITE) == 0) {
            printf("may write the mapping of %s\n", files[i]);
        }
    }
    must_not_open("/proc/self/exe");
    must_not_open("/proc/1/exe");
    DIR *mapped = opendir("/proc/self/map_files");
    for (struct dirent *entry; mapped && (entry = readdir(mapped));) {
        snprintf(name, sizeof name, "/proc/self/map_files/%s", entry->d_name);
        must_not_open(name);
    }
    puts("held");
    return 0;
}
