#include "cgroup.h"

#include "kernel_text.h"
#include "log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <unistd.h>

static const char *const controller_names[CONTROLLERS] = {"memory", "pids", "cpu", "cpuacct"};

enum {
    CPU_PERIOD_US = 100000,
    SOCKETS_MAX_BYTES = 32 << 20,
    // A quarter of what a job has by default. With less, whoever is put aside in the middle of a fork keeps the kernel's lock on
    // all cgroups for so long that everybody else's forks and jails wait for it.
    YIELDING_SHARES = 256, // v1, of 1024
    YIELDING_WEIGHT = 25,  // v2, of 100
};

static bool write_file(int directory, const char *name, const char *value)
{
    int file = openat(directory, name, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t length = (ssize_t)strlen(value);
    bool written = write(file, value, (size_t)length) == length;
    int reason = errno;
    close(file);
    errno = reason;
    return written;
}

static bool write_number(int directory, const char *name, uint64_t value)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, value);
    return write_file(directory, name, text);
}

static bool read_file(int directory, const char *name, char *text, size_t size)
{
    int file = openat(directory, name, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t length = read(file, text, size - 1);
    close(file);
    text[length > 0 ? length : 0] = '\0';
    return length >= 0;
}

static uint64_t read_number(int directory, const char *name)
{
    char text[64];
    return read_file(directory, name, text, sizeof text) ? strtoull(text, NULL, 10) : 0;
}

static uint64_t read_field(int directory, const char *name, const char *key)
{
    char text[1024];
    return read_file(directory, name, text, sizeof text) ? number_after(text, key) : 0;
}

static int directory_of(const struct hierarchies *all, const struct cgroup *group, enum controller controller)
{
    return group->directory[all->of_controller[controller]];
}

struct found {
    char v2[PATH_MAX];
    char v1[CONTROLLERS][PATH_MAX];
};

static bool v2_has_controllers(const char *point)
{
    char list[512];
    int directory = open(point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool read = directory >= 0 && read_file(directory, "cgroup.controllers", list, sizeof list);
    if (directory >= 0) {
        close(directory);
    }
    list[read ? strcspn(list, "\n") : 0] = '\0';
    return has_word(list, "memory", " ") && has_word(list, "pids", " ") && has_word(list, "cpu", " ");
}

static void find_mounts(struct found *found)
{
    static struct mount mount;
    FILE *table = fopen("/proc/self/mountinfo", "re");
    char *line = NULL;
    size_t size = 0;
    while (table && getline(&line, &size, table) > 0) {
        if (!mount_parse(line, &mount)) {
            continue;
        }
        if (strcmp(mount.type, "cgroup2") == 0 && !*found->v2 && v2_has_controllers(mount.point)) {
            strcpy(found->v2, mount.point);
        }
        for (int i = 0; strcmp(mount.type, "cgroup") == 0 && i < CONTROLLERS; i++) {
            if (!*found->v1[i] && has_word(mount.super_options, controller_names[i], ",")) {
                strcpy(found->v1[i], mount.point);
            }
        }
    }
    free(line);
    if (table) {
        fclose(table);
    }
}

static int make_directory_in(const char *point, const char *name)
{
    int parent = open(point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int made = -1;
    if (parent >= 0 && (mkdirat(parent, name, 0755) == 0 || errno == EEXIST)) {
        made = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    }
    // Anyone may see which jobs are left, whatever our umask.
    if (made >= 0 && fchmod(made, 0755) != 0) {
        close(made);
        made = -1;
    }
    if (parent >= 0) {
        close(parent);
    }
    return made;
}

static bool open_v2(struct hierarchies *all, const char *point, const char *name)
{
    static const char *const wanted[] = {"+memory", "+pids", "+cpu"};
    int root = open(point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; root >= 0 && i < 3; i++) {
        write_file(root, "cgroup.subtree_control", wanted[i]);
    }
    if (root >= 0) {
        close(root);
    }
    int own = make_directory_in(point, name);
    bool enabled = own >= 0;
    for (size_t i = 0; enabled && i < 3; i++) {
        enabled = write_file(own, "cgroup.subtree_control", wanted[i]);
    }
    *all = (struct hierarchies){.version = 2, .count = 1, .directory = {own}};
    return enabled;
}

static bool open_v1(struct hierarchies *all, const struct found *found, const char *name)
{
    all->version = 1;
    for (int i = 0; i < CONTROLLERS; i++) {
        int same = 0;
        while (same < i && strcmp(found->v1[same], found->v1[i]) != 0) {
            same++;
        }
        if (same < i) {
            all->of_controller[i] = all->of_controller[same];
            continue;
        }
        all->of_controller[i] = all->count;
        all->directory[all->count] = make_directory_in(found->v1[i], name);
        if (all->directory[all->count++] < 0) {
            return false;
        }
    }
    return true;
}

// All jobs together leave the rest of the host some memory, and the host's other work goes first for the CPU.
static void set_ceilings(const struct hierarchies *all, uint64_t reserved_memory_mib, uint64_t cpu_shares)
{
    struct sysinfo host;
    if (sysinfo(&host) != 0) {
        return;
    }
    uint64_t total = (uint64_t)host.totalram * host.mem_unit, reserved = reserved_memory_mib << 20;
    uint64_t ceiling = reserved < total / 2 ? total - reserved : total / 2;
    int memory = all->directory[all->of_controller[MEMORY]], cpu = all->directory[all->of_controller[CPU]];
    if (all->version == 2) {
        uint64_t weight = cpu_shares * 100 / 1024;
        write_number(memory, "memory.max", ceiling);
        write_number(cpu, "cpu.weight", weight < 1 ? 1 : weight > 10000 ? 10000 : weight);
    } else {
        write_number(memory, "memory.use_hierarchy", 1);
        write_number(memory, "memory.limit_in_bytes", ceiling);
        write_number(memory, "memory.kmem.tcp.limit_in_bytes", ceiling); // counting stays on in the kernel: it costs most to switch
        write_number(cpu, "cpu.shares", cpu_shares);
    }
}

bool hierarchies_open(struct hierarchies *all, const char *name, uint64_t reserved_memory_mib, uint64_t cpu_shares, char *error, size_t error_size)
{
    static struct found found;
    find_mounts(&found);
    *all = (struct hierarchies){0};
    bool v1 = true;
    for (int i = 0; i < CONTROLLERS; i++) {
        v1 = v1 && *found.v1[i];
    }
    if (!*found.v2 && !v1) {
        snprintf(error, error_size, "The controllers memory, pids and cpu are mounted neither as cgroup v2 nor as v1");
        return false;
    }
    if (*found.v2 ? !open_v2(all, found.v2, name) : !open_v1(all, &found, name)) {
        snprintf(error, error_size, "Can't make the cgroup %s: %s", name, strerror(errno));
        return false;
    }
    set_ceilings(all, reserved_memory_mib, cpu_shares);
    return true;
}

void hierarchies_list(const struct hierarchies *all, void (*visit)(const char *name, unsigned slot, void *with), void *with)
{
    for (int i = 0; i < all->count; i++) {
        DIR *directory = fdopendir(openat(all->directory[i], ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        for (struct dirent *entry; directory && (entry = readdir(directory));) {
            unsigned slot;
            if (sscanf(entry->d_name, "slot%u-", &slot) == 1) {
                visit(entry->d_name, slot, with);
            }
        }
        if (directory) {
            closedir(directory);
        }
    }
}

bool cgroup_make(const struct hierarchies *all, struct cgroup *made, unsigned slot)
{
    static unsigned long number;
    *made = (struct cgroup){.directory = {-1, -1, -1, -1}, .doors = {-1, -1, -1, -1}, .cpu_usage = -1, .refused_forks = -1};
    snprintf(made->name, sizeof made->name, "slot%u-%lu", slot, ++number);
    for (int i = 0; i < all->count; i++) {
        // Never an old one: its counters would be another job's.
        if (mkdirat(all->directory[i], made->name, 0755) != 0) {
            return false;
        }
        made->directory[i] = openat(all->directory[i], made->name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (made->directory[i] < 0) {
            return false;
        }
        if (all->version == 1 && (made->doors[i] = openat(made->directory[i], "tasks", O_WRONLY | O_CLOEXEC)) < 0) {
            return false;
        }
    }
    made->cpu_usage = openat(directory_of(all, made, CPUACCT), all->version == 2 ? "cpu.stat" : "cpuacct.usage", O_RDONLY | O_CLOEXEC);
    made->refused_forks = openat(directory_of(all, made, PIDS), "pids.events", O_RDONLY | O_CLOEXEC);
    return made->cpu_usage >= 0 && made->refused_forks >= 0;
}

bool cgroup_move_unless_doors(const struct hierarchies *all, const struct cgroup *group, pid_t pid)
{
    return all->version == 1 || write_number(group->directory[0], "cgroup.procs", (uint64_t)pid);
}

bool cgroup_holds_only(const struct hierarchies *all, const struct cgroup *group, pid_t pid)
{
    char expected[32], text[64];
    snprintf(expected, sizeof expected, "%d\n", (int)pid);
    for (int i = 0; i < all->count; i++) {
        if (!read_file(group->directory[i], "cgroup.procs", text, sizeof text) || strcmp(text, expected) != 0) {
            return false;
        }
    }
    return true;
}

static bool limit_memory(const struct hierarchies *all, const struct cgroup *group, uint64_t bytes)
{
    int directory = directory_of(all, group, MEMORY);
    if (all->version == 2) {
        return write_number(directory, "memory.max", bytes) && (write_number(directory, "memory.swap.max", 0) || errno == ENOENT);
    }
    // What TCP and UDP hold is memory too, but v1 counts it apart, and only when told to. All jobs together must stay below what
    // the kernel grants to the TCP of the whole host.
    uint64_t sockets = bytes < SOCKETS_MAX_BYTES ? bytes : SOCKETS_MAX_BYTES;
    return write_number(directory, "memory.limit_in_bytes", bytes)
           && (write_number(directory, "memory.memsw.limit_in_bytes", bytes) || errno == ENOENT)
           && (write_number(directory, "memory.kmem.tcp.limit_in_bytes", sockets) || errno == ENOENT);
}

static bool set_quota(const struct hierarchies *all, const struct cgroup *group, uint64_t percent)
{
    char text[64];
    int directory = directory_of(all, group, CPU);
    uint64_t quota = percent * CPU_PERIOD_US / 100;
    if (all->version == 2) {
        snprintf(text, sizeof text, "%" PRIu64 " %d", quota, CPU_PERIOD_US);
        return write_file(directory, "cpu.max", percent ? text : "max");
    }
    return percent ? write_number(directory, "cpu.cfs_quota_us", quota) : write_file(directory, "cpu.cfs_quota_us", "-1");
}

bool cgroup_limit(const struct hierarchies *all, const struct cgroup *group, uint64_t memory_bytes, uint64_t processes, uint64_t cpu_percent)
{
    return limit_memory(all, group, memory_bytes) && write_number(directory_of(all, group, PIDS), "pids.max", processes)
           && set_quota(all, group, cpu_percent);
}

bool cgroup_yield(const struct hierarchies *all, const struct cgroup *group)
{
    int directory = directory_of(all, group, CPU);
    return all->version == 2 ? write_number(directory, "cpu.weight", YIELDING_WEIGHT) : write_number(directory, "cpu.shares", YIELDING_SHARES);
}

void cgroup_come_last(const struct hierarchies *all, const struct cgroup *group, bool last)
{
    if (write_number(directory_of(all, group, CPU), "cpu.idle", last) && !last) {
        cgroup_yield(all, group); // the kernel has set the usual weight
    }
}

// Reads a file that stays open, from its beginning.
static bool read_again(int file, char *text, size_t size)
{
    ssize_t length = pread(file, text, size - 1, 0);
    text[length > 0 ? length : 0] = '\0';
    return length > 0;
}

uint64_t cgroup_cpu_us(const struct hierarchies *all, const struct cgroup *group)
{
    char text[1024];
    if (!read_again(group->cpu_usage, text, sizeof text)) {
        return 0;
    }
    return all->version == 2 ? number_after(text, "usage_usec") : strtoull(text, NULL, 10) / 1000;
}

uint64_t cgroup_refused_forks(const struct cgroup *group)
{
    char text[128];
    return read_again(group->refused_forks, text, sizeof text) ? number_after(text, "max") : 0;
}

struct counters cgroup_counters(const struct hierarchies *all, const struct cgroup *group)
{
    int memory = directory_of(all, group, MEMORY);
    bool v2 = all->version == 2;
    return (struct counters){
        .peak_memory_bytes = read_number(memory, v2 ? "memory.peak" : "memory.max_usage_in_bytes"),
        .oom_kills = read_field(memory, v2 ? "memory.events" : "memory.oom_control", "oom_kill"),
        .process_limit_hits = cgroup_refused_forks(group),
    };
}

void cgroup_kill(const struct hierarchies *all, const struct cgroup *group)
{
    set_quota(all, group, 0);
    write_number(directory_of(all, group, PIDS), "pids.max", 0);
    if (all->version == 2) {
        write_number(group->directory[0], "cgroup.kill", 1);
    }
}

size_t cgroup_list(const struct hierarchies *all, const struct cgroup *group, pid_t *pids, size_t most)
{
    char text[4096];
    size_t found = 0;
    if (!read_file(directory_of(all, group, PIDS), "cgroup.procs", text, sizeof text)) {
        return 0;
    }
    for (char *line = text, *end; found < most && (end = strchr(line, '\n')); line = end + 1) {
        pids[found++] = (pid_t)strtol(line, NULL, 10);
    }
    return found;
}

int cgroup_processes(const struct hierarchies *all, const struct cgroup *group)
{
    pid_t pids[PROCESSES_LISTED];
    return (int)cgroup_list(all, group, pids, PROCESSES_LISTED);
}

static void close_one(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
}

void cgroup_close(struct cgroup *group)
{
    for (int i = 0; i < CONTROLLERS; i++) {
        close_one(&group->directory[i]);
        close_one(&group->doors[i]);
    }
    close_one(&group->cpu_usage);
    close_one(&group->refused_forks);
}

bool cgroup_remove(const struct hierarchies *all, const char *name)
{
    for (int i = 0; i < all->count; i++) {
        if (unlinkat(all->directory[i], name, AT_REMOVEDIR) != 0 && errno != ENOENT) {
            return false;
        }
    }
    return true;
}
