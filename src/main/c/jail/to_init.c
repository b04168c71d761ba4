#include "to_init.h"

#include "job.h"

#include <errno.h>
#include <sys/socket.h>

void put_to_init(struct service *s, const struct frame *frame)
{
    if (s->phase == SETUP) {
        buffer_put(&s->to_init, frame->payload - FRAME_HEADER, FRAME_HEADER + frame->length);
    }
}

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

void write_to_init(struct service *s)
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
