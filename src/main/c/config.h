// /etc/sandlot/jail.conf: the only source of paths and maxima. Nothing in it comes from the caller.
#pragma once

#include "frames.h"

#include <stdbool.h>
#include <stdint.h>

// Where the file is; a second installation beside the service's (deploy/lib/install-jail.sh) has another.
#ifndef CONFIG_FILE
#define CONFIG_FILE "/etc/sandlot/jail.conf"
#endif

struct profile {
    char name[16];
    uint64_t cpu_ms, wall_ms, memory_mib, output_kib, processes, file_size_mib, collect_mib;
    uint64_t cpu_percent;
    uint64_t work_mib, work_inodes, tmp_mib, tmp_inodes, tmp_exec, shm_mib, shm_inodes;
    uint64_t open_files, stack_mib, pending_signals;
    struct job_limits maxima;
};

struct config {
    char nsjail[256], policy[256], init[256], root[256], cgroup[32];
    uint64_t slots, first_uid, reserved_memory_mib, cpu_shares;
    struct profile profile;
};

// Reads the file and the section of one profile. False with a sentence in `error` when the file isn't root's alone to write,
// holds an unknown key or a number out of range, or lacks a key.
bool config_read(struct config *config, const char *profile, char *error, size_t error_size);
