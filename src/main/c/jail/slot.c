#define _GNU_SOURCE
#include "slot.h"

#include "log.h"
#include "process.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOCKS "/run/sandlot"

enum { CLEAN_ROUNDS = 200, CLEAN_ROUND_MS = 10, END_WAIT_MS = 2000 };

static int locks_directory(void)
{
    // The service reads there what the doctor found, whatever our umask.
    mode_t usual = umask(022);
    mkdir(LOCKS, 0755);
    umask(usual);
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

static int open_lock(int directory, unsigned slot)
{
    char name[32];
    snprintf(name, sizeof name, "slot-%u.lock", slot);
    return openat(directory, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
}

// The lock's descriptor, or -1 when another process holds the slot.
static int lock(int directory, unsigned slot)
{
    int file = open_lock(directory, slot);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
        close(file);
        return -1;
    }
    return file;
}

// The holder's pid stands in the lock file, which is root's alone.
static void sign_lock(int file)
{
    if (ftruncate(file, 0) != 0 || dprintf(file, "%d\n", (int)getpid()) < 0) {
        log_line("Can't write a lock's holder: %s", strerror(errno));
    }
}

static pid_t signature(int file)
{
    char text[16];
    ssize_t length = pread(file, text, sizeof text - 1, 0);
    text[length > 0 ? length : 0] = '\0';
    long pid = strtol(text, NULL, 10);
    return pid > 1 && pid <= 4194304 ? (pid_t)pid : 0;
}

// Whether one of the process's descriptors is this very file. Who signed it may be long gone and its number used again.
static bool has_open(pid_t pid, const struct stat *file)
{
    char path[32];
    snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *descriptors = opendir(path);
    bool found = false;
    struct stat about;
    for (struct dirent *entry; descriptors && !found && (entry = readdir(descriptors));) {
        found = fstatat(dirfd(descriptors), entry->d_name, &about, 0) == 0 && about.st_ino == file->st_ino && about.st_dev == file->st_dev;
    }
    if (descriptors) {
        closedir(descriptors);
    }
    return found;
}

// Ends a sandlot-jail that was stopped by a signal: nobody else may, and it would keep its slot and its job for ever.
static void end_stopped_holder(int file, unsigned slot)
{
    pid_t pid = signature(file);
    struct stat about;
    int pidfd = pid && pid != getpid() ? (int)syscall(SYS_pidfd_open, pid, 0) : -1;
    if (pidfd < 0) {
        return;
    }
    // The pidfd stands for the process that the rest looks at, or the signal goes nowhere.
    if (fstat(file, &about) == 0 && process_is_stopped(pid) && has_open(pid, &about) && syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, NULL, 0) == 0) {
        log_line("Slot %u was held by a stopped sandlot-jail, process %d: ended it", slot, (int)pid);
        struct pollfd ended = {.fd = pidfd, .events = POLLIN};
        poll(&ended, 1, END_WAIT_MS);
    }
    close(pidfd);
}

static void end_stopped_holders(int directory, const struct config *config)
{
    for (unsigned slot = 0; slot < config->slots; slot++) {
        int file = open_lock(directory, slot);
        if (file >= 0) {
            end_stopped_holder(file, slot);
            close(file);
        }
    }
}

int slot_take(const struct config *config, char *error, size_t error_size)
{
    int directory = locks_directory();
    if (directory < 0) {
        snprintf(error, error_size, "Can't use %s: %s", LOCKS, strerror(errno));
        return -1;
    }
    end_stopped_holders(directory, config);
    for (unsigned slot = 0; slot < config->slots; slot++) {
        int file = lock(directory, slot);
        if (file >= 0) {
            sign_lock(file);
            close(directory);
            return (int)slot;
        }
    }
    close(directory);
    snprintf(error, error_size, "All %u slots are in use", (unsigned)config->slots);
    return -1;
}

// As the slot's user and group, what we do to a process works for those of the slot alone, whoever has got its number meanwhile.
static bool become_slot_user(const struct config *config, unsigned slot)
{
    uid_t uid = (uid_t)(config->first_uid + slot);
    return uid != 0 && setresgid(uid, uid, 0) == 0 && setresuid(uid, uid, 0) == 0;
}

static void become_root(void)
{
    if (setresuid(0, 0, 0) != 0 || setresgid(0, 0, 0) != 0) {
        abort();
    }
}

bool slot_kill(const struct config *config, unsigned slot)
{
    bool became = become_slot_user(config, slot);
    if (became) {
        kill(-1, SIGKILL);
    }
    become_root();
    return became;
}

// A lower limit that the program has set itself stays.
static bool limit_forks_of(pid_t pid, uint64_t processes)
{
    struct rlimit limit;
    if (prlimit(pid, RLIMIT_NPROC, NULL, &limit) != 0 || limit.rlim_max <= processes) {
        return false;
    }
    limit.rlim_max = processes;
    if (limit.rlim_cur > processes) {
        limit.rlim_cur = processes;
    }
    return prlimit(pid, RLIMIT_NPROC, &limit, NULL) == 0;
}

bool slot_limit_forks(const struct config *config, unsigned slot, const pid_t *pids, size_t count, uint64_t processes)
{
    bool any = false;
    if (become_slot_user(config, slot)) {
        for (size_t i = 0; i < count; i++) {
            // 0 is us, and how the kernel writes a process that our pid namespace doesn't have.
            any = (pids[i] > 1 && limit_forks_of(pids[i], processes)) || any;
        }
    }
    become_root();
    return any;
}

// Whether the process of this /proc entry belongs to the uid and is no zombie.
static bool belongs(int proc, const char *pid, uid_t uid)
{
    struct process process;
    return process_read(proc, pid, &process) && process.uid == uid && process.state != 'Z' && process.state != 'X';
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
