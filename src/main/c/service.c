#define _GNU_SOURCE
#include "service.h"

#include "buffer.h"
#include "factory.h"
#include "log.h"
#include "slot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum {
    SECOND_US = 1000000,
    READY_WAIT_US = 10 * SECOND_US,
    SETUP_WAIT_US = 10 * SECOND_US,
    TEARDOWN_WAIT_US = 5 * SECOND_US,
    COLLECT_WAIT_US = 60 * SECOND_US,
    FACTORY_BACK_OFF_US = SECOND_US / 10,
    FACTORY_ATTEMPTS = 3,
    IDLE_READIES_MAX = 20,
    CPU_CHECK_MIN_US = 5000,
    KILL_ROUND_US = 2000,
    KILL_REPEAT_ROUNDS = 25,
    QUIET_CHECK_US = 20000,
    TERMINAL_PAUSE_US = 20000,
    INPUT_BYTES = 4 * FRAME_MAX,
    TO_INIT_BYTES = 4 * FRAME_MAX,
    OUT_BYTES = 8 * FRAME_MAX,
    INPUT_PIPE_BYTES = 256 * 1024,
    JOB_SOCKET_BYTES = 1024 * 1024,
    // Kept free in `out` for the small frames S, W, Z and Q.
    OUT_RESERVE = 4096,
    END_OF_FILE_CHARACTER = 4,
    MEMORY_MIN_BYTES = 1 << 20,
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

    enum phase phase;
    bool announced;             // R was sent for the jail that waits
    struct cgroup group;        // of the waiting or running jail
    bool has_group;
    char old_group[48];         // to be removed
    uint64_t old_group_deadline_us;
    int init_pidfd, job_socket, early_fd;
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

static uint64_t monotonic_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * SECOND_US + (uint64_t)now.tv_nsec / 1000;
}

static void close_fd(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
}

static bool set_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}

// ---- frames to the JVM

static void put_frame(struct service *s, char type, const void *payload, size_t length)
{
    unsigned char header[FRAME_HEADER];
    put_header(header, type, (uint32_t)length);
    buffer_put(&s->out, header, sizeof header);
    buffer_put(&s->out, payload, length);
}

static size_t quarantine_payload(unsigned char *payload, const char *reason)
{
    size_t length = strnlen(reason, 400);
    put_u16(payload, (uint16_t)length);
    memcpy(payload + 2, reason, length);
    return length + 2;
}

void send_quarantine(const char *reason)
{
    unsigned char frame[FRAME_HEADER + 402];
    size_t length = quarantine_payload(frame + FRAME_HEADER, reason);
    put_header(frame, 'Q', (uint32_t)length);
    if (write(STDOUT_FILENO, frame, FRAME_HEADER + length) < 0) {
        log_line("Nobody reads why the slot ends");
    }
}

static void quarantine(struct service *s, const char *reason)
{
    unsigned char payload[402];
    if (s->quarantined) {
        return;
    }
    log_line("Slot %u stops: %s", s->slot, reason);
    put_frame(s, 'Q', payload, quarantine_payload(payload, reason));
    s->quarantined = true;
}

static void protocol_error(struct service *s, const char *what)
{
    if (!s->broken) {
        log_line("Slot %u: protocol error: %s", s->slot, what);
    }
    s->broken = true;
}

static void send_hello(struct service *s)
{
    unsigned char payload[8 + LIMITS_BYTES];
    put_u32(payload, PROTOCOL_VERSION);
    put_u32(payload + 4, s->slot);
    put_limits(payload + 8, &s->config->profile.maxima);
    put_frame(s, 'H', payload, sizeof payload);
}

static void tell_window(struct service *s)
{
    unsigned char payload[4];
    bool running = s->phase == RUNNING;
    if (s->window_credit == 0 || !running || buffer_room(&s->out) < OUT_RESERVE) {
        return;
    }
    put_u32(payload, s->window_credit);
    put_frame(s, 'W', payload, sizeof payload);
    s->window_used -= s->window_credit;
    s->window_credit = 0;
}

static void flush_out(struct service *s)
{
    while (buffered(&s->out) > 0) {
        ssize_t written = write(STDOUT_FILENO, buffer_first(&s->out), buffered(&s->out));
        if (written < 0) {
            // Nobody reads any more: the same as the end of standard input.
            s->input_ended |= errno != EAGAIN && errno != EINTR;
            return;
        }
        buffer_take(&s->out, (size_t)written);
    }
}

// ---- the end of a job

static void close_program_ends(struct service *s)
{
    for (int i = 0; i < 3; i++) {
        close_fd(&s->go_fds[i]);
    }
}

static void close_job(struct service *s)
{
    close_program_ends(s);
    close_fd(&s->stdin_fd);
    close_fd(&s->streams[OUT].fd);
    close_fd(&s->streams[ERR].fd);
    close_fd(&s->job_socket);
    close_fd(&s->early_fd);
    close_fd(&s->init_pidfd);
    buffer_clear(&s->to_init);
    buffer_clear(&s->from_init);
    buffer_clear(&s->stdin_data);
    s->window_credit = 0;
    s->window_used = 0;
}

static void kill_everything(struct service *s)
{
    if (s->has_group) {
        cgroup_kill(s->all, &s->group);
    }
    slot_kill(s->config, s->slot);
}

static void kill_job(struct service *s, enum killed_for reason)
{
    struct job *job = &s->job;
    if (s->phase == KILLING) {
        return;
    }
    if (job->killed_for == BY_ITSELF) {
        job->killed_for = (uint8_t)reason;
    }
    job->flags |= s->phase == COLLECTING ? FILES_LEFT_OUT : 0;
    if (!job->ended_well) {
        job->end_us = s->now_us;
        job->cpu_us = job->go_us ? cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us : 0;
    }
    // Forks refused from now on are our doing.
    job->process_limit_hits = cgroup_counters(s->all, &s->group).process_limit_hits;
    kill_everything(s);
    s->phase = KILLING;
    job->teardown_us = s->now_us + TEARDOWN_WAIT_US;
    job->next_check_us = s->now_us + KILL_ROUND_US;
    close_program_ends(s);
}

static void send_report(struct service *s)
{
    struct job *job = &s->job;
    unsigned char payload[1 + 1 + 4 + 5 * 8 + 1], *at = payload;
    struct counters counters = cgroup_counters(s->all, &s->group);
    if (s->phase != KILLING) {
        job->process_limit_hits = counters.process_limit_hits;
    }
    // It may have ended between two looks at the clock.
    if (job->killed_for == BY_ITSELF && job->ended_well) {
        job->killed_for = job->cpu_us > job->limits.cpu_us                    ? CPU_TIME
                          : job->end_us - job->go_us > job->limits.wall_us ? WALL_TIME
                                                                              : BY_ITSELF;
    }
    *at++ = job->killed_for;
    *at++ = job->ended;
    put_u32(at, job->code);
    put_u64(at + 4, job->cpu_us);
    put_u64(at + 12, job->go_us ? job->end_us - job->go_us : 0);
    put_u64(at + 20, counters.peak_memory_bytes ? counters.peak_memory_bytes : job->max_rss_bytes);
    put_u64(at + 28, counters.oom_kills);
    put_u64(at + 36, job->process_limit_hits);
    at[44] = job->flags;
    put_frame(s, 'Z', payload, sizeof payload);
}

static void make_group(struct service *s)
{
    s->has_group = cgroup_make(s->all, &s->group, s->slot);
    if (!s->has_group) {
        char reason[200];
        snprintf(reason, sizeof reason, "Can't make a cgroup: %s", strerror(errno));
        cgroup_close(&s->group);
        cgroup_remove(s->all, s->group.name);
        quarantine(s, reason);
    }
}

static void retire_group(struct service *s)
{
    memcpy(s->old_group, s->group.name, sizeof s->old_group);
    s->old_group_deadline_us = s->now_us + READY_WAIT_US + TEARDOWN_WAIT_US;
    cgroup_close(&s->group);
    s->has_group = false;
}

// Sends the report and makes room for the next jail, which nsjail is making meanwhile.
static void finish_job(struct service *s)
{
    s->dropping_setup = s->job.go_us == 0 && !s->job.go_waiting;
    send_report(s);
    flush_out(s);
    close_job(s);
    retire_group(s);
    make_group(s);
    s->phase = STARTING;
    s->announced = false;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
}

// ---- the factory and its jails

static void start_factory(struct service *s)
{
    char error[200];
    s->factory_start_us = 0;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
    if (!factory_start(&s->factory, s->config, s->slot, error, sizeof error)) {
        factory_stop(&s->factory);
        quarantine(s, error);
    }
}

// nsjail has ended or makes no jails: it is started anew after a pause, and after some times the slot gives up.
static void factory_failed(struct service *s, const char *what)
{
    char reason[400];
    if (s->factory.log >= 0) {
        factory_read_log(&s->factory);
    }
    snprintf(reason, sizeof reason, "%s%s%s", what, *s->factory.last_line ? "; its last word: " : "", s->factory.last_line);
    factory_stop(&s->factory);
    if (s->phase == SETUP || s->phase == RUNNING || s->phase == DRAINING || s->phase == COLLECTING) {
        kill_job(s, BY_ITSELF);
    } else if (s->phase != KILLING) {
        close_job(s);
        slot_kill(s->config, s->slot);
        s->phase = STARTING;
    }
    if (++s->factory_failures >= FACTORY_ATTEMPTS) {
        quarantine(s, reason);
        return;
    }
    log_line("Slot %u: %s; starting again", s->slot, reason);
    s->factory_start_us = s->now_us + (FACTORY_BACK_OFF_US << (2 * (s->factory_failures - 1)));
    s->factory_deadline_us = s->factory_start_us + READY_WAIT_US;
}

// Writes 1000 to init's oom_score_adj; the jail's own /proc is read-only and its programs inherit it.
static bool offer_to_oom_killer(pid_t pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/oom_score_adj", (int)pid);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool written = file >= 0 && write(file, "1000", 4) == 4;
    close_fd(&file);
    return written;
}

static bool is_alive(int pidfd)
{
    struct pollfd ended = {.fd = pidfd, .events = POLLIN};
    return pidfd >= 0 && poll(&ended, 1, 0) == 0;
}

static bool hand_over_socket(struct service *s, const unsigned char *nonce)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec bytes = {(void *)nonce, NONCE_BYTES};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &sockets[1], sizeof(int));
    s->job_socket = sockets[0];
    setsockopt(s->job_socket, SOL_SOCKET, SO_SNDBUFFORCE, &(int){JOB_SOCKET_BYTES}, sizeof(int));
    bool sent = set_nonblocking(s->job_socket) && sendmsg(s->factory.socket, &message, MSG_NOSIGNAL) == NONCE_BYTES;
    close(sockets[1]);
    return sent;
}

static void drop_jail(struct service *s)
{
    close_fd(&s->init_pidfd);
    close_fd(&s->job_socket);
    close_fd(&s->early_fd);
    buffer_clear(&s->from_init);
    s->phase = STARTING;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
}

// A jail waits: its init goes into the cgroup and gets the socket of its one job.
static void accept_jail(struct service *s, pid_t pid, const unsigned char *nonce)
{
    drop_jail(s);
    if (++s->idle_readies > IDLE_READIES_MAX) {
        factory_failed(s, "jails end before they get a job");
        return;
    }
    s->init_pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    bool entered = s->init_pidfd >= 0 && s->has_group && cgroup_enter(s->all, &s->group, pid) && offer_to_oom_killer(pid) && hand_over_socket(s, nonce);
    if (!entered || !is_alive(s->init_pidfd)) {
        drop_jail(s); // it died meanwhile; nsjail makes another
    }
}

// init has the socket of its job. One that a kill of the last job had hit too would never say so.
static void jail_greets(struct service *s, char type, uint32_t length)
{
    if (type == 'R' && length == 0) {
        s->phase = READY;
    } else {
        factory_failed(s, "init sent something else than its greeting");
    }
}

static void read_ready(struct service *s)
{
    unsigned char text[READY_BYTES + 1];
    union {
        struct cmsghdr header;
        char bytes[256];
    } control;
    struct iovec bytes = {text, sizeof text};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(s->factory.socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    struct ucred sender = {0};
    if (length < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    for (struct cmsghdr *header = length < 0 ? NULL : CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_CREDENTIALS) {
            memcpy(&sender, CMSG_DATA(header), sizeof sender);
        } else if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            for (size_t i = 0; i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
                int fd;
                memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
                close(fd);
            }
        }
    }
    if (length <= 0) {
        factory_failed(s, "nsjail closed its socket");
    } else if (length == READY_BYTES && memcmp(text, READY_WORD, 5) == 0 && sender.pid > 1 && sender.uid == s->config->first_uid + s->slot) {
        accept_jail(s, sender.pid, text + 5);
    }
}

// Tells the JVM once the last job's cgroup is gone.
static void announce(struct service *s)
{
    // While no jail waits, the last one's init may still be on its way out.
    if (*s->old_group && s->phase == READY && cgroup_remove(s->all, s->old_group)) {
        *s->old_group = '\0';
    } else if (*s->old_group && s->now_us >= s->old_group_deadline_us) {
        quarantine(s, "The cgroup of the last job can't be removed");
    }
    if (s->phase == READY && !s->announced && !*s->old_group && !s->quarantined) {
        put_frame(s, 'R', NULL, 0);
        s->announced = true;
    }
}

// ---- a job's frames from the JVM

static void put_to_init(struct service *s, const unsigned char *frame, size_t length)
{
    if (s->phase == SETUP) {
        buffer_put(&s->to_init, frame, length);
    }
}

static bool open_streams(struct service *s)
{
    int in[2], out[2], err[2];
    if (s->job.terminal) {
        return true;
    }
    if (pipe2(in, O_CLOEXEC) != 0) {
        return false;
    }
    s->go_fds[0] = in[0];
    s->stdin_fd = in[1];
    if (pipe2(out, O_CLOEXEC) != 0) {
        return false;
    }
    s->go_fds[1] = out[1];
    s->streams[OUT].fd = out[0];
    if (pipe2(err, O_CLOEXEC) != 0) {
        return false;
    }
    s->go_fds[2] = err[1];
    s->streams[ERR].fd = err[0];
    // /dev/stdin, /dev/stdout and /dev/stderr open a pipe anew, as its owner may.
    uid_t uid = (uid_t)(s->config->first_uid + s->slot);
    for (size_t i = 0; i < 3; i++) {
        if (fchown(s->go_fds[i], uid, uid) != 0) {
            return false;
        }
    }
    return set_nonblocking(s->stdin_fd) && set_nonblocking(s->streams[OUT].fd) && set_nonblocking(s->streams[ERR].fd);
}

static bool within(uint64_t value, uint64_t maximum)
{
    return value > 0 && value <= maximum;
}

static void begin_job(struct service *s, const unsigned char *frame, size_t length)
{
    const unsigned char *payload = frame + FRAME_HEADER;
    const struct job_limits *maxima = &s->config->profile.maxima;
    struct job_limits limits = length == JOB_BYTES ? get_limits(payload) : (struct job_limits){0};
    if (!within(limits.cpu_us, maxima->cpu_us) || !within(limits.wall_us, maxima->wall_us) || !within(limits.memory_bytes, maxima->memory_bytes)
        || limits.output_bytes > maxima->output_bytes || !within(limits.processes, maxima->processes)
        || !within(limits.file_size_bytes, maxima->file_size_bytes) || limits.collect_bytes > maxima->collect_bytes
        || payload[LIMITS_BYTES] > JOB_TERMINAL) {
        protocol_error(s, "a job whose limits are zero or above the maxima");
        return;
    }
    s->job = (struct job){.limits = limits, .terminal = payload[LIMITS_BYTES] == JOB_TERMINAL, .begin_us = s->now_us, .collect_left = limits.collect_bytes};
    s->streams[OUT] = (struct stream){.fd = -1, .type = 'O', .left = limits.output_bytes};
    s->streams[ERR] = (struct stream){.fd = -1, .type = 'X', .left = limits.output_bytes};
    s->idle_readies = 0;
    s->stdin_ended = s->dropping_setup = false;
    s->last_stdin_byte = '\n';
    s->phase = SETUP;
    s->announced = false;
    put_to_init(s, frame, FRAME_HEADER + length);
    // What init itself holds can't be taken back: the kernel refuses a limit below it.
    uint64_t memory = limits.memory_bytes < MEMORY_MIN_BYTES ? MEMORY_MIN_BYTES : limits.memory_bytes;
    bool limited = cgroup_limit(s->all, &s->group, memory, limits.processes + 1, s->config->profile.cpu_percent);
    if (!limited || !open_streams(s)) {
        log_line("Slot %u: can't set a job's limits: %s", s->slot, strerror(errno));
        kill_job(s, BY_ITSELF);
    }
}

static void begin_file(struct service *s, const unsigned char *frame, size_t length)
{
    const unsigned char *payload = frame + FRAME_HEADER;
    bool good = length > 5 && payload[0] <= 1 && is_string(payload + 5, length - 5) && is_name(payload + 7, length - 7);
    uint32_t size = good ? get_u32(payload + 1) : 0;
    if (!good) {
        protocol_error(s, "a file without a proper name");
        return;
    }
    s->job.file_left = size;
    put_to_init(s, frame, FRAME_HEADER + length);
}

static void take_argument(struct service *s, const unsigned char *frame, size_t length, char type)
{
    const unsigned char *payload = frame + FRAME_HEADER;
    s->job.argument_bytes += length;
    bool variable = type == 'V';
    if (!is_string(payload, length) || s->job.argument_bytes > ARGUMENTS_MAX
        || (variable && (length < 4 || payload[2] == '=' || !memchr(payload + 2, '=', length - 2)))) {
        protocol_error(s, "an argument or variable that is none or too long");
        return;
    }
    s->job.has_argument |= !variable;
    put_to_init(s, frame, FRAME_HEADER + length);
}

static void take_input(struct service *s, const unsigned char *payload, size_t length)
{
    s->window_used += length;
    if (s->window_used > INPUT_WINDOW) {
        protocol_error(s, "more input than the window allows");
    } else if (s->stdin_ended || s->phase != RUNNING) {
        s->window_credit += (uint32_t)length;
    } else if (length > 0) {
        buffer_put(&s->stdin_data, payload, length);
    }
}

static void setup_frame(struct service *s, char type, const unsigned char *frame, size_t length)
{
    const unsigned char *payload = frame + FRAME_HEADER;
    struct job *job = &s->job;
    if (type == 'D') {
        if (length == 0 || length > job->file_left) {
            protocol_error(s, "data that belongs to no file");
            return;
        }
        job->file_left -= length;
        put_to_init(s, frame, FRAME_HEADER + length);
    } else if (job->file_left > 0) {
        protocol_error(s, "a file that isn't complete");
    } else if (type == 'F') {
        begin_file(s, frame, length);
    } else if (type == 'A' || type == 'V') {
        take_argument(s, frame, length, type);
    } else if (type == 'C') {
        bool all = length == 3 && payload[2] == '*';
        if (!is_string(payload, length) || (!all && !is_name(payload + 2, length - 2))) {
            protocol_error(s, "a name to collect that is none");
            return;
        }
        put_to_init(s, frame, FRAME_HEADER + length);
    } else if (length != 0 || !job->has_argument) {
        protocol_error(s, "nothing to run");
    } else {
        job->go_waiting = true;
    }
}

static void take_frame(struct service *s, char type, const unsigned char *frame, size_t length)
{
    bool in_job = s->phase != STARTING && s->phase != READY;
    bool before_go = in_job && s->job.go_us == 0 && !s->job.go_waiting;
    switch (type) {
    case 'J':
        if (s->phase == READY && s->announced) {
            begin_job(s, frame, length);
        } else {
            protocol_error(s, "a job before a jail is ready");
        }
        return;
    case 'A':
    case 'V':
    case 'F':
    case 'D':
    case 'C':
    case 'G':
        if (before_go) {
            setup_frame(s, type, frame, length);
        } else if (!in_job && s->dropping_setup) {
            s->dropping_setup = type != 'G';
        } else {
            protocol_error(s, "a frame out of order");
        }
        return;
    case 'I':
    case 'E':
    case 'K':
        if (type != 'I' && length != 0) {
            protocol_error(s, "a frame of a wrong length");
        } else if (!in_job) {
            return; // it crossed the report
        } else if (type == 'K') {
            if (!s->job.ended_well) {
                kill_job(s, CANCELLED);
            }
        } else if (before_go) {
            protocol_error(s, "input before the program");
        } else if (type == 'I') {
            take_input(s, frame + FRAME_HEADER, length);
        } else {
            s->stdin_ended = true;
        }
        return;
    default:
        protocol_error(s, "a frame of an unknown type");
    }
}

static void read_frames(struct service *s)
{
    while (!s->broken && buffered(&s->in) >= FRAME_HEADER) {
        const unsigned char *frame = buffer_first(&s->in);
        uint32_t length = get_u32(frame);
        if (length > FRAME_PAYLOAD_MAX) {
            protocol_error(s, "a frame that is too long");
            return;
        }
        bool go_first = s->job.go_waiting && s->phase == SETUP;
        bool jail_first = s->announced && s->phase == STARTING; // the one that the JVM was told of died
        if (buffered(&s->in) < FRAME_HEADER + length || buffer_room(&s->to_init) < FRAME_MAX || go_first || jail_first) {
            return;
        }
        take_frame(s, (char)frame[4], frame, length);
        buffer_take(&s->in, FRAME_HEADER + length);
    }
}

static bool wants_input(const struct service *s)
{
    return buffer_room(&s->in) >= FRAME_MAX;
}

static void read_input(struct service *s)
{
    ssize_t length = read(STDIN_FILENO, buffer_next(&s->in, FRAME_MAX), FRAME_MAX);
    if (length > 0) {
        buffer_added(&s->in, (size_t)length);
    } else if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
        s->input_ended = true;
    }
}

// ---- to and from init

static bool send_go(struct service *s)
{
    unsigned char frame[FRAME_HEADER];
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(3 * sizeof(int))];
    } control = {0};
    struct iovec bytes = {frame, sizeof frame};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    put_header(frame, 'G', 0);
    if (!s->job.terminal) {
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(3 * sizeof(int));
        memcpy(CMSG_DATA(header), s->go_fds, sizeof s->go_fds);
    }
    return sendmsg(s->job_socket, &message, MSG_NOSIGNAL) == sizeof frame;
}

static void go(struct service *s)
{
    struct job *job = &s->job;
    uint64_t cpu = cgroup_cpu_us(s->all, &s->group);
    if (!send_go(s)) {
        if (errno != EAGAIN) {
            kill_job(s, BY_ITSELF);
        }
        return;
    }
    close_program_ends(s);
    s->now_us = monotonic_us();
    job->go_waiting = false;
    job->go_us = s->now_us;
    job->cpu_base_us = cpu;
    job->next_check_us = s->now_us + CPU_CHECK_MIN_US;
    s->phase = RUNNING;
}

static void write_to_init(struct service *s)
{
    while (s->phase == SETUP && buffered(&s->to_init) > 0) {
        ssize_t written = send(s->job_socket, buffer_first(&s->to_init), buffered(&s->to_init), MSG_NOSIGNAL);
        if (written < 0) {
            if (errno != EAGAIN && errno != EINTR) {
                kill_job(s, BY_ITSELF);
            }
            return;
        }
        buffer_take(&s->to_init, (size_t)written);
    }
    if (s->phase == SETUP && s->job.go_waiting) {
        go(s);
    }
}

static void init_misbehaves(struct service *s, const char *what)
{
    log_line("Slot %u: init %s", s->slot, what);
    s->job.ended = NO_WORD_FROM_INIT;
    s->job.code = 0;
    kill_job(s, BY_ITSELF);
}

// The first is for standard input and output, the second for standard error.
static void take_terminal(struct service *s)
{
    int master = s->early_fd;
    struct stream *stream = &s->streams[s->streams[OUT].fd < 0 ? OUT : ERR];
    s->early_fd = -1;
    if (!s->job.terminal || stream->fd >= 0 || s->job.started || master < 0 || !isatty(master) || !set_nonblocking(master)) {
        close_fd(&master);
        init_misbehaves(s, "sent a terminal that is none");
        return;
    }
    stream->fd = master;
    if (s->stdin_fd < 0) {
        s->stdin_fd = fcntl(master, F_DUPFD_CLOEXEC, 3);
    }
}

static void program_ended(struct service *s, const unsigned char *payload)
{
    struct job *job = &s->job;
    if (payload[0] < EXITED || payload[0] > COULD_NOT_START || (payload[0] != COULD_NOT_START && !job->started)) {
        init_misbehaves(s, "told an end that can't be");
        return;
    }
    job->ended = payload[0];
    job->code = get_u32(payload + 1);
    job->max_rss_bytes = get_u64(payload + 5);
    job->ended_well = true;
    job->end_us = s->now_us;
    job->cpu_us = cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us;
    job->teardown_us = s->now_us + TEARDOWN_WAIT_US;
    job->next_check_us = s->now_us + QUIET_CHECK_US;
    close_fd(&s->stdin_fd);
    s->phase = DRAINING;
}

static void collected_frame(struct service *s, char type, const unsigned char *frame, uint32_t length)
{
    struct job *job = &s->job;
    const unsigned char *payload = frame + FRAME_HEADER;
    if (type == 'N' && length == 1 && payload[0] <= 1 && job->collected_file_left == 0) {
        job->flags |= payload[0] ? FILES_LEFT_OUT : 0;
        finish_job(s);
    } else if (type == 'D' && length > 0 && length <= job->collected_file_left) {
        job->collected_file_left -= length;
        buffer_put(&s->out, frame, FRAME_HEADER + length);
    } else if (type == 'F' && length > 5 && job->collected_file_left == 0 && payload[0] <= 1 && is_string(payload + 5, length - 5)
               && is_name(payload + 7, length - 7) && get_u32(payload + 1) <= job->collect_left && ++job->collected_files <= COLLECTED_FILES_MAX) {
        job->collected_file_left = get_u32(payload + 1);
        job->collect_left -= job->collected_file_left;
        buffer_put(&s->out, frame, FRAME_HEADER + length);
    } else {
        init_misbehaves(s, "sent a frame out of order");
    }
}

static void take_init_frame(struct service *s, char type, const unsigned char *frame, uint32_t length)
{
    if (s->phase == STARTING) {
        jail_greets(s, type, length);
    } else if (s->phase == COLLECTING) {
        collected_frame(s, type, frame, length);
    } else if (s->phase != RUNNING) {
        init_misbehaves(s, "spoke before it was asked");
    } else if (type == 'S' && length == 0 && !s->job.started && s->streams[ERR].fd >= 0) {
        s->job.started = true;
        s->factory_failures = 0;
        put_frame(s, 'S', NULL, 0);
    } else if (type == 'T' && length == 0) {
        take_terminal(s);
    } else if (type == 'P' && length == 13) {
        program_ended(s, frame + FRAME_HEADER);
    } else {
        init_misbehaves(s, "sent a frame out of order");
    }
}

static bool listens_to_init(const struct service *s)
{
    return s->phase == STARTING || s->phase == SETUP || s->phase == RUNNING || (s->phase == COLLECTING && buffer_room(&s->out) >= 2 * FRAME_MAX + OUT_RESERVE);
}

static void read_init_frames(struct service *s)
{
    while (listens_to_init(s) && buffered(&s->from_init) >= FRAME_HEADER) {
        const unsigned char *frame = buffer_first(&s->from_init);
        uint32_t length = get_u32(frame);
        if (length > FRAME_PAYLOAD_MAX) {
            init_misbehaves(s, "sent a frame that is too long");
            return;
        }
        if (buffered(&s->from_init) < FRAME_HEADER + length) {
            return;
        }
        uint64_t generation = s->job.begin_us;
        take_init_frame(s, (char)frame[4], frame, length);
        if (s->phase == STARTING || s->job.begin_us != generation) {
            return; // finish_job emptied the buffer
        }
        buffer_take(&s->from_init, FRAME_HEADER + length);
    }
}

static void read_init(struct service *s)
{
    // What is here already counts before the end of init does: `out` may have been full when it came.
    int socket = s->job_socket;
    read_init_frames(s);
    if (s->job_socket != socket || !listens_to_init(s)) {
        return;
    }
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(4 * sizeof(int))];
    } control;
    struct iovec bytes = {buffer_next(&s->from_init, FRAME_MAX), FRAME_MAX};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(s->job_socket, &message, MSG_CMSG_CLOEXEC);
    if (length < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    for (struct cmsghdr *header = length < 0 ? NULL : CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        for (size_t i = 0; header->cmsg_type == SCM_RIGHTS && i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
            close_fd(&s->early_fd);
            memcpy(&s->early_fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
        }
    }
    if (length <= 0 && s->phase == STARTING) {
        drop_jail(s);
        return;
    }
    if (length <= 0) {
        // init died without a word: for memory, or something outside killed it.
        kill_job(s, BY_ITSELF);
        return;
    }
    buffer_added(&s->from_init, (size_t)length);
    read_init_frames(s);
}

// ---- the program's own streams

// Sends on what may be sent; anything above the limit ends the job.
static void take_output(struct service *s, struct stream *stream, const unsigned char *bytes, size_t length)
{
    size_t kept = length <= stream->left ? length : (size_t)stream->left;
    if (kept > 0) {
        unsigned char head[FRAME_HEADER + 8];
        put_header(head, stream->type, (uint32_t)(8 + kept));
        put_u64(head + FRAME_HEADER, s->now_us - s->job.go_us);
        buffer_put(&s->out, head, sizeof head);
        buffer_put(&s->out, bytes, kept);
        stream->left -= kept;
    }
    if (kept < length) {
        s->job.flags |= stream->type == 'O' ? STDOUT_CUT : STDERR_CUT;
        if (s->job.ended_well || s->phase == KILLING) {
            s->job.killed_for = s->job.killed_for ? s->job.killed_for : OUTPUT;
        } else {
            kill_job(s, OUTPUT);
        }
    }
}

static bool has_room_for_output(const struct service *s)
{
    return buffer_room(&s->out) >= FRAME_HEADER + 8 + OUTPUT_CHUNK_MAX + OUT_RESERVE;
}

// False when there was nothing to read.
static bool read_output(struct service *s, struct stream *stream)
{
    static unsigned char bytes[OUTPUT_CHUNK_MAX];
    ssize_t length = read(stream->fd, bytes, sizeof bytes);
    if (length > 0) {
        take_output(s, stream, bytes, (size_t)length);
        return true;
    }
    if (s->job.terminal && s->phase == RUNNING && length < 0 && errno == EIO) {
        // The program holds no end of the terminal, but may open it again; and were we to close ours, it would get a SIGHUP.
        stream->paused_until_us = s->now_us + TERMINAL_PAUSE_US;
    } else if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
        close_fd(&stream->fd);
    }
    return false;
}

// The bytes of a stream whose writers are all dead. True once nothing is left.
static bool drain(struct service *s, struct stream *stream)
{
    while (stream->fd >= 0 && has_room_for_output(s)) {
        if ((s->job.flags & (stream->type == 'O' ? STDOUT_CUT : STDERR_CUT)) || !read_output(s, stream)) {
            close_fd(&stream->fd);
        }
    }
    return stream->fd < 0;
}

static bool wants_to_write_stdin(const struct service *s)
{
    return s->phase == RUNNING && s->stdin_fd >= 0 && buffered(&s->stdin_data) > 0;
}

static void end_stdin(struct service *s)
{
    // On a terminal the character ends the line that is there, and a file only at the start of a line.
    unsigned char ends[2] = {END_OF_FILE_CHARACTER, END_OF_FILE_CHARACTER};
    if (s->job.terminal) {
        size_t count = s->last_stdin_byte == '\n' ? 1 : 2;
        if (write(s->stdin_fd, ends, count) < 0 && errno == EAGAIN) {
            return;
        }
    }
    close_fd(&s->stdin_fd);
}

static void write_stdin(struct service *s)
{
    while (s->stdin_fd >= 0 && buffered(&s->stdin_data) > 0) {
        ssize_t written = write(s->stdin_fd, buffer_first(&s->stdin_data), buffered(&s->stdin_data));
        if (written < 0) {
            if (errno == EAGAIN || errno == EINTR) {
                return;
            }
            // The program closed it: what comes is dropped and counts as taken.
            s->window_credit += (uint32_t)buffered(&s->stdin_data);
            buffer_clear(&s->stdin_data);
            s->stdin_ended = true;
            close_fd(&s->stdin_fd);
            return;
        }
        s->last_stdin_byte = buffer_first(&s->stdin_data)[written - 1];
        s->window_credit += (uint32_t)written;
        buffer_take(&s->stdin_data, (size_t)written);
    }
    if (s->stdin_ended && s->stdin_fd >= 0) {
        end_stdin(s);
    }
}

// ---- clocks

static void check_cpu(struct service *s)
{
    static long processors;
    struct job *job = &s->job;
    uint64_t used = cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us;
    if (used >= job->limits.cpu_us) {
        kill_job(s, CPU_TIME);
        return;
    }
    if (processors == 0) {
        processors = sysconf(_SC_NPROCESSORS_ONLN) > 0 ? sysconf(_SC_NPROCESSORS_ONLN) : 1;
    }
    uint64_t soonest = (job->limits.cpu_us - used) / (uint64_t)processors;
    job->next_check_us = s->now_us + (soonest > CPU_CHECK_MIN_US ? soonest : CPU_CHECK_MIN_US);
}

static bool output_ended(const struct service *s)
{
    return s->streams[OUT].fd < 0 && s->streams[ERR].fd < 0;
}

// A pipe can outlive the processes, in a message that nobody took. Once init alone lives, nothing more will be written.
static void end_quiet_streams(struct service *s)
{
    if (cgroup_processes(s->all, &s->group) <= 1) {
        drain(s, &s->streams[OUT]);
        drain(s, &s->streams[ERR]);
    }
    s->job.next_check_us = s->now_us + QUIET_CHECK_US;
}

static void check_killing(struct service *s)
{
    struct job *job = &s->job;
    job->next_check_us = s->now_us + KILL_ROUND_US;
    if (!is_alive(s->init_pidfd) && cgroup_processes(s->all, &s->group) == 0) {
        if (drain(s, &s->streams[OUT]) & drain(s, &s->streams[ERR])) {
            finish_job(s);
        }
        return;
    }
    if (s->now_us >= job->teardown_us) {
        job->killed_for = TEARDOWN_TOO_SLOW;
        finish_job(s);
        quarantine(s, "A process of the last job can't be killed");
        return;
    }
    if (++job->kill_rounds % KILL_REPEAT_ROUNDS == 0) {
        kill_everything(s);
    }
}

static void check_clocks(struct service *s)
{
    struct job *job = &s->job;
    if (!has_room_for_output(s) && job->teardown_us) {
        job->teardown_us = s->now_us + TEARDOWN_WAIT_US; // it's the JVM that is slow
    }
    switch (s->phase) {
    case STARTING:
        if (s->factory_start_us && s->now_us >= s->factory_start_us) {
            start_factory(s);
        } else if (s->now_us >= s->factory_deadline_us) {
            factory_failed(s, "no jail came up in 10 s");
        }
        break;
    case READY:
        break;
    case SETUP:
        if (s->now_us - job->begin_us >= SETUP_WAIT_US) {
            kill_job(s, SETUP_TOO_SLOW);
        }
        break;
    case RUNNING:
        if (s->now_us - job->go_us >= job->limits.wall_us) {
            kill_job(s, WALL_TIME);
        } else if (!job->started && s->now_us - job->begin_us >= SETUP_WAIT_US) {
            kill_job(s, SETUP_TOO_SLOW);
        } else if (s->now_us >= job->next_check_us) {
            check_cpu(s);
        }
        break;
    case DRAINING:
        if (s->now_us >= job->next_check_us) {
            end_quiet_streams(s);
        }
        if (output_ended(s)) {
            s->phase = COLLECTING;
            job->teardown_us = s->now_us + (job->limits.collect_bytes ? COLLECT_WAIT_US : TEARDOWN_WAIT_US);
            read_init_frames(s);
        } else if (s->now_us >= job->teardown_us) {
            kill_job(s, TEARDOWN_TOO_SLOW);
        }
        break;
    case COLLECTING:
        if (s->now_us >= job->teardown_us) {
            kill_job(s, TEARDOWN_TOO_SLOW);
        }
        break;
    case KILLING:
        if (s->now_us >= job->next_check_us) {
            check_killing(s);
        }
        break;
    }
}

// When check_clocks has something to do next, or 0 for never.
static uint64_t next_deadline(const struct service *s)
{
    const struct job *job = &s->job;
    uint64_t wall = job->go_us + job->limits.wall_us;
    uint64_t deadline = 0;
    switch (s->phase) {
    case STARTING:
        deadline = s->factory_start_us ? s->factory_start_us : s->factory_deadline_us;
        break;
    case READY:
        break;
    case SETUP:
        deadline = job->begin_us + SETUP_WAIT_US;
        break;
    case RUNNING:
        deadline = job->next_check_us < wall ? job->next_check_us : wall;
        for (int i = 0; i < STREAMS; i++) {
            uint64_t resumed = s->streams[i].paused_until_us;
            deadline = resumed > s->now_us && resumed < deadline ? resumed : deadline;
        }
        break;
    case DRAINING:
    case KILLING:
        deadline = job->next_check_us;
        break;
    case COLLECTING:
        deadline = job->teardown_us;
        break;
    }
    uint64_t removal = *s->old_group && s->phase == READY ? s->now_us + KILL_ROUND_US : 0;
    return removal && (!deadline || removal < deadline) ? removal : deadline;
}

// ---- the loop

enum { FROM_JVM, TO_JVM, FACTORY, FACTORY_LOG, FACTORY_END, INIT, INIT_END, PROGRAM_IN, PROGRAM_OUT, PROGRAM_ERR, POLLED };

static bool program_may_write(const struct service *s)
{
    return (s->phase == RUNNING && s->job.started) || s->phase == DRAINING;
}

static void choose_events(const struct service *s, struct pollfd *polled)
{
    bool room = has_room_for_output(s) && program_may_write(s);
    bool to_init = s->phase == SETUP && (buffered(&s->to_init) > 0 || s->job.go_waiting);
    bool job_socket = listens_to_init(s);
    polled[FROM_JVM] = (struct pollfd){STDIN_FILENO, wants_input(s) ? POLLIN : 0, 0};
    polled[TO_JVM] = (struct pollfd){STDOUT_FILENO, buffered(&s->out) > 0 ? POLLOUT : 0, 0};
    // The next jail may speak before the last job's report is out: it waits in the socket.
    polled[FACTORY] = (struct pollfd){s->phase == STARTING || s->phase == READY ? s->factory.socket : -1, POLLIN, 0};
    polled[FACTORY_LOG] = (struct pollfd){s->factory.log, POLLIN, 0};
    polled[FACTORY_END] = (struct pollfd){s->factory.pidfd, POLLIN, 0};
    polled[INIT] = (struct pollfd){job_socket ? s->job_socket : -1, (short)(POLLIN | (to_init ? POLLOUT : 0)), 0};
    polled[INIT_END] = (struct pollfd){s->phase == KILLING || s->phase == READY || s->phase == STARTING ? s->init_pidfd : -1, POLLIN, 0};
    polled[PROGRAM_IN] = (struct pollfd){wants_to_write_stdin(s) ? s->stdin_fd : -1, POLLOUT, 0};
    for (int i = 0; i < STREAMS; i++) {
        bool paused = s->phase == RUNNING && s->streams[i].paused_until_us > s->now_us;
        polled[PROGRAM_OUT + i] = (struct pollfd){room && !paused ? s->streams[i].fd : -1, POLLIN, 0};
    }
}

static void wait_for_events(struct service *s, struct pollfd *polled)
{
    sigset_t none;
    sigemptyset(&none);
    uint64_t deadline = next_deadline(s), wait = deadline > s->now_us ? deadline - s->now_us : 0;
    struct timespec timeout = {(time_t)(wait / SECOND_US), (long)(wait % SECOND_US) * 1000};
    if (ppoll(polled, POLLED, deadline ? &timeout : NULL, &none) < 0) {
        for (int i = 0; i < POLLED; i++) {
            polled[i].revents = 0;
        }
    }
}

static void handle_program(struct service *s, const struct pollfd *polled)
{
    for (int i = 0; i < STREAMS; i++) {
        if (polled[PROGRAM_OUT + i].revents && s->streams[i].fd == polled[PROGRAM_OUT + i].fd && program_may_write(s) && has_room_for_output(s)) {
            read_output(s, &s->streams[i]);
        }
    }
}

static void handle_factory(struct service *s, const struct pollfd *polled)
{
    if (polled[FACTORY_LOG].revents && s->factory.log >= 0) {
        factory_read_log(&s->factory);
    }
    // Before the factory's word: the next jail may have spoken already.
    if (polled[INIT_END].revents) {
        if (s->phase == KILLING) {
            close_fd(&s->init_pidfd);
            check_killing(s);
        } else if (s->phase == READY || s->phase == STARTING) {
            drop_jail(s);
        }
    }
    if (polled[FACTORY_END].revents && s->factory.pid > 0) {
        factory_failed(s, "nsjail ended");
    } else if (polled[FACTORY].revents && s->factory.socket == polled[FACTORY].fd && (s->phase == STARTING || s->phase == READY)) {
        read_ready(s);
    }
}

static void handle_events(struct service *s, const struct pollfd *polled)
{
    if (polled[FROM_JVM].revents & POLLIN) {
        read_input(s);
    } else if (polled[FROM_JVM].revents) {
        s->input_ended = true; // the JVM is gone, whatever is still in the pipe
    }
    if (polled[TO_JVM].revents & (POLLERR | POLLHUP | POLLNVAL)) {
        s->input_ended = true;
    }
    if (polled[INIT].revents & (POLLIN | POLLHUP | POLLERR) && s->job_socket == polled[INIT].fd && listens_to_init(s)) {
        read_init(s);
    }
    handle_program(s, polled);
    handle_factory(s, polled);
}

// Everything that can go on without waiting.
static void proceed(struct service *s)
{
    read_frames(s);
    write_to_init(s);
    read_frames(s);
    if (s->phase == RUNNING) {
        write_stdin(s);
    }
    check_clocks(s);
    read_init_frames(s);
    tell_window(s);
    announce(s);
    flush_out(s);
}

static bool goes_on(const struct service *s, const volatile sig_atomic_t *stop)
{
    return !s->input_ended && !s->broken && !s->quarantined && !*stop;
}

// Ends whatever runs; the last frame goes out if somebody reads.
static void close_service(struct service *s)
{
    flush_out(s);
    factory_stop(&s->factory);
    kill_everything(s);
    uint64_t deadline = monotonic_us() + TEARDOWN_WAIT_US;
    while (s->has_group && cgroup_processes(s->all, &s->group) > 0 && monotonic_us() < deadline) {
        poll(NULL, 0, 2);
        slot_kill(s->config, s->slot);
    }
    close_job(s);
    cgroup_close(&s->group);
    for (bool removed = false; !removed && monotonic_us() < deadline; poll(NULL, 0, removed ? 0 : 2)) {
        removed = cgroup_remove(s->all, s->group.name);
        removed = (!*s->old_group || cgroup_remove(s->all, s->old_group)) && removed;
    }
}

static struct buffer buffer_of(size_t capacity)
{
    struct buffer buffer = {.bytes = malloc(capacity), .capacity = capacity};
    if (!buffer.bytes) {
        abort();
    }
    return buffer;
}

static void open_service(struct service *s)
{
    s->init_pidfd = s->job_socket = s->early_fd = s->stdin_fd = -1;
    s->streams[OUT].fd = s->streams[ERR].fd = -1;
    s->go_fds[0] = s->go_fds[1] = s->go_fds[2] = -1;
    s->in = buffer_of(INPUT_BYTES);
    s->out = buffer_of(OUT_BYTES);
    s->to_init = buffer_of(TO_INIT_BYTES);
    s->from_init = buffer_of(2 * FRAME_MAX);
    s->stdin_data = buffer_of(INPUT_WINDOW);
    fcntl(STDIN_FILENO, F_SETPIPE_SZ, INPUT_PIPE_BYTES); // a compiled program takes fewer turns
    set_nonblocking(STDIN_FILENO);
    set_nonblocking(STDOUT_FILENO);
    s->now_us = monotonic_us();
    send_hello(s);
    make_group(s);
    start_factory(s);
}

enum exit_code serve(const struct config *config, const struct hierarchies *all, unsigned slot, const volatile sig_atomic_t *stop)
{
    static struct service service;
    struct service *s = &service;
    struct pollfd polled[POLLED];
    *s = (struct service){.config = config, .all = all, .slot = slot};
    open_service(s);
    while (goes_on(s, stop)) {
        choose_events(s, polled);
        wait_for_events(s, polled);
        s->now_us = monotonic_us();
        handle_events(s, polled);
        proceed(s);
    }
    close_service(s);
    return s->broken ? BROKEN_PROTOCOL : s->quarantined ? QUARANTINED : INPUT_ENDED;
}
