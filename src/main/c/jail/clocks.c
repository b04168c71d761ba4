#include "clocks.h"

#include "from_init.h"
#include "jails.h"
#include "job.h"
#include "log.h"
#include "process.h"
#include "slot.h"
#include "streams.h"
#include "to_jvm.h"

enum {
    INIT_CHECK_US = SECOND_US / 2,
    KILL_REPEAT_ROUNDS = 25,
    LISTING_ROUNDS = 4,
    RANK_CHECK_US = SECOND_US,
    RANK_CPU_US = SECOND_US / 10,
};

// A fork that pids.max refuses has copied the whole address space before, under locks of the files that are mapped: everybody else's
// programs wait for them when they start. RLIMIT_NPROC refuses first, and for nothing, but tells nobody. So the first fork too many is
// left to pids.max, and those that follow to RLIMIT_NPROC.
static void check_forks(struct service *s)
{
    pid_t pids[PROCESSES_LISTED];
    uint64_t refused = cgroup_refused_forks(&s->group);
    bool more = refused > s->job.refused_forks;
    s->job.refused_forks = refused;
    for (int round = 0; more && round < LISTING_ROUNDS; round++) {
        size_t count = cgroup_list(s->all, &s->group, pids, PROCESSES_LISTED);
        more = slot_limit_forks(s->config, s->slot, pids, count, (uint64_t)s->job.limits.processes + 1);
    }
}

void begin_rank(struct service *s)
{
    s->job.ranked_cpu_us = s->job.cpu_base_us;
    s->job.next_rank_us = s->now_us + RANK_CHECK_US;
    job_comes_last(s, s->job.confined);
}

// Coming last on a busy host must not mean never: after a second in which a confined job got little, it only yields for a second.
// One that wanted no more than that loses nothing by it, nor do others.
static void check_rank(struct service *s)
{
    struct job *job = &s->job;
    if (!job->confined || s->now_us < job->next_rank_us) {
        return;
    }
    uint64_t used = cgroup_cpu_us(s->all, &s->group);
    job_comes_last(s, used - job->ranked_cpu_us >= RANK_CPU_US);
    job->ranked_cpu_us = used;
    job->next_rank_us = s->now_us + RANK_CHECK_US;
}

static void check_cpu(struct service *s)
{
    static long processors;
    struct job *job = &s->job;
    uint64_t used = cgroup_cpu_us(s->all, &s->group) - job->cpu_base_us;
    if (used >= job->limits.cpu_us) {
        kill_job(s, CPU_TIME);
        return;
    }
    if (processors == 0) {
        processors = sysconf(_SC_NPROCESSORS_ONLN) > 0 ? sysconf(_SC_NPROCESSORS_ONLN) : 1;
    }
    uint64_t soonest = (job->limits.cpu_us - used) / (uint64_t)processors;
    soonest = soonest < FORKS_CHECK_US ? soonest : FORKS_CHECK_US;
    job->next_check_us = s->now_us + (soonest > CPU_CHECK_MIN_US ? soonest : CPU_CHECK_MIN_US);
}

// A pipe can outlive the processes, in a message that nobody took. Once init alone lives, nothing more will be written.
static void end_quiet_streams(struct service *s)
{
    if (cgroup_processes(s->all, &s->group) <= 1) {
        drain(s, &s->streams[OUT]);
        drain(s, &s->streams[ERR]);
    }
    s->job.next_check_us = s->now_us + QUIET_CHECK_US;
}

void check_killing(struct service *s)
{
    struct job *job = &s->job;
    job->next_check_us = s->now_us + KILL_ROUND_US;
    if (!is_alive(s->init_pidfd) && cgroup_processes(s->all, &s->group) == 0) {
        if (drain(s, &s->streams[OUT]) & drain(s, &s->streams[ERR])) {
            finish_job(s);
        }
        return;
    }
    if (s->now_us >= job->teardown_us) {
        job->killed_for = TEARDOWN_TOO_SLOW;
        finish_job(s);
        quarantine(s, "A process of the last job can't be killed");
        return;
    }
    if (++job->kill_rounds % KILL_REPEAT_ROUNDS == 0) {
        kill_everything(s);
    }
}

// Whether it's init's turn: to greet, to take the job, to start the program or to send files.
static bool waits_for_init(const struct service *s)
{
    return s->init_pidfd >= 0
           && (s->phase == STARTING || s->phase == SETUP || (s->phase == RUNNING && !s->job.started) || s->phase == COLLECTING);
}

// A stopped init would let the JVM wait until the time for that is over.
static void check_init(struct service *s)
{
    if (!waits_for_init(s)) {
        s->init_check_us = 0;
    } else if (s->init_check_us == 0 || s->now_us >= s->init_check_us) {
        bool looked = s->init_check_us != 0;
        s->init_check_us = s->now_us + INIT_CHECK_US;
        if (!looked || !process_is_stopped(s->init_pid) || !is_alive(s->init_pidfd)) {
            return;
        }
        log_line("Slot %u: init was stopped", s->slot);
        if (s->phase == STARTING) {
            slot_kill(s->config, s->slot); // nsjail makes another
        } else {
            kill_job(s, s->phase == COLLECTING ? TEARDOWN_TOO_SLOW : SETUP_TOO_SLOW);
        }
    }
}

void check_clocks(struct service *s)
{
    struct job *job = &s->job;
    check_init(s);
    if (!has_room_for_output(s) && job->teardown_us) {
        job->teardown_us = s->now_us + TEARDOWN_WAIT_US; // it's the JVM that is slow
    }
    switch (s->phase) {
    case STARTING:
        if (s->factory_start_us && s->now_us >= s->factory_start_us) {
            start_factory(s);
        } else if (s->now_us >= s->factory_deadline_us) {
            factory_failed(s, "no jail came up in 10 s");
        }
        break;
    case READY:
        break;
    case SETUP:
        if (s->now_us - job->begin_us >= SETUP_WAIT_US) {
            kill_job(s, SETUP_TOO_SLOW);
        }
        break;
    case RUNNING:
        if (s->now_us - job->go_us >= job->limits.wall_us) {
            kill_job(s, WALL_TIME);
        } else if (!job->started && s->now_us - job->begin_us >= SETUP_WAIT_US) {
            kill_job(s, SETUP_TOO_SLOW);
        } else if (s->now_us >= job->next_check_us) {
            check_forks(s);
            check_rank(s);
            check_cpu(s);
        }
        break;
    case DRAINING:
        if (s->now_us >= job->next_check_us) {
            end_quiet_streams(s);
        }
        if (output_ended(s)) {
            s->phase = COLLECTING;
            job->teardown_us = s->now_us + (job->limits.collect_bytes ? COLLECT_WAIT_US : TEARDOWN_WAIT_US);
            read_init_frames(s);
        } else if (s->now_us >= job->teardown_us) {
            kill_job(s, TEARDOWN_TOO_SLOW);
        }
        break;
    case COLLECTING:
        if (s->now_us >= job->teardown_us) {
            kill_job(s, TEARDOWN_TOO_SLOW);
        }
        break;
    case KILLING:
        if (s->now_us >= job->next_check_us) {
            check_killing(s);
        }
        break;
    }
}

// The earlier of two times, of which 0 is never.
static uint64_t sooner(uint64_t one, uint64_t other)
{
    return one && (!other || one <= other) ? one : other;
}

uint64_t next_deadline(const struct service *s)
{
    const struct job *job = &s->job;
    uint64_t wall = job->go_us + job->limits.wall_us;
    uint64_t deadline = 0;
    switch (s->phase) {
    case STARTING:
        deadline = s->factory_start_us ? s->factory_start_us : s->factory_deadline_us;
        break;
    case READY:
        break;
    case SETUP:
        deadline = job->begin_us + SETUP_WAIT_US;
        break;
    case RUNNING:
        deadline = job->next_check_us < wall ? job->next_check_us : wall;
        for (int i = 0; i < STREAMS; i++) {
            uint64_t resumed = s->streams[i].paused_until_us;
            deadline = resumed > s->now_us && resumed < deadline ? resumed : deadline;
        }
        break;
    case DRAINING:
    case KILLING:
        deadline = job->next_check_us;
        break;
    case COLLECTING:
        deadline = job->teardown_us;
        break;
    }
    uint64_t removal = *s->old_group && s->phase == READY ? s->now_us + KILL_ROUND_US : 0;
    return sooner(sooner(deadline, removal), waits_for_init(s) ? s->init_check_us : 0);
}
