#include "to_jvm.h"

#include "log.h"

#include <errno.h>

void put_frame(struct service *s, char type, const void *payload, size_t length)
{
    unsigned char header[FRAME_HEADER];
    if (s->quarantined) {
        return; // Q was the last
    }
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

void quarantine(struct service *s, const char *reason)
{
    unsigned char payload[402];
    if (s->quarantined) {
        return;
    }
    log_line("Slot %u stops: %s", s->slot, reason);
    put_frame(s, 'Q', payload, quarantine_payload(payload, reason));
    s->quarantined = true;
}

void protocol_error(struct service *s, const char *what)
{
    if (!s->broken) {
        log_line("Slot %u: protocol error: %s", s->slot, what);
    }
    s->broken = true;
}

void send_hello(struct service *s)
{
    unsigned char payload[8 + LIMITS_BYTES];
    put_u32(payload, PROTOCOL_VERSION);
    put_u32(payload + 4, s->slot);
    put_limits(payload + 8, &s->config->profile.maxima);
    put_frame(s, 'H', payload, sizeof payload);
}

void tell_window(struct service *s)
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

void answer_beat(struct service *s)
{
    if (s->beat_owed && buffer_room(&s->out) >= OUT_RESERVE) {
        put_frame(s, 'B', NULL, 0);
        s->beat_owed = false;
    }
}

void send_report(struct service *s)
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

void flush_out(struct service *s)
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
