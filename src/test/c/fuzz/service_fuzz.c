// The whole service of a slot: real frames, real sockets and pipes, a clock of ours, and played cgroups and processes. The bytes say
// what the JVM, nsjail, init and the program do next, so every order of events can come. What the service tells the JVM is checked.
//
// It is linked with the service's own code, in which ppoll, poll, clock_gettime and syscall are ours (src/test/c/fuzz/run).

#define _GNU_SOURCE
#include "jail/factory.h"
#include "jail/process.h"
#include "jail/service.h"
#include "jail/slot.h"
#include "frames.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***arguments);
int fuzz_ppoll(struct pollfd *polled, nfds_t count, const struct timespec *timeout, const sigset_t *mask);
int fuzz_poll(struct pollfd *polled, nfds_t count, int timeout_ms);
int fuzz_clock_gettime(clockid_t clock, struct timespec *now);
long fuzz_syscall(long number, ...);

#define CHECK(condition) do { if (!(condition)) { fprintf(stderr, "not kept: %s\n", #condition); abort(); } } while (0)

enum { NONE = -1, PROGRAM_FDS = 3, MOST_TURNS = 20000, INIT_PID = 4242 };

static struct {
    const uint8_t *next, *end;
    uint64_t now_us;
    unsigned turns;
    int to_service, from_service;   // the JVM's ends
    int factory_service, factory;   // the socket of nsjail and its jails: the service's end is factory_service
    int log;
    int init_died, factory_died;    // eventfds
    int job;                        // init's end of the job's socket
    int program[PROGRAM_FDS];       // the program's ends of its pipes
    int terminal;                   // a pty's master, to be sent as one
    int processes;
    bool stopped;
} world;

// ---- what the input says

static uint8_t take(void)
{
    return world.next < world.end ? *world.next++ : 0;
}

static size_t take_bytes(const uint8_t **bytes, size_t most)
{
    size_t length = take() | (size_t)(most > 255 ? take() << 8 : 0);
    size_t left = (size_t)(world.end - world.next);
    length = length > most ? most : length;
    length = length > left ? left : length;
    *bytes = world.next;
    world.next += length;
    return length;
}

static void close_one(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = NONE;
    }
}

// ---- what the service calls

int fuzz_clock_gettime(clockid_t clock, struct timespec *now)
{
    (void)clock;
    *now = (struct timespec){(time_t)(world.now_us / 1000000), (long)(world.now_us % 1000000) * 1000};
    return 0;
}

int fuzz_poll(struct pollfd *polled, nfds_t count, int timeout_ms)
{
    world.now_us += (uint64_t)timeout_ms * 1000 + 1;
    return count ? poll(polled, count, 0) : 0;
}

long fuzz_syscall(long number, ...)
{
    CHECK(number == SYS_pidfd_open);
    close_one(&world.init_died);
    world.init_died = eventfd(0, EFD_NONBLOCK);
    return dup(world.init_died);
}

bool factory_start(struct factory *factory, const struct config *config, unsigned slot, char *error, size_t error_size)
{
    (void)config, (void)slot, (void)error, (void)error_size;
    int sockets[2], log[2];
    close_one(&world.factory);
    close_one(&world.log);
    close_one(&world.factory_died);
    CHECK(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, sockets) == 0 && pipe2(log, O_NONBLOCK) == 0);
    setsockopt(sockets[0], SOL_SOCKET, SO_PASSCRED, &(int){1}, sizeof(int));
    world.factory = sockets[1];
    world.log = log[1];
    world.factory_died = eventfd(0, EFD_NONBLOCK);
    *factory = (struct factory){.pid = INIT_PID - 1, .pidfd = dup(world.factory_died), .socket = sockets[0], .log = log[0]};
    return true;
}

bool factory_is_stopped(const struct factory *factory)
{
    return factory->pid > 0 && world.stopped;
}

void factory_read_log(struct factory *factory)
{
    char text[256];
    if (read(factory->log, text, sizeof text) == 0) {
        close_one(&factory->log);
    }
}

void factory_stop(struct factory *factory)
{
    factory->pid = 0;
    world.stopped = false;
    close_one(&factory->pidfd);
    close_one(&factory->socket);
    close_one(&factory->log);
}

static void init_dies(void)
{
    if (world.init_died >= 0) {
        eventfd_write(world.init_died, 1);
    }
    world.processes = 0;
    close_one(&world.job);
    for (int i = 0; i < PROGRAM_FDS; i++) {
        close_one(&world.program[i]);
    }
}

bool slot_kill(const struct config *config, unsigned slot)
{
    (void)config, (void)slot;
    init_dies();
    return true;
}

bool slot_limit_forks(const struct config *config, unsigned slot, const pid_t *pids, size_t count, uint64_t processes)
{
    (void)config, (void)slot;
    CHECK(processes > 1);
    for (size_t i = 0; i < count; i++) {
        CHECK(pids[i] > INIT_PID);
    }
    return true; // for ever new ones
}

bool process_of(pid_t pid, struct process *process)
{
    (void)pid;
    *process = (struct process){.state = world.stopped ? 'T' : 'S', .uid = getuid()};
    return true;
}

bool process_is_stopped(pid_t pid)
{
    (void)pid;
    return world.stopped;
}

bool cgroup_make(const struct hierarchies *all, struct cgroup *made, unsigned slot)
{
    (void)all, (void)slot;
    *made = (struct cgroup){.name = "slot0-1", .directory = {-1, -1, -1, -1}, .doors = {-1, -1, -1, -1}, .cpu_usage = -1};
    return true;
}

bool cgroup_move_unless_doors(const struct hierarchies *all, const struct cgroup *group, pid_t pid)
{
    (void)all, (void)group, (void)pid;
    return true;
}

bool cgroup_holds_only(const struct hierarchies *all, const struct cgroup *group, pid_t pid)
{
    (void)all, (void)group, (void)pid;
    return world.processes == 1;
}

bool cgroup_limit(const struct hierarchies *all, const struct cgroup *group, uint64_t memory, uint64_t processes, uint64_t percent)
{
    (void)all, (void)group, (void)percent;
    CHECK(memory >= 1 << 20 && processes >= 2);
    return true;
}

bool cgroup_yield(const struct hierarchies *all, const struct cgroup *group)
{
    (void)all, (void)group;
    return true;
}

void cgroup_come_last(const struct hierarchies *all, const struct cgroup *group, bool last)
{
    (void)all, (void)group, (void)last;
}

uint64_t cgroup_cpu_us(const struct hierarchies *all, const struct cgroup *group)
{
    (void)all, (void)group;
    return world.now_us / 2;
}

uint64_t cgroup_refused_forks(const struct cgroup *group)
{
    (void)group;
    return world.now_us / 300000;
}

size_t cgroup_list(const struct hierarchies *all, const struct cgroup *group, pid_t *pids, size_t most)
{
    (void)all, (void)group;
    for (size_t i = 0; i < most; i++) {
        pids[i] = INIT_PID + 1 + (pid_t)i;
    }
    return most;
}

struct counters cgroup_counters(const struct hierarchies *all, const struct cgroup *group)
{
    (void)all, (void)group;
    return (struct counters){0};
}

void cgroup_kill(const struct hierarchies *all, const struct cgroup *group)
{
    (void)all, (void)group;
}

int cgroup_processes(const struct hierarchies *all, const struct cgroup *group)
{
    (void)all, (void)group;
    return world.processes;
}

void cgroup_close(struct cgroup *group)
{
    (void)group;
}

bool cgroup_remove(const struct hierarchies *all, const char *name)
{
    (void)all, (void)name;
    return true;
}

// ---- what the JVM hears

enum { HEARD_MAX = 1 << 20 };

static struct {
    uint8_t bytes[HEARD_MAX];
    size_t length;
    bool hello, ready, started, job, over;
    uint64_t file_left, collected, out, err;
    unsigned files;
} heard;

static const struct job_limits maxima = {
    .cpu_us = 1000000, .wall_us = 2000000, .memory_bytes = 64 << 20, .output_bytes = 100000, .processes = 16, .file_size_bytes = 1 << 20, .collect_bytes = 50000,
};

static void hear(char type, const uint8_t *payload, uint32_t length)
{
    struct file_header file;
    CHECK(!heard.over && (heard.hello || type == 'H' || type == 'Q'));
    CHECK(heard.file_left == 0 || type == 'D' || type == 'B' || type == 'Z' || type == 'Q');
    switch (type) {
    case 'H':
        CHECK(!heard.hello && length == 60);
        heard.hello = true;
        return;
    case 'R':
        CHECK(length == 0 && !heard.ready);
        heard.ready = true;
        heard.out = heard.err = heard.collected = heard.files = 0;
        heard.started = false;
        return;
    case 'S':
        CHECK(length == 0 && heard.ready && !heard.started);
        heard.started = true;
        return;
    case 'O':
        CHECK(heard.started && length > 8 && length <= 8 + OUTPUT_CHUNK_MAX);
        heard.out += length - 8;
        CHECK(heard.out <= maxima.output_bytes);
        return;
    case 'X':
        CHECK(heard.started && length > 8 && length <= 8 + OUTPUT_CHUNK_MAX);
        heard.err += length - 8;
        CHECK(heard.err <= maxima.output_bytes);
        return;
    case 'W':
        CHECK(length == 4 && heard.ready && get_u32(payload) > 0 && get_u32(payload) <= INPUT_WINDOW);
        return;
    case 'F':
        CHECK(heard.ready && parse_file(payload, length, &file) && ++heard.files <= COLLECTED_FILES_MAX);
        heard.file_left = file.size;
        heard.collected += file.size;
        CHECK(heard.collected <= maxima.collect_bytes);
        return;
    case 'D':
        CHECK(length > 0 && length <= heard.file_left);
        heard.file_left -= length;
        return;
    case 'Z':
        CHECK(heard.ready && length == 47 && payload[0] <= 6 && payload[1] <= 3 && payload[46] <= 7);
        heard.ready = false;
        heard.file_left = 0;
        return;
    case 'B':
        CHECK(length == 0);
        return;
    case 'Q':
        CHECK(length >= 2 && get_u16(payload) == length - 2);
        heard.over = true;
        return;
    default:
        CHECK(!"a frame of an unknown type");
    }
}

static void listen_to_service(void)
{
    ssize_t length;
    while ((length = read(world.from_service, heard.bytes + heard.length, HEARD_MAX - heard.length)) > 0) {
        heard.length += (size_t)length;
        size_t at = 0;
        while (heard.length - at >= FRAME_HEADER && heard.length - at >= FRAME_HEADER + get_u32(heard.bytes + at)) {
            uint32_t payload = get_u32(heard.bytes + at);
            CHECK(payload <= FRAME_PAYLOAD_MAX);
            hear((char)heard.bytes[at + 4], heard.bytes + at + FRAME_HEADER, payload);
            at += FRAME_HEADER + payload;
        }
        memmove(heard.bytes, heard.bytes + at, heard.length - at);
        heard.length -= at;
    }
}

// ---- what the others do

static void put(int fd, const void *bytes, size_t length)
{
    if (fd >= 0 && length > 0 && send(fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT) < 0 && errno == ENOTSOCK && write(fd, bytes, length) < 0) {
        return; // full, or nobody reads it
    }
}

static void put_frame_to(int fd, char type, const uint8_t *payload, size_t length)
{
    uint8_t frame[FRAME_HEADER + 4096];
    put_header(frame, type, (uint32_t)length);
    if (length > 0) {
        memcpy(frame + FRAME_HEADER, payload, length);
    }
    put(fd, frame, FRAME_HEADER + length);
}

static void put_with_descriptor(int fd, const void *bytes, size_t length, int descriptor)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec part = {(void *)bytes, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    if (fd >= 0 && descriptor >= 0 && sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) {
        return;
    }
}

static void receive_with_descriptors(int fd, int *into, size_t most)
{
    static uint8_t bytes[FRAME_MAX];
    union {
        struct cmsghdr header;
        char bytes[256];
    } control;
    struct iovec part = {bytes, sizeof bytes};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    if (fd < 0 || recvmsg(fd, &message, MSG_DONTWAIT) < 0) {
        return;
    }
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        for (size_t i = 0; header->cmsg_type == SCM_RIGHTS && i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
            int got;
            memcpy(&got, CMSG_DATA(header) + i * sizeof(int), sizeof got);
            if (i < most) {
                close_one(&into[i]);
                into[i] = got;
            } else {
                close(got);
            }
        }
    }
}

static void jvm_job(void)
{
    struct job_limits limits = maxima;
    uint8_t payload[JOB_BYTES], flags = take();
    if (flags & 0x80) {
        limits.output_bytes = take();
        limits.collect_bytes = take();
    }
    put_limits(payload, &limits);
    payload[LIMITS_BYTES] = flags & 15;
    put_frame_to(world.to_service, 'J', payload, sizeof payload);
}

static void jvm_string(char type)
{
    const uint8_t *bytes;
    uint8_t payload[258];
    size_t length = take_bytes(&bytes, 255);
    put_u16(payload, (uint16_t)length);
    memcpy(payload + 2, bytes, length);
    put_frame_to(world.to_service, type, payload, length + 2);
}

static void put_file(int fd)
{
    const uint8_t *bytes;
    uint8_t payload[7 + 255] = {take() & 1};
    put_u32(payload + 1, (uint32_t)take() << (take() & 15));
    size_t length = take_bytes(&bytes, 255);
    put_u16(payload + 5, (uint16_t)length);
    memcpy(payload + 7, bytes, length);
    put_frame_to(fd, 'F', payload, 7 + length);
}

static void init_ends(void)
{
    uint8_t payload[END_BYTES] = {take() & 3};
    payload[4] = take();
    put_frame_to(world.job, 'P', payload, sizeof payload);
}

static void any_frame(int fd)
{
    const uint8_t *bytes;
    char type = (char)take();
    size_t length = take_bytes(&bytes, 4096);
    put_frame_to(fd, type, bytes, length);
}

static void any_bytes(int fd)
{
    const uint8_t *bytes;
    size_t length = take_bytes(&bytes, 65535);
    put(fd, bytes, length);
}

static void jail_is_ready(void)
{
    uint8_t text[READY_BYTES] = READY_WORD;
    world.processes = 1;
    put(world.factory, text, sizeof text - (take() == 0xff));
}

static void init_greets(void)
{
    receive_with_descriptors(world.factory, &world.job, 1);
    put_frame_to(world.job, 'R', NULL, 0);
}

static void init_sends_terminal(void)
{
    uint8_t frame[FRAME_HEADER];
    put_header(frame, 'T', 0);
    put_with_descriptor(world.job, frame, sizeof frame, take() ? world.terminal : STDERR_FILENO);
}

static void program_writes(void)
{
    static const uint8_t zeros[65536];
    int stream = world.program[1 + (take() & 1)];
    if (stream >= 0) {
        fcntl(stream, F_SETFL, O_NONBLOCK);
        put(stream, zeros, (size_t)take() << (take() & 8));
    }
}

static void program_reads(void)
{
    static uint8_t bytes[65536];
    if (world.program[0] >= 0) {
        fcntl(world.program[0], F_SETFL, O_NONBLOCK);
        if (read(world.program[0], bytes, sizeof bytes) < 0) {
            return;
        }
    }
}

// One deed of somebody. False at the end of the input.
static bool act(void)
{
    if (world.next >= world.end) {
        return false;
    }
    switch (take() % 28) {
    case 0: any_bytes(world.to_service); break;
    case 1: any_frame(world.to_service); break;
    case 2: jvm_job(); break;
    case 3: jvm_string('A'); break;
    case 4: jvm_string('V'); break;
    case 5: jvm_string('C'); break;
    case 6: put_file(world.to_service); break;
    case 7: put_frame_to(world.to_service, 'G', NULL, 0); break;
    case 8: put_frame_to(world.to_service, 'E', NULL, 0); break;
    case 9: put_frame_to(world.to_service, 'K', NULL, 0); break;
    case 10: put_frame_to(world.to_service, 'B', NULL, 0); break;
    case 11: listen_to_service(); break;
    case 12: jail_is_ready(); break;
    case 13: init_greets(); break;
    case 14: receive_with_descriptors(world.job, world.program, PROGRAM_FDS); break;
    case 15: put_frame_to(world.job, 'S', NULL, 0); break;
    case 16: init_ends(); break;
    case 17: any_frame(world.job); break;
    case 18: any_bytes(world.job); break;
    case 19: init_sends_terminal(); break;
    case 20: put_file(world.job); break;
    case 21: put_frame_to(world.job, 'N', (uint8_t[]){take() & 1}, 1); break;
    case 22: program_writes(); break;
    case 23: program_reads(); break;
    case 24: close_one(&world.program[take() % PROGRAM_FDS]); break;
    case 25: init_dies(); break;
    case 26: world.now_us += (uint64_t)take() << (take() & 15); break;
    case 27:
        switch (take() & 3) {
        case 0: eventfd_write(world.factory_died, 1); break;
        case 1: world.stopped = true; break;
        case 2: world.processes = take(); break;
        case 3: close_one(&world.factory); break;
        }
        break;
    }
    return true;
}

// Between two turns of the service somebody does something; when nothing more is to come the JVM hangs up.
int fuzz_ppoll(struct pollfd *polled, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
    (void)mask;
    CHECK(++world.turns < MOST_TURNS);
    if (!act()) {
        close_one(&world.to_service);
    }
    if (world.stopped && (world.turns & 1)) {
        errno = EINTR;
        return -1;
    }
    int ready = poll(polled, count, 0);
    if (ready == 0 && timeout) {
        world.now_us += (uint64_t)timeout->tv_sec * 1000000 + (uint64_t)timeout->tv_nsec / 1000 + 1;
    }
    return ready;
}

static void open_world(const uint8_t *data, size_t size)
{
    int in[2], out[2];
    world.next = data;
    world.end = data + size;
    world.now_us = 1000000;
    world.turns = 0;
    world.processes = 0;
    world.stopped = false;
    world.factory = world.log = world.init_died = world.factory_died = world.job = NONE;
    world.program[0] = world.program[1] = world.program[2] = NONE;
    CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, in) == 0 && pipe2(out, O_NONBLOCK) == 0);
    fcntl(in[0], F_SETFL, O_NONBLOCK);
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    close(in[0]);
    close(out[1]);
    world.to_service = in[1];
    world.from_service = out[0];
    memset((char *)&heard + sizeof heard.bytes, 0, sizeof heard - sizeof heard.bytes);
}

static void close_world(void)
{
    int *const all[] = {&world.to_service, &world.from_service, &world.factory, &world.log, &world.init_died, &world.factory_died, &world.job};
    listen_to_service();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        close_one(all[i]);
    }
    init_dies();
}

static unsigned open_descriptors(void)
{
    unsigned count = 0;
    for (int fd = 0; fd < 256; fd++) {
        count += fcntl(fd, F_GETFD) >= 0;
    }
    return count;
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count, (void)arguments;
    int slave;
    signal(SIGPIPE, SIG_IGN);
    CHECK(openpty(&world.terminal, &slave, NULL, NULL, NULL) == 0);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct config config = {.profile = {.maxima = {0}}};
    static const struct hierarchies all = {0};
    unsigned descriptors = open_descriptors();
    volatile sig_atomic_t stop = 0;
    config.first_uid = getuid();
    config.profile.maxima = maxima;
    open_world(data, size);
    serve(&config, &all, 0, &stop);
    close_world();
    CHECK(open_descriptors() == descriptors);
    return 0;
}
