#include "from_init.h"

#include "clocks.h"
#include "jails.h"
#include "job.h"
#include "log.h"
#include "to_jvm.h"

#include <errno.h>
#include <sys/socket.h>

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

static void collected_frame(struct service *s, const struct frame *frame)
{
    struct job *job = &s->job;
    struct file_header file;
    bool between = job->collected_file_left == 0;
    if (frame->type == 'N' && frame->length == 1 && frame->payload[0] <= 1 && between) {
        job->flags |= frame->payload[0] ? FILES_LEFT_OUT : 0;
        finish_job(s);
        return;
    }
    if (frame->type == 'D' && frame->length > 0 && frame->length <= job->collected_file_left) {
        job->collected_file_left -= frame->length;
    } else if (frame->type == 'F' && between && parse_file(frame->payload, frame->length, &file) && file.size <= job->collect_left
               && ++job->collected_files <= COLLECTED_FILES_MAX) {
        job->collected_file_left = file.size;
        job->collect_left -= file.size;
    } else {
        init_misbehaves(s, "sent a frame out of order");
        return;
    }
    put_frame(s, frame->type, frame->payload, frame->length);
}

static void running_frame(struct service *s, const struct frame *frame)
{
    struct program_end end;
    if (frame->type == 'S' && frame->length == 0 && !s->job.started && s->streams[ERR].fd >= 0) {
        s->job.started = true;
        s->factory_failures = 0;
        begin_rank(s);
        put_frame(s, 'S', NULL, 0);
    } else if (frame->type == 'T' && frame->length == 0) {
        take_terminal(s);
    } else if (frame->type == 'P' && parse_end(frame->payload, frame->length, &end) && (end.ended == COULD_NOT_START || s->job.started)) {
        program_ended(s, &end);
    } else {
        init_misbehaves(s, "sent a frame out of order");
    }
}

static void take_init_frame(struct service *s, const struct frame *frame)
{
    if (s->phase == STARTING) {
        jail_greets(s, frame->type, frame->length);
    } else if (s->phase == COLLECTING) {
        collected_frame(s, frame);
    } else if (s->phase == RUNNING) {
        running_frame(s, frame);
    } else {
        init_misbehaves(s, "spoke before it was asked");
    }
}

static bool listens_to_init(const struct service *s)
{
    return s->phase == STARTING || s->phase == SETUP || s->phase == RUNNING || (s->phase == COLLECTING && buffer_room(&s->out) >= 2 * FRAME_MAX + OUT_RESERVE);
}

static bool init_frame_waits(const struct service *s)
{
    struct frame frame;
    return frame_first(buffer_first(&s->from_init), buffered(&s->from_init), &frame) != FRAME_PARTLY;
}

bool reads_from_init(const struct service *s)
{
    return listens_to_init(s) && !init_frame_waits(s);
}

void read_init_frames(struct service *s)
{
    struct frame frame;
    for (enum frame_state state; listens_to_init(s) && (state = frame_first(buffer_first(&s->from_init), buffered(&s->from_init), &frame)) != FRAME_PARTLY;) {
        if (state == FRAME_TOO_LONG) {
            init_misbehaves(s, "sent a frame that is too long");
            return;
        }
        uint64_t generation = s->job.begin_us;
        take_init_frame(s, &frame);
        if (s->phase == STARTING || s->job.begin_us != generation) {
            return; // finish_job emptied the buffer
        }
        buffer_take(&s->from_init, FRAME_HEADER + frame.length);
    }
}

// A terminal comes with the frame that tells of it; of several descriptors the last is kept.
static void take_descriptors(struct service *s, struct msghdr *message)
{
    for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header; header = CMSG_NXTHDR(message, header)) {
        for (size_t i = 0; header->cmsg_type == SCM_RIGHTS && i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
            close_fd(&s->early_fd);
            memcpy(&s->early_fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
        }
    }
}

void read_init(struct service *s)
{
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
    if (length >= 0) {
        take_descriptors(s, &message);
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
