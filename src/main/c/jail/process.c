#define _GNU_SOURCE
#include "process.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool process_parse(const char *status, struct process *process)
{
    // The kernel escapes line ends in the name, which comes first.
    const char *state = strstr(status, "\nState:\t"), *ids = strstr(status, "\nUid:\t");
    if (!state || !ids || !state[8]) {
        return false;
    }
    *process = (struct process){.state = state[8], .uid = (uid_t)strtoul(ids + 6, NULL, 10)};
    return true;
}

bool process_read(int proc, const char *pid, struct process *process)
{
    char path[64], text[1024];
    snprintf(path, sizeof path, "%.20s/status", pid);
    int file = openat(proc, path, O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, text, sizeof text - 1);
    if (file >= 0) {
        close(file);
    }
    text[length > 0 ? length : 0] = '\0';
    return length > 0 && process_parse(text, process);
}

bool process_of(pid_t pid, struct process *process)
{
    char name[32];
    int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    snprintf(name, sizeof name, "%d", (int)pid);
    bool read = proc >= 0 && process_read(proc, name, process);
    if (proc >= 0) {
        close(proc);
    }
    return read;
}

bool process_is_stopped(pid_t pid)
{
    struct process process;
    return process_of(pid, &process) && (process.state == 'T' || process.state == 't');
}
