#include "verify.h"

#include <dirent.h>
#include <fcntl.h>

static bool status_says(const char *status, const char *line)
{
    const char *at = strstr(status, line);
    return at && at[strlen(line)] == '\n';
}

static bool only_expected_descriptors(void)
{
    DIR *directory = opendir("/proc/self/fd");
    if (!directory) {
        return false;
    }
    bool expected = true;
    for (struct dirent *entry; (entry = readdir(directory));) {
        int fd = atoi(entry->d_name);
        expected &= entry->d_name[0] == '.' || fd <= FACTORY_SOCKET || fd == dirfd(directory);
    }
    closedir(directory);
    return expected;
}

void verify_jail(void)
{
    char status[4096];
    int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, status, sizeof status - 1);
    if (length <= 0) {
        fail(EXIT_NOT_JAILED);
    }
    close(file);
    status[length] = '\0';
    static const char *const lines[] = {
        "\nNoNewPrivs:\t1", "\nSeccomp:\t2", "\nCapEff:\t0000000000000000", "\nCapPrm:\t0000000000000000",
        "\nCapBnd:\t0000000000000000", "\nCapAmb:\t0000000000000000", "\nUid:\t1000\t1000\t1000\t1000", "\nGid:\t1000\t1000\t1000\t1000",
    };
    bool jailed = getpid() == 1 && (status_says(status, "\nGroups:\t") || status_says(status, "\nGroups:\t ")) && only_expected_descriptors();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        jailed = jailed && status_says(status, lines[i]);
    }
    if (!jailed) {
        fail(EXIT_NOT_JAILED);
    }
}
