#define _GNU_SOURCE
#include "jails.h"

#include "job.h"
#include "log.h"
#include "process.h"
#include "slot.h"
#include "to_jvm.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>

enum {
    FACTORY_BACK_OFF_US = SECOND_US / 10,
    FACTORY_ATTEMPTS = 3,
    IDLE_READIES_MAX = 20,
    JOB_SOCKET_BYTES = 1024 * 1024,
};

void make_group(struct service *s)
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

void retire_group(struct service *s)
{
    memcpy(s->old_group, s->group.name, sizeof s->old_group);
    s->old_group_deadline_us = s->now_us + READY_WAIT_US + TEARDOWN_WAIT_US;
    cgroup_close(&s->group);
    s->has_group = false;
}

void start_factory(struct service *s)
{
    char error[200];
    s->factory_start_us = 0;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
    if (!factory_start(&s->factory, s->config, s->slot, error, sizeof error)) {
        factory_stop(&s->factory);
        quarantine(s, error);
    }
}

void factory_failed(struct service *s, const char *what)
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

void check_factory(struct service *s)
{
    if (factory_is_stopped(&s->factory)) {
        factory_failed(s, "nsjail was stopped");
    }
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

bool is_alive(int pidfd)
{
    struct pollfd ended = {.fd = pidfd, .events = POLLIN};
    return pidfd >= 0 && poll(&ended, 1, 0) == 0;
}

// The kernel told the pid of who sent the message. It may have died since, and its number may be another's by now.
static bool belongs_to_slot(const struct service *s, pid_t pid)
{
    struct process process;
    return process_of(pid, &process) && process.uid == s->config->first_uid + s->slot;
}

_Static_assert((int)CONTROLLERS == (int)DOORS_MAX, "a door for each hierarchy");

static bool send_descriptors(int socket, const unsigned char *nonce, const int *fds, size_t count)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE((1 + DOORS_MAX) * sizeof(int))];
    } control = {0};
    struct iovec bytes = {(void *)nonce, NONCE_BYTES};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = CMSG_SPACE(count * sizeof(int))};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(count * sizeof(int));
    memcpy(CMSG_DATA(header), fds, count * sizeof(int));
    return sendmsg(socket, &message, MSG_NOSIGNAL) == NONCE_BYTES;
}

// Gives init the job's socket and the doors of its cgroup.
static bool hand_over(struct service *s, const unsigned char *nonce)
{
    int sockets[2], fds[1 + DOORS_MAX];
    size_t count = 1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    s->job_socket = sockets[0];
    fds[0] = sockets[1];
    for (int i = 0; i < s->all->count && s->group.doors[i] >= 0; i++) {
        fds[count++] = s->group.doors[i];
    }
    setsockopt(s->job_socket, SOL_SOCKET, SO_SNDBUFFORCE, &(int){JOB_SOCKET_BYTES}, sizeof(int));
    bool sent = set_nonblocking(s->job_socket) && send_descriptors(s->factory.socket, nonce, fds, count);
    close(sockets[1]);
    return sent;
}

void drop_jail(struct service *s)
{
    close_fd(&s->init_pidfd);
    close_fd(&s->job_socket);
    close_fd(&s->early_fd);
    buffer_clear(&s->from_init);
    s->phase = STARTING;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
}

// A jail waits: its init gets the socket of its one job and the way into the job's cgroup.
static void accept_jail(struct service *s, pid_t pid, const unsigned char *nonce)
{
    drop_jail(s);
    if (++s->idle_readies > IDLE_READIES_MAX) {
        factory_failed(s, "jails end before they get a job");
        return;
    }
    s->init_pid = pid;
    s->init_pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    bool entered = s->init_pidfd >= 0 && s->has_group && belongs_to_slot(s, pid) && cgroup_move_unless_doors(s->all, &s->group, pid) && offer_to_oom_killer(pid) && hand_over(s, nonce);
    if (!entered || !is_alive(s->init_pidfd)) {
        drop_jail(s); // it died meanwhile; nsjail makes another
    }
}

void jail_greets(struct service *s, char type, uint32_t length)
{
    if (type != 'R' || length != 0) {
        factory_failed(s, "init sent something else than its greeting");
    } else if (!cgroup_holds_only(s->all, &s->group, s->init_pid)) {
        factory_failed(s, "init greets from outside its cgroup");
    } else {
        s->phase = READY;
    }
}

void read_ready(struct service *s)
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

void announce(struct service *s)
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
