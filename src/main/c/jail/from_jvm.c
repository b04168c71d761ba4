#include "from_jvm.h"

#include "job.h"
#include "to_init.h"
#include "to_jvm.h"

#include <errno.h>

static void begin_job(struct service *s, const struct frame *frame)
{
    struct job_limits limits;
    uint8_t flags;
    if (s->phase != READY || !s->announced) {
        protocol_error(s, "a job before a jail is ready");
    } else if (!parse_job(frame->payload, frame->length, &s->config->profile.maxima, &limits, &flags)) {
        protocol_error(s, "a job whose limits are zero or above the maxima");
    } else {
        job_begin(s, &limits, flags);
        put_to_init(s, frame);
    }
}

static void begin_file(struct service *s, const struct frame *frame)
{
    struct file_header file;
    if (!parse_file(frame->payload, frame->length, &file)) {
        protocol_error(s, "a file without a proper name");
        return;
    }
    s->job.file_left = file.size;
    put_to_init(s, frame);
}

static void take_data(struct service *s, const struct frame *frame)
{
    if (frame->length == 0 || frame->length > s->job.file_left) {
        protocol_error(s, "data that belongs to no file");
        return;
    }
    s->job.file_left -= frame->length;
    put_to_init(s, frame);
}

static void take_argument(struct service *s, const struct frame *frame)
{
    bool argument = frame->type == 'A';
    s->job.argument_bytes += frame->length;
    if (!(argument ? is_string : is_variable)(frame->payload, frame->length) || s->job.argument_bytes > ARGUMENTS_MAX) {
        protocol_error(s, "an argument or variable that is none or too long");
        return;
    }
    s->job.has_argument |= argument;
    put_to_init(s, frame);
}

static void take_collect(struct service *s, const struct frame *frame)
{
    if (!is_collect(frame->payload, frame->length)) {
        protocol_error(s, "a name to collect that is none");
        return;
    }
    put_to_init(s, frame);
}

static void take_go(struct service *s, const struct frame *frame)
{
    if (frame->length != 0 || !s->job.has_argument) {
        protocol_error(s, "nothing to run");
        return;
    }
    s->job.go_waiting = true;
}

// What belongs to a job before it runs.
static void setup_frame(struct service *s, const struct frame *frame)
{
    if (frame->type != 'D' && s->job.file_left > 0) {
        protocol_error(s, "a file that isn't complete");
        return;
    }
    switch (frame->type) {
    case 'A':
    case 'V':
        take_argument(s, frame);
        break;
    case 'F':
        begin_file(s, frame);
        break;
    case 'D':
        take_data(s, frame);
        break;
    case 'C':
        take_collect(s, frame);
        break;
    case 'G':
        take_go(s, frame);
        break;
    }
}

static void take_input(struct service *s, const struct frame *frame)
{
    s->window_used += frame->length;
    if (s->window_used > INPUT_WINDOW) {
        protocol_error(s, "more input than the window allows");
    } else if (s->stdin_ended || (s->phase != RUNNING && !s->job.go_waiting)) {
        s->window_credit += frame->length;
    } else {
        buffer_put(&s->stdin_data, frame->payload, frame->length);
    }
}

// Input, its end and a kill: what may cross the job's report is dropped once there is no job.
static void running_frame(struct service *s, const struct frame *frame, bool in_job, bool before_go)
{
    if (frame->type != 'I' && frame->length != 0) {
        protocol_error(s, "a frame of a wrong length");
    } else if (!in_job) {
        return;
    } else if (frame->type == 'K') {
        if (!s->job.ended_well) {
            kill_job(s, CANCELLED);
        }
    } else if (before_go) {
        protocol_error(s, "input before the program");
    } else if (frame->type == 'I') {
        take_input(s, frame);
    } else {
        s->stdin_ended = true;
    }
}

static void take_frame(struct service *s, const struct frame *frame)
{
    bool in_job = s->phase != STARTING && s->phase != READY;
    bool before_go = in_job && s->job.go_us == 0 && !s->job.go_waiting;
    switch (frame->type) {
    case 'J':
        begin_job(s, frame);
        return;
    case 'A':
    case 'V':
    case 'F':
    case 'D':
    case 'C':
    case 'G':
        if (before_go) {
            setup_frame(s, frame);
        } else if (!in_job && s->dropping_setup) {
            s->dropping_setup = frame->type != 'G';
        } else {
            protocol_error(s, "a frame out of order");
        }
        return;
    case 'I':
    case 'E':
    case 'K':
        running_frame(s, frame, in_job, before_go);
        return;
    case 'B':
        if (frame->length != 0) {
            protocol_error(s, "a frame of a wrong length");
        }
        s->beat_owed = true;
        return;
    default:
        protocol_error(s, "a frame of an unknown type");
    }
}

void read_frames(struct service *s)
{
    struct frame frame;
    for (enum frame_state state; !s->broken && (state = frame_first(buffer_first(&s->in), buffered(&s->in), &frame)) != FRAME_PARTLY;) {
        if (state == FRAME_TOO_LONG) {
            protocol_error(s, "a frame that is too long");
            return;
        }
        bool jail_first = s->announced && s->phase == STARTING && frame.type == 'J'; // the jail that the JVM was told of died
        if (jail_first || buffer_room(&s->to_init) < FRAME_MAX) {
            return;
        }
        take_frame(s, &frame);
        buffer_take(&s->in, FRAME_HEADER + frame.length);
    }
}

bool wants_input(const struct service *s)
{
    return buffer_room(&s->in) >= FRAME_MAX;
}

void read_input(struct service *s)
{
    ssize_t length = read(STDIN_FILENO, buffer_next(&s->in, FRAME_MAX), FRAME_MAX);
    if (length > 0) {
        buffer_added(&s->in, (size_t)length);
    } else if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
        s->input_ended = true;
    }
}
