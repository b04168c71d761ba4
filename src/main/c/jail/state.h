// What sandlot-jail knows of its slot while it serves: the jail that waits or runs, its job, and the bytes on their way.
#pragma once

#include "buffer.h"
#include "cgroup.h"
#include "config.h"
#include "factory.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

enum {
    SECOND_US = 1000000,
    READY_WAIT_US = 10 * SECOND_US,
    SETUP_WAIT_US = 10 * SECOND_US,
    TEARDOWN_WAIT_US = 5 * SECOND_US,
    COLLECT_WAIT_US = 60 * SECOND_US,
    CPU_CHECK_MIN_US = 5000,
    FORKS_CHECK_US = SECOND_US / 10,
    KILL_ROUND_US = 2000,
    QUIET_CHECK_US = 20000,
    INPUT_BYTES = 4 * FRAME_MAX,
    TO_INIT_BYTES = 4 * FRAME_MAX,
    OUT_BYTES = 8 * FRAME_MAX,
    // Kept free in `out` for the small frames S, W, B, R, Z and Q.
    OUT_RESERVE = 4096,
};

enum phase {
    STARTING,   // no jail waits yet; one may have got its job socket and not said so
    READY,      // a jail waits in its cgroup and the JVM knows
    SETUP,      // J came; the job goes to init
    RUNNING,    // G went to init
    DRAINING,   // P came; the last output is read
    COLLECTING, // init sends the files
    KILLING,    // we ended the job; waiting for its processes to die
};

enum { OUT, ERR, STREAMS };

struct stream {
    int fd;         // -1 at its end
    char type;      // of its frames
    uint64_t left;  // bytes that may still be sent
    uint64_t paused_until_us;
};

struct job {
    struct job_limits limits;
    bool terminal, started, go_waiting, has_argument;
    size_t argument_bytes;
    uint64_t file_left;         // of the file that the JVM is sending
    uint64_t begin_us, go_us, end_us, teardown_us, next_check_us, cpu_base_us, cpu_us;
    uint8_t killed_for, ended, flags;
    uint32_t code;
    uint64_t max_rss_bytes, process_limit_hits;
    uint64_t refused_forks;     // when we looked last
    bool confined, comes_last;
    uint64_t next_rank_us, ranked_cpu_us;
    bool ended_well;            // P came
    // what init sends back
    uint64_t collect_left, collected_file_left;
    unsigned collected_files;
    unsigned kill_rounds;
};

struct service {
    const struct config *config;
    const struct hierarchies *all;
    unsigned slot;
    struct factory factory;
    uint64_t factory_deadline_us, factory_start_us;
    unsigned factory_failures, idle_readies;
    bool quarantined, broken, input_ended;
    bool interrupted;           // by a signal: perhaps nsjail was stopped
    bool beat_owed;             // the JVM asked whether we are there

    enum phase phase;
    bool announced;             // R was sent for the jail that waits
    struct cgroup group;        // of the waiting or running jail
    bool has_group;
    char old_group[48];         // to be removed
    uint64_t old_group_deadline_us;
    pid_t init_pid;
    int init_pidfd, job_socket, early_fd;
    uint64_t init_check_us;     // when to look next whether init was stopped, while we wait for it
    struct job job;
    struct stream streams[STREAMS];
    int stdin_fd;
    bool stdin_ended, dropping_setup;
    uint8_t last_stdin_byte;
    uint32_t window_credit;     // bytes taken and not told yet
    size_t window_used;         // bytes sent by the JVM and not told as taken

    struct buffer in, out, to_init, from_init, stdin_data;
    int go_fds[3];              // the program's ends of its pipes until G is sent
    uint64_t now_us;
};

static inline uint64_t monotonic_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * SECOND_US + (uint64_t)now.tv_nsec / 1000;
}

static inline void close_fd(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
}

static inline bool set_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}
