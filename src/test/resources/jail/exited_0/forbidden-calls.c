// attacks: 108, 112, 114, 118, 122, 132, 38
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int timer;

static const struct {
    const char *name;
    long number, a, b, c, d, e;
} calls[] = {
    {"add_key", SYS_add_key, (long)"user", (long)"x", (long)"y", 1, -3},
    {"request_key", SYS_request_key, (long)"user", (long)"x", 0, 0, 0},
    {"keyctl", SYS_keyctl, 0, -3, 1, 0, 0},
    {"bpf", SYS_bpf, 0, 0, 0, 0, 0},
    {"perf_event_open", SYS_perf_event_open, 0, 0, -1, -1, 0},
    {"userfaultfd", SYS_userfaultfd, 0, 0, 0, 0, 0},
    {"memfd_secret", 447, 0, 0, 0, 0, 0},
    {"io_uring_setup", 425, 1, 0, 0, 0, 0},
    {"reboot", SYS_reboot, 0xfee1dead, 672274793, 0, 0, 0},
    {"kexec_load", SYS_kexec_load, 0, 0, 0, 0, 0},
    {"init_module", SYS_init_module, 0, 0, (long)"", 0, 0},
    {"swapon", SYS_swapon, (long)"/tmp/x", 0, 0, 0, 0},
    {"acct", SYS_acct, 0, 0, 0, 0, 0},
    {"settimeofday", SYS_settimeofday, 0, 0, 0, 0, 0},
    {"clock_settime", SYS_clock_settime, 0, 0, 0, 0, 0},
    {"sethostname", SYS_sethostname, (long)"x", 1, 0, 0, 0},
    {"syslog", SYS_syslog, 3, 0, 0, 0, 0},
    {"quotactl", SYS_quotactl, 0, 0, 0, 0, 0},
    {"iopl", SYS_iopl, 3, 0, 0, 0, 0},
    {"ioperm", SYS_ioperm, 0x80, 1, 1, 0, 0},
    {"setuid", SYS_setuid, 0, 0, 0, 0, 0},
    {"setuid of another", SYS_setuid, 200001, 0, 0, 0, 0},
    {"setgid", SYS_setgid, 0, 0, 0, 0, 0},
    {"fanotify_init", SYS_fanotify_init, 0, 0, 0, 0, 0},
    {"open_by_handle_at", SYS_open_by_handle_at, 0, 0, 0, 0, 0},
    {"vmsplice", SYS_vmsplice, 1, 0, 0, 0, 0},
    {"a timer that wakes the host", SYS_timer_create, 9, 0, (long)&timer, 0, 0},
    {"a descriptor that wakes the host", SYS_timerfd_create, 8, 0, 0, 0, 0},
    {"deadlines", SYS_sched_setscheduler, 0, 6, (long)&timer, 0, 0},
    {"seccomp", SYS_seccomp, 1, 0, 0, 0, 0},
    {"set seccomp", SYS_prctl, PR_SET_SECCOMP, 1, 0, 0, 0},
    {"forbid the clock", SYS_prctl, PR_SET_TSC, 2, 0, 0, 0},
    {"odd personality", SYS_personality, 0x0400000, 0, 0, 0, 0},
    {"steal the terminal", SYS_ioctl, 0, 0x5412, (long)"x", 0, 0},
};

int main(void)
{
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++) {
        if (syscall(calls[i].number, calls[i].a, calls[i].b, calls[i].c, calls[i].d, calls[i].e) >= 0) {
            puts(calls[i].name);
        }
    }
    puts("held");
    return 0;
}
