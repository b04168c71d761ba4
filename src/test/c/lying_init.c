// A double of the jail's init that lies: LIE names which of the functions below it is made to be. It runs in a real jail, with
// all that a taken-over init would have.

#define _GNU_SOURCE
#include "../../main/c/frames.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FACTORY = 3, FDS_MAX = 253 };

static int job = -1;

static void put(int to, const void *bytes, size_t length, int descriptors)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(FDS_MAX * sizeof(int))];
    } control = {0};
    struct iovec part = {(void *)bytes, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptors > 0) {
        message.msg_control = &control;
        message.msg_controllen = CMSG_SPACE((size_t)descriptors * sizeof(int));
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN((size_t)descriptors * sizeof(int));
        for (int i = 0; i < descriptors; i++) {
            memcpy(CMSG_DATA(header) + (size_t)i * sizeof(int), &job, sizeof(int));
        }
    }
    if (sendmsg(to, &message, MSG_NOSIGNAL) < 0) {
        _exit(0);
    }
}

static void say(char type, const void *payload, uint32_t length)
{
    static unsigned char frame[FRAME_MAX];
    put_header(frame, type, length);
    if (length > 0) {
        memcpy(frame + FRAME_HEADER, payload, length);
    }
    put(job, frame, FRAME_HEADER + length, 0);
}

static void be_ready(void)
{
    unsigned char text[READY_BYTES] = READY_WORD;
    put(FACTORY, text, sizeof text, 0);
}

// Leaves the way into the cgroup open.
static int get_socket(int *doors)
{
    unsigned char bytes[64];
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE((1 + DOORS_MAX) * sizeof(int))];
    } control;
    struct iovec part = {bytes, sizeof bytes};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    if (recvmsg(FACTORY, &message, 0) <= 0 || !CMSG_FIRSTHDR(&message)) {
        _exit(0);
    }
    size_t size = CMSG_FIRSTHDR(&message)->cmsg_len - CMSG_LEN(sizeof job);
    memcpy(&job, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof job);
    memcpy(doors, CMSG_DATA(CMSG_FIRSTHDR(&message)) + sizeof job, size);
    return (int)(size / sizeof *doors);
}

static void get_job(void)
{
    int doors[DOORS_MAX];
    for (int i = get_socket(doors); i-- > 0;) {
        if (write(doors[i], "0", 1) != 1) {
            _exit(0);
        }
    }
}

// Up to G, whose frame is the only empty one; the program's descriptors go nowhere.
static void take_job(void)
{
    be_ready();
    get_job();
    say('R', NULL, 0);
    unsigned char header[FRAME_HEADER], payload[FRAME_PAYLOAD_MAX];
    do {
        if (recv(job, header, sizeof header, MSG_WAITALL) != sizeof header
            || (get_u32(header) > 0 && recv(job, payload, get_u32(header), MSG_WAITALL) <= 0)) {
            _exit(0);
        }
    } while (header[4] != 'G');
}

static void run_program(void)
{
    take_job();
    say('S', NULL, 0);
}

static void end_program(void)
{
    unsigned char end[13] = {EXITED};
    run_program();
    say('P', end, sizeof end);
}

static void say_file(uint32_t size, const char *name)
{
    unsigned char payload[64] = {0};
    size_t length = strlen(name);
    put_u32(payload + 1, size);
    put_u16(payload + 5, (uint16_t)length);
    memcpy(payload + 7, name, length);
    say('F', payload, (uint32_t)(7 + length));
}

static void random_to(int to, size_t length)
{
    static unsigned char bytes[FRAME_MAX];
    if (getrandom(bytes, length, 0) == (ssize_t)length) {
        put(to, bytes, length, 0);
    }
}

static _Noreturn void wait_for_ever(void)
{
    for (;;) {
        pause();
    }
}

// ---- before the job

static void says_nothing(void) { wait_for_ever(); }
static void ends_at_once(void) { }
static void is_ready_for_ever(void) { for (;;) be_ready(); }
static void says_random_words_for_ready(void) { for (;;) random_to(FACTORY, 1 + (size_t)getpid() % 100); }
static void is_ready_with_descriptors(void) { unsigned char text[READY_BYTES] = READY_WORD; job = 0; for (int i = 0; i < 100; i++) put(FACTORY, text, sizeof text, FDS_MAX); wait_for_ever(); }
static void greets_wrongly(void) { be_ready(); get_job(); say('S', NULL, 0); wait_for_ever(); }
static void greets_with_random_bytes(void) { be_ready(); get_job(); random_to(job, 1000); wait_for_ever(); }
static void greets_with_a_child(void) { be_ready(); get_job(); if (fork() == 0) wait_for_ever(); say('R', NULL, 0); wait_for_ever(); }
static void greets_from_outside_on_v1(void) { int doors[DOORS_MAX]; be_ready(); if (get_socket(doors) > 0) say('R', NULL, 0); wait_for_ever(); }
static void greets_for_ever(void) { be_ready(); get_job(); for (;;) say('R', NULL, 0); }

// ---- in the job

static void ends_before_its_job(void) { be_ready(); get_job(); say('R', NULL, 0); }
static void says_random_bytes(void) { take_job(); for (;;) random_to(job, 5000); }
static void starts_for_ever(void) { take_job(); for (;;) say('S', NULL, 0); }
static void never_starts(void) { take_job(); wait_for_ever(); }
static void closes_early(void) { take_job(); close(job); wait_for_ever(); }
static void closes_in_mid_frame(void) { run_program(); put(job, "\0\0\0\x0dP\1\2", 7, 0); }
static void ends_what_has_not_started(void) { unsigned char end[13] = {EXITED}; take_job(); say('P', end, sizeof end); wait_for_ever(); }
static void tells_an_end_that_cannot_be(void) { unsigned char end[13] = {4}; run_program(); say('P', end, sizeof end); wait_for_ever(); }
static void ends_twice(void) { unsigned char end[13] = {EXITED}; end_program(); say('P', end, sizeof end); wait_for_ever(); }
static void sends_a_frame_of_4_gib(void) { run_program(); put(job, "\xff\xff\xff\xffP", 5, 0); wait_for_ever(); }
static void sends_a_terminal_that_is_none(void) { unsigned char frame[FRAME_HEADER]; take_job(); put_header(frame, 'T', 0); put(job, frame, sizeof frame, 1); wait_for_ever(); }
static void sends_descriptors_for_ever(void) { run_program(); for (;;) put(job, "\0", 1, FDS_MAX); }
static void sends_terminals_for_ever(void) { unsigned char frame[FRAME_HEADER]; take_job(); put_header(frame, 'T', 0); for (;;) put(job, frame, sizeof frame, FDS_MAX); }
static void leaves_children(void) { run_program(); for (int i = 0; i < 20; i++) { if (fork() == 0) { setsid(); for (;;) random_to(job, 100); } } }

// ---- after the program

static void never_sends_its_files(void) { end_program(); wait_for_ever(); }
static void sends_a_file_of_4_gib(void) { end_program(); say_file(0xffffffff, "a"); wait_for_ever(); }
static void sends_a_name_with_dots(void) { end_program(); say_file(1, "../a"); wait_for_ever(); }
static void sends_empty_files_for_ever(void) { end_program(); for (;;) say_file(0, "a"); }
static void sends_data_of_no_file(void) { end_program(); say('D', "x", 1); wait_for_ever(); }
static void sends_more_data_than_it_said(void) { end_program(); say_file(1, "a"); for (;;) say('D', "xy", 2); }
static void sends_its_data_in_single_bytes(void) { end_program(); for (;;) { say_file(100000, "a"); for (int i = 0; i < 100000; i++) say('D', "x", 1); } }
static void says_it_is_done_in_mid_file(void) { unsigned char none = 0; end_program(); say_file(5, "a"); say('N', &none, 1); wait_for_ever(); }
static void is_done_with_an_unknown_flag(void) { unsigned char flag = 7; end_program(); say('N', &flag, 1); wait_for_ever(); }

int main(void)
{
    signal(SIGCHLD, SIG_IGN);
    LIE();
    return 0;
}
