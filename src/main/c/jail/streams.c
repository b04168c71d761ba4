#define _GNU_SOURCE
#include "streams.h"

#include "job.h"
#include "to_jvm.h"

#include <errno.h>

enum {
    TERMINAL_PAUSE_US = 20000,
    END_OF_FILE_CHARACTER = 4,
};

bool open_streams(struct service *s)
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

bool program_may_write(const struct service *s)
{
    return (s->phase == RUNNING && s->job.started) || s->phase == DRAINING;
}

bool has_room_for_output(const struct service *s)
{
    return buffer_room(&s->out) >= FRAME_HEADER + 8 + OUTPUT_CHUNK_MAX + OUT_RESERVE;
}

// Sends on what may be sent; anything above the limit ends the job.
static void take_output(struct service *s, struct stream *stream, const unsigned char *bytes, size_t length)
{
    if (!s->job.started) {
        return; // it was killed before its start was told: it may run again elsewhere
    }
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

bool read_output(struct service *s, struct stream *stream)
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

bool drain(struct service *s, struct stream *stream)
{
    while (stream->fd >= 0 && has_room_for_output(s)) {
        if ((s->job.flags & (stream->type == 'O' ? STDOUT_CUT : STDERR_CUT)) || !read_output(s, stream)) {
            close_fd(&stream->fd);
        }
    }
    return stream->fd < 0;
}

bool output_ended(const struct service *s)
{
    return s->streams[OUT].fd < 0 && s->streams[ERR].fd < 0;
}

bool wants_to_write_stdin(const struct service *s)
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

void write_stdin(struct service *s)
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
