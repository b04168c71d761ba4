#define _GNU_SOURCE
#include "service.h"

#include "clocks.h"
#include "from_init.h"
#include "from_jvm.h"
#include "jails.h"
#include "job.h"
#include "slot.h"
#include "state.h"
#include "streams.h"
#include "to_init.h"
#include "to_jvm.h"

#include <poll.h>
#include <stdlib.h>

enum { INPUT_PIPE_BYTES = 256 * 1024 };

enum { FROM_JVM, TO_JVM, FACTORY, FACTORY_LOG, FACTORY_END, INIT, INIT_END, PROGRAM_IN, PROGRAM_OUT, PROGRAM_ERR, POLLED };

static void choose_events(const struct service *s, struct pollfd *polled)
{
    bool room = has_room_for_output(s) && program_may_write(s);
    bool to_init = s->phase == SETUP && (buffered(&s->to_init) > 0 || s->job.go_waiting);
    bool job_socket = reads_from_init(s);
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
    s->interrupted = ppoll(polled, POLLED, deadline ? &timeout : NULL, &none) < 0;
    if (s->interrupted) {
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
    if (s->interrupted && (s->phase == STARTING || s->phase == READY)) {
        check_factory(s);
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
    if (polled[INIT].revents & (POLLIN | POLLHUP | POLLERR) && s->job_socket == polled[INIT].fd && reads_from_init(s)) {
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
    answer_beat(s);
    announce(s);
    flush_out(s);
    read_init_frames(s); // there is room again
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

static void free_buffers(struct service *s)
{
    struct buffer *const all[] = {&s->in, &s->out, &s->to_init, &s->from_init, &s->stdin_data};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        free(all[i]->bytes);
    }
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
    free_buffers(s);
    return s->broken ? BROKEN_PROTOCOL : s->quarantined ? QUARANTINED : INPUT_ENDED;
}
