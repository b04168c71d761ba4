#define _GNU_SOURCE
#include "wire.h"

#include <sys/random.h>
#include <sys/socket.h>

static unsigned char in[FRAME_MAX];
static size_t in_start, in_end;

void send_all(const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(job.socket, at, length, MSG_NOSIGNAL);
        if (sent < 0) {
            fail(EXIT_NO_JOB);
        }
        at += sent;
        length -= (size_t)sent;
    }
}

void send_frame(char type, const void *payload, uint32_t length)
{
    unsigned char frame[FRAME_HEADER + 16 + NAME_MAX_BYTES];
    put_header(frame, type, length);
    if (length > 0) {
        memcpy(frame + FRAME_HEADER, payload, length);
    }
    send_all(frame, FRAME_HEADER + length);
}

void send_with_descriptor(char type, int fd)
{
    unsigned char frame[FRAME_HEADER];
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec bytes = {frame, sizeof frame};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    put_header(frame, type, 0);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    if (sendmsg(job.socket, &message, MSG_NOSIGNAL) != sizeof frame) {
        fail(EXIT_NO_JOB);
    }
}

// Receives bytes and up to `most` descriptors; what comes beyond them is closed.
static ssize_t receive(int socket, void *to, size_t size, int *fds, size_t most)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE((1 + DOORS_MAX) * sizeof(int))];
    } control;
    struct iovec bytes = {to, size};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    for (struct cmsghdr *header = length < 0 ? NULL : CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        for (size_t i = 0; i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
            int fd;
            memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
            if (i < most && fds[i] < 0) {
                fds[i] = fd;
            } else {
                close(fd);
            }
        }
    }
    return length;
}

// We have one thread yet, as we must.
static void enter_cgroup(int *doors)
{
    for (int i = 0; i < DOORS_MAX; i++) {
        if (doors[i] >= 0 && write(doors[i], "0", 1) != 1) {
            fail(EXIT_NO_JOB);
        }
    }
}

void await_job(void)
{
    unsigned char ready[READY_BYTES] = READY_WORD, answer[NONCE_BYTES + 1];
    if (getrandom(ready + 5, NONCE_BYTES, 0) != NONCE_BYTES || send(FACTORY_SOCKET, ready, sizeof ready, MSG_NOSIGNAL) != sizeof ready) {
        fail(EXIT_NO_JOB);
    }
    while (job.socket < 0) {
        int fds[1 + DOORS_MAX];
        memset(fds, -1, sizeof fds);
        ssize_t length = receive(FACTORY_SOCKET, answer, sizeof answer, fds, 1 + DOORS_MAX);
        if (length <= 0) {
            fail(EXIT_NO_JOB);
        }
        if (length == NONCE_BYTES && memcmp(answer, ready + 5, NONCE_BYTES) == 0) {
            enter_cgroup(fds + 1);
            job.socket = fds[0];
            fds[0] = -1;
        }
        for (int i = 0; i < 1 + DOORS_MAX; i++) {
            close(fds[i]);
        }
    }
    close(FACTORY_SOCKET);
}

struct frame next_frame(void)
{
    for (;;) {
        size_t have = in_end - in_start;
        struct frame frame;
        switch (frame_first(in + in_start, have, &frame)) {
        case FRAME_TOO_LONG:
            fail(EXIT_NO_JOB);
        case FRAME_WHOLE:
            in_start += FRAME_HEADER + frame.length;
            return frame;
        case FRAME_PARTLY:
            break;
        }
        memmove(in, in + in_start, have);
        in_start = 0;
        in_end = have;
        ssize_t received = receive(job.socket, in + in_end, sizeof in - in_end, job.program_fds, 3);
        if (received <= 0) {
            fail(EXIT_NO_JOB);
        }
        in_end += (size_t)received;
    }
}
