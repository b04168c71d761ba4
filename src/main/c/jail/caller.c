#define _GNU_SOURCE
#include "caller.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

enum { TIMER_SLACK_NS = 50000 };

static volatile sig_atomic_t *told_to_stop;

static void on_stop(int signal)
{
    (void)signal;
    *told_to_stop = 1;
}

// Interrupts the wait for events, nothing more.
static void on_nothing(int signal)
{
    (void)signal;
}

// Opens a pipe anew. The caller may have kept a copy of the descriptor that it gave us; were we to use the same open file, it
// could make it block again at any time, and with it the clocks.
static bool own_pipe(int fd, int access)
{
    char path[32], target[8];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    // No stat: of a file on a file system of the caller's own it might never return.
    ssize_t length = readlink(path, target, sizeof target);
    if (length < 6 || memcmp(target, "pipe:[", 6) != 0 || (fcntl(fd, F_GETFL) & O_ACCMODE) != access) {
        return false;
    }
    int own = open(path, access | O_NONBLOCK | O_CLOEXEC);
    return own >= 0 && dup2(own, fd) == fd && close(own) == 0;
}

static void reset_signals(void)
{
    static const int stopping[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    // A terminal may send the last three to a process of anybody: stopped, we would keep no clock.
    static const int interrupting[] = {SIGCHLD, SIGTSTP, SIGTTIN, SIGTTOU};
    sigset_t blocked;
    for (int number = 1; number < NSIG; number++) {
        signal(number, SIG_DFL);
    }
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    // Delivered inside ppoll alone, so none is lost between a check and the wait.
    sigemptyset(&blocked);
    for (size_t i = 0; i < 4; i++) {
        sigaction(stopping[i], &(struct sigaction){.sa_handler = on_stop}, NULL);
        sigaction(interrupting[i], &(struct sigaction){.sa_handler = on_nothing}, NULL);
        sigaddset(&blocked, stopping[i]);
        sigaddset(&blocked, interrupting[i]);
    }
    sigprocmask(SIG_SETMASK, &blocked, NULL);
}

static void reset_clocks(void)
{
    for (int timer = ITIMER_REAL; timer <= ITIMER_PROF; timer++) {
        setitimer((__itimer_which_t)timer, &(struct itimerval){0}, NULL);
    }
    // With a slack of an hour every timeout of ours may come an hour late.
    prctl(PR_SET_TIMERSLACK, TIMER_SLACK_NS);
}

static void reset_scheduling(void)
{
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    sched_setaffinity(0, sizeof all, &all);
    sched_setscheduler(0, SCHED_OTHER, &(struct sched_param){0});
    setpriority(PRIO_PROCESS, 0, 0);
    syscall(SYS_ioprio_set, 1, 0, 0);
    prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0);
    personality(PER_LINUX);
}

static void reset_limits(void)
{
    static const int unlimited[] = {RLIMIT_AS, RLIMIT_CPU, RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_LOCKS, RLIMIT_NPROC, RLIMIT_RSS, RLIMIT_RTTIME};
    for (size_t i = 0; i < sizeof unlimited / sizeof *unlimited; i++) {
        setrlimit((__rlimit_resource_t)unlimited[i], &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    }
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){1 << 20, 1 << 20});
    setrlimit(RLIMIT_STACK, &(struct rlimit){8 << 20, RLIM_INFINITY});
    setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){8 << 20, 8 << 20});
    setrlimit(RLIMIT_SIGPENDING, &(struct rlimit){4096, 4096});
    setrlimit(RLIMIT_CORE, &(struct rlimit){1, 1});
}

bool forget_caller(volatile sig_atomic_t *stop, const char **reason)
{
    told_to_stop = stop;
    reset_signals();
    reset_clocks();
    if (geteuid() != 0 || clearenv() != 0 || setgroups(0, NULL) != 0 || setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0) {
        *reason = "Must be setuid root";
        return false;
    }
    reset_limits();
    reset_scheduling();
    setsid();
    umask(077);
    if (!own_pipe(STDIN_FILENO, O_RDONLY) || !own_pipe(STDOUT_FILENO, O_WRONLY) || !own_pipe(STDERR_FILENO, O_WRONLY)) {
        *reason = "Standard input, output and error must be pipes";
        return false;
    }
    if (close_range(3, ~0U, 0) != 0 || chdir("/") != 0 || prctl(PR_SET_DUMPABLE, 0) != 0) {
        *reason = "Can't leave what the caller had open";
        return false;
    }
    return true;
}
