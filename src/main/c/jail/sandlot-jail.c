// sandlot-jail <profile>: serves one slot of the sandbox over standard input and output (docs/protocol.md).
//
// The only privileged program of Sandlot: setuid root, executable by the service's group alone. It takes nothing from its
// caller but the profile's name and frames, each checked against /etc/sandlot/jail.conf. Start reading here; then service.c, the
// loop, and along a job: from_jvm.c, job.c, to_init.c, streams.c, from_init.c, to_jvm.c.

#define _GNU_SOURCE
#include "config.h"
#include "log.h"
#include "service.h"
#include "slot.h"
#include "to_jvm.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

enum { ENDS_BADLY = 1 };

static volatile sig_atomic_t stop;

static void on_stop(int signal)
{
    (void)signal;
    stop = 1;
}

// Interrupts the wait for events, nothing more: nsjail was stopped, or has ended.
static void on_child(int signal)
{
    (void)signal;
}

// What a caller may have left open, blocked, ignored, counted down or lowered doesn't reach us.
static bool forget_caller(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) < 0) {
            return false;
        }
    }
    if (geteuid() != 0 || clearenv() != 0 || setgroups(0, NULL) != 0 || setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0
        || close_range(3, ~0U, 0) != 0 || chdir("/") != 0 || prctl(PR_SET_DUMPABLE, 0) != 0) {
        return false;
    }
    umask(077);
    return true;
}

static void reset_signals(void)
{
    sigset_t blocked;
    for (int number = 1; number < NSIG; number++) {
        signal(number, SIG_DFL);
    }
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_stop};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGCHLD, &(struct sigaction){.sa_handler = on_child}, NULL);
    // Delivered inside ppoll alone, so none is lost between a check and the wait.
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGINT);
    sigaddset(&blocked, SIGHUP);
    sigaddset(&blocked, SIGCHLD);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    for (int timer = ITIMER_REAL; timer <= ITIMER_PROF; timer++) {
        setitimer((__itimer_which_t)timer, &(struct itimerval){0}, NULL);
    }
}

static void reset_limits(void)
{
    static const int unlimited[] = {RLIMIT_AS, RLIMIT_CPU, RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_RSS};
    for (size_t i = 0; i < sizeof unlimited / sizeof *unlimited; i++) {
        setrlimit((__rlimit_resource_t)unlimited[i], &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    }
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){1 << 20, 1 << 20});
    setrlimit(RLIMIT_STACK, &(struct rlimit){8 << 20, RLIM_INFINITY});
    setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){8 << 20, 8 << 20});
    setrlimit(RLIMIT_SIGPENDING, &(struct rlimit){4096, 4096});
    setrlimit(RLIMIT_CORE, &(struct rlimit){1, 1});
    sched_setscheduler(0, SCHED_OTHER, &(struct sched_param){0});
    setpriority(PRIO_PROCESS, 0, 0);
}

// The kernel shall end a job before it ends the one who can report it. Without CAP_SYS_RESOURCE (some containers) it stays as it is.
static void be_spared_by_oom_killer(void)
{
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0 || (write(file, "-500", 4) != 4 && errno != EACCES)) {
        log_line("Can't lower oom_score_adj: %s", strerror(errno));
    }
    if (file >= 0) {
        close(file);
    }
}

static enum exit_code serve_profile(const char *profile)
{
    static struct config config;
    struct hierarchies all;
    char error[300];
    int slot = -1;
    if (!config_read(&config, profile, error, sizeof error)
        || !hierarchies_open(&all, config.cgroup, config.reserved_memory_mib, config.cpu_shares, error, sizeof error)
        || (slot = slot_take(&config, error, sizeof error)) < 0 || !slot_clean(&config, &all, (unsigned)slot, error, sizeof error)) {
        log_line("%s", error);
        send_quarantine(error);
        return QUARANTINED;
    }
    return serve(&config, &all, (unsigned)slot, &stop);
}

int main(int count, char **arguments)
{
    static const char *const profiles[] = {"compile", "run"};
    if (!forget_caller()) {
        log_line("Must be setuid root, with standard input, output and error open");
        return ENDS_BADLY;
    }
    reset_signals();
    reset_limits();
    be_spared_by_oom_killer();
    for (size_t i = 0; count == 2 && i < sizeof profiles / sizeof *profiles; i++) {
        if (strcmp(arguments[1], profiles[i]) == 0) {
            return (int)serve_profile(profiles[i]);
        }
    }
    log_line("Usage: sandlot-jail compile|run");
    return ENDS_BADLY;
}
