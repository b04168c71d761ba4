// attacks: 58: were init the last to get a turn, nobody would tell of the end or end the rest
// or: limit_cpu_time
// limits: processes=60 cpu=2s wall=10s
// expect: cpu<=1s
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    struct sched_param none = {0};
    cpu_set_t first = {.__bits = {1}};
    struct {
        unsigned size, policy;
        unsigned long flags;
        int nice;
        unsigned priority;
        unsigned long runtime, deadline, period;
    } idle = {.size = 48, .policy = SCHED_IDLE};
    must_fail(sched_setscheduler(1, SCHED_IDLE, &none), "idle");
    must_fail(sched_setparam(1, &none), "parameters");
    must_fail(syscall(SYS_sched_setattr, 1, &idle, 0), "attributes");
    must_fail(sched_setaffinity(1, sizeof first, &first), "processors");
    cpu_set_t before, after;
    CPU_ZERO(&before);
    CPU_ZERO(&after);
    sched_getaffinity(0, sizeof before, &before);
    sched_setaffinity(0, sizeof first, &first);
    sched_getaffinity(0, sizeof after, &after);
    if (!CPU_EQUAL(&before, &after)) {
        puts("its own processors");
    }
    must_fail(setpriority(PRIO_PROCESS, 1, 19), "nice");
    must_fail(setpriority(PRIO_PGRP, 1, 19), "nice to its group");
    must_fail(setpriority(PRIO_USER, 0, 19), "nice to all of the user");
    must_fail(syscall(SYS_ioprio_set, 1, 1, 3 << 13), "idle disk");
    must_fail(syscall(SYS_ioprio_set, 3, 1000, 3 << 13), "idle disk for all of the user");
    must_fail(prlimit(1, RLIMIT_NOFILE, &(struct rlimit){0, 0}, NULL), "no descriptors");
    must_fail(prlimit(1, RLIMIT_AS, &(struct rlimit){0, 0}, NULL), "no memory");
    puts("held");
    fflush(stdout);
    for (int i = 0; i < 50; i++) {
        if (fork() == 0) {
            for (volatile unsigned n = 0;; n++) {
            }
        }
    }
    return 0;
}
