// The cgroup of one job, on v1 (split or co-mounted controllers) and v2 alike.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { PROCESSES_LISTED = 512 };

enum controller { MEMORY, PIDS, CPU, CPUACCT, CONTROLLERS };

// Where the service's cgroups are: one directory per hierarchy. Several controllers may share a hierarchy; on v2 all do.
struct hierarchies {
    int version;
    int count;
    int directory[CONTROLLERS];    // of `<mount>/<name>`, by hierarchy
    int of_controller[CONTROLLERS]; // index of the hierarchy
};

struct cgroup {
    char name[48];
    int directory[CONTROLLERS]; // by hierarchy, -1 when there is none
    // What a process of one thread writes 0 to in order to enter by itself, by hierarchy of v1. Entering so waits for nobody. Moving
    // another process, the only way on v2, stops every fork on the host until all that had begun are done: beside a fork bomb, long.
    int doors[CONTROLLERS];
    int cpu_usage;
    int refused_forks; // pids.events
};

struct counters {
    uint64_t peak_memory_bytes, oom_kills, process_limit_hits;
};

// Finds the hierarchies and makes the service's own cgroup in each, with the ceilings that all jobs share.
bool hierarchies_open(struct hierarchies *all, const char *name, uint64_t reserved_memory_mib, uint64_t cpu_shares, char *error, size_t error_size);

// Calls `visit` with the name of each cgroup of a slot (`slot<N>-<n>`) that exists in any hierarchy.
void hierarchies_list(const struct hierarchies *all, void (*visit)(const char *name, unsigned slot, void *with), void *with);

bool cgroup_make(const struct hierarchies *all, struct cgroup *made, unsigned slot);

// Moves the process into the cgroup where there are no doors that it can go through itself.
bool cgroup_move_unless_doors(const struct hierarchies *all, const struct cgroup *group, pid_t pid);

// Whether the process, and no other, is in the cgroup in every hierarchy.
bool cgroup_holds_only(const struct hierarchies *all, const struct cgroup *group, pid_t pid);
bool cgroup_limit(const struct hierarchies *all, const struct cgroup *group, uint64_t memory_bytes, uint64_t processes, uint64_t cpu_percent);

// The job gives way to those that have not yielded, wherever they want the processor.
bool cgroup_yield(const struct hierarchies *all, const struct cgroup *group);

// The job gets a processor only while no other job wants it, and gives it up at once; or else it yields again. Linux before 5.15
// can't do that: there the job just yields.
void cgroup_come_last(const struct hierarchies *all, const struct cgroup *group, bool last);
uint64_t cgroup_cpu_us(const struct hierarchies *all, const struct cgroup *group);

// How many forks pids.max has refused.
uint64_t cgroup_refused_forks(const struct cgroup *group);
struct counters cgroup_counters(const struct hierarchies *all, const struct cgroup *group);

// Makes a quick death possible: no CPU quota, no new processes, and on v2 the kernel's own kill.
void cgroup_kill(const struct hierarchies *all, const struct cgroup *group);
// How many, PROCESSES_LISTED at most.
int cgroup_processes(const struct hierarchies *all, const struct cgroup *group);

// Fills in the pids of the processes that are in the group now, `most` at most, and returns how many.
size_t cgroup_list(const struct hierarchies *all, const struct cgroup *group, pid_t *pids, size_t most);
void cgroup_close(struct cgroup *group);

// Removes the cgroup of this name from every hierarchy. False while any is still busy.
bool cgroup_remove(const struct hierarchies *all, const char *name);
