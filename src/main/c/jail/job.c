#define _GNU_SOURCE
#include "job.h"

#include "jails.h"
#include "log.h"
#include "slot.h"
#include "streams.h"
#include "to_jvm.h"

#include <errno.h>
#include <sched.h>

enum { MEMORY_MIN_BYTES = 1 << 20 };

// Keeps a process and its descendants, who may not change it (policy.kafel), on half of the processors: the upper half, since a
// host's interrupts mostly come to the lower one.
static bool confine(pid_t pid)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) {
        return false;
    }
    int spared = CPU_COUNT(&set) / 2;
    for (int cpu = 0; spared > 0; cpu++) {
        if (CPU_ISSET(cpu, &set)) {
            CPU_CLR(cpu, &set);
            spared--;
        }
    }
    return sched_setaffinity(pid, sizeof set, &set) == 0;
}

void job_begin(struct service *s, const struct job_limits *limits, uint8_t flags)
{
    s->job = (struct job){.limits = *limits, .terminal = flags & JOB_TERMINAL, .confined = flags & JOB_CONFINED, .begin_us = s->now_us, .collect_left = limits->collect_bytes};
    s->streams[OUT] = (struct stream){.fd = -1, .type = 'O', .left = limits->output_bytes};
    s->streams[ERR] = (struct stream){.fd = -1, .type = 'X', .left = limits->output_bytes};
    s->idle_readies = 0;
    s->stdin_ended = s->dropping_setup = false;
    s->last_stdin_byte = '\n';
    s->phase = SETUP;
    s->announced = false;
    // What init itself holds can't be taken back: the kernel refuses a limit below it.
    uint64_t memory = limits->memory_bytes < MEMORY_MIN_BYTES ? MEMORY_MIN_BYTES : limits->memory_bytes;
    bool limited = cgroup_limit(s->all, &s->group, memory, (uint64_t)limits->processes + 1, s->config->profile.cpu_percent)
                   && (!(flags & JOB_BACKGROUND) || cgroup_yield(s->all, &s->group))
                   && (!(flags & JOB_CONFINED) || confine(s->init_pid));
    if (!limited || !open_streams(s)) {
        log_line("Slot %u: can't set a job's limits: %s", s->slot, strerror(errno));
        kill_job(s, BY_ITSELF);
    }
}

void job_comes_last(struct service *s, bool last)
{
    if (last != s->job.comes_last) {
        cgroup_come_last(s->all, &s->group, last);
        s->job.comes_last = last;
    }
}

void close_program_ends(struct service *s)
{
    for (int i = 0; i < 3; i++) {
        close_fd(&s->go_fds[i]);
    }
}

void close_job(struct service *s)
{
    close_program_ends(s);
    close_fd(&s->stdin_fd);
    close_fd(&s->streams[OUT].fd);
    close_fd(&s->streams[ERR].fd);
    close_fd(&s->job_socket);
    close_fd(&s->early_fd);
    close_fd(&s->init_pidfd);
    buffer_clear(&s->to_init);
    buffer_clear(&s->from_init);
    buffer_clear(&s->stdin_data);
    s->window_credit = 0;
    s->window_used = 0;
}

void kill_everything(struct service *s)
{
    if (s->has_group) {
        cgroup_kill(s->all, &s->group);
    }
    slot_kill(s->config, s->slot);
}

void kill_job(struct service *s, enum killed_for reason)
{
    struct job *job = &s->job;
    if (s->phase == KILLING) {
        return;
    }
    if (job->killed_for == BY_ITSELF) {
        job->killed_for = (uint8_t)reason;
    }
    job->flags |= s->phase == COLLECTING ? FILES_LEFT_OUT : 0;
    if (!job->ended_well) {
        job->end_us = s->now_us;
        job->cpu_us = job->go_us ? cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us : 0;
    }
    // Forks refused from now on are our doing.
    job->process_limit_hits = cgroup_counters(s->all, &s->group).process_limit_hits;
    job_comes_last(s, false);
    kill_everything(s);
    s->phase = KILLING;
    job->teardown_us = s->now_us + TEARDOWN_WAIT_US;
    job->next_check_us = s->now_us + KILL_ROUND_US;
    close_program_ends(s);
}

void program_ended(struct service *s, const struct program_end *end)
{
    struct job *job = &s->job;
    job->ended = end->ended;
    job->code = end->code;
    job->max_rss_bytes = end->max_rss_bytes;
    job->ended_well = true;
    job->end_us = s->now_us;
    job->cpu_us = cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us;
    job->teardown_us = s->now_us + TEARDOWN_WAIT_US;
    job->next_check_us = s->now_us + QUIET_CHECK_US;
    close_fd(&s->stdin_fd);
    job_comes_last(s, false);
    s->phase = DRAINING;
}

void finish_job(struct service *s)
{
    s->dropping_setup = s->job.go_us == 0 && !s->job.go_waiting;
    send_report(s);
    flush_out(s);
    close_job(s);
    retire_group(s);
    make_group(s);
    s->phase = STARTING;
    s->announced = false;
    s->factory_deadline_us = s->now_us + READY_WAIT_US;
    check_factory(s);
}
