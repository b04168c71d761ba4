#define _GNU_SOURCE
#include "slot.h"

#include "log.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCKS "/run/sandlot"

enum { CLEAN_ROUNDS = 200, CLEAN_ROUND_MS = 10 };

static int locks_directory(void)
{
    mkdir(LOCKS, 0755);
    int directory = open(LOCKS, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct stat about;
    if (directory >= 0 && fstat(directory, &about) == 0 && about.st_uid == 0 && !(about.st_mode & (S_IWGRP | S_IWOTH))) {
        return directory;
    }
    if (directory >= 0) {
        close(directory);
        errno = EPERM;
    }
    return -1;
}

// The lock's descriptor, or -1 when another process holds the slot.
static int lock(int directory, unsigned slot)
{
    char name[32];
    snprintf(name, sizeof name, "slot-%u.lock", slot);
    int file = openat(directory, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
        close(file);
        return -1;
    }
    return file;
}

int slot_take(const struct config *config, char *error, size_t error_size)
{
    int directory = locks_directory();
    if (directory < 0) {
        snprintf(error, error_size, "Can't use %s: %s", LOCKS, strerror(errno));
        return -1;
    }
    for (unsigned slot = 0; slot < config->slots; slot++) {
        if (lock(directory, slot) >= 0) {
            close(directory);
            return (int)slot;
        }
    }
    close(directory);
    snprintf(error, error_size, "All %u slots are in use", (unsigned)config->slots);
    return -1;
}

bool slot_kill(const struct config *config, unsigned slot)
{
    // As the slot's user, kill(-1) reaches its processes and no others.
    uid_t uid = (uid_t)(config->first_uid + slot);
    if (uid == 0 || setresuid(uid, uid, 0) != 0) {
        return false;
    }
    kill(-1, SIGKILL);
    if (setresuid(0, 0, 0) != 0) {
        abort();
    }
    return true;
}

// Whether the process of this /proc entry belongs to the uid and is no zombie.
static bool belongs(int proc, const char *pid, uid_t uid)
{
    char path[64], text[1024];
    snprintf(path, sizeof path, "%.20s/status", pid);
    int file = openat(proc, path, O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, text, sizeof text - 1);
    if (file >= 0) {
        close(file);
    }
    if (length <= 0) {
        return false;
    }
    text[length] = '\0';
    const char *state = strstr(text, "\nState:\t"), *ids = strstr(text, "\nUid:\t");
    return state && ids && state[8] != 'Z' && state[8] != 'X' && strtoul(ids + 6, NULL, 10) == uid;
}

static bool has_processes(uid_t uid)
{
    DIR *proc = opendir("/proc");
    bool found = false;
    for (struct dirent *entry; proc && !found && (entry = readdir(proc));) {
        found = isdigit((unsigned char)entry->d_name[0]) && belongs(dirfd(proc), entry->d_name, uid);
    }
    if (proc) {
        closedir(proc);
    }
    return found;
}

struct cleaning {
    const struct config *config;
    const struct hierarchies *all;
    int locks;
    unsigned own;
    unsigned left;
};

// Removes one old cgroup when its slot is ours or nobody's.
static void clean_cgroup(const char *name, unsigned slot, void *with)
{
    struct cleaning *cleaning = with;
    int held = slot == cleaning->own || slot >= cleaning->config->slots ? -1 : lock(cleaning->locks, slot);
    if (slot != cleaning->own && held < 0) {
        return;
    }
    if (held >= 0) {
        slot_kill(cleaning->config, slot);
    }
    if (!cgroup_remove(cleaning->all, name) && slot == cleaning->own) {
        cleaning->left++;
    }
    if (held >= 0) {
        close(held);
    }
}

bool slot_clean(const struct config *config, const struct hierarchies *all, unsigned slot, char *error, size_t error_size)
{
    uid_t uid = (uid_t)(config->first_uid + slot);
    struct cleaning cleaning = {.config = config, .all = all, .locks = locks_directory(), .own = slot};
    bool processes = has_processes(uid);
    hierarchies_list(all, clean_cgroup, &cleaning);
    for (int round = 0; round < CLEAN_ROUNDS && (processes || cleaning.left); round++) {
        slot_kill(config, slot);
        poll(NULL, 0, CLEAN_ROUND_MS);
        processes = has_processes(uid);
        cleaning.left = 0;
        hierarchies_list(all, clean_cgroup, &cleaning);
    }
    close(cleaning.locks);
    if (processes || cleaning.left) {
        snprintf(error, error_size, "Slot %u still has %s of an earlier run that can't be removed", slot, processes ? "processes" : "cgroups");
        return false;
    }
    return true;
}
