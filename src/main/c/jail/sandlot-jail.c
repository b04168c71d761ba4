// sandlot-jail <profile> <root>: serves one slot of the sandbox over standard input and output (docs/protocol.md).
//
// The only privileged program of Sandlot: setuid root, executable by the service's group alone. It takes nothing from its
// caller but two names (a profile, a root file system) and frames, each checked against /etc/sandlot/jail.conf. Start reading here; then service.c, the
// loop, and along a job: from_jvm.c, job.c, to_init.c, streams.c, from_init.c, to_jvm.c.

#include "caller.h"
#include "config.h"
#include "log.h"
#include "service.h"
#include "slot.h"
#include "to_jvm.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { ENDS_BADLY = 1 };

static volatile sig_atomic_t stop;

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

static enum exit_code serve_profile(const char *profile, const char *root)
{
    static struct config config;
    struct hierarchies all;
    char error[300];
    int slot = -1;
    if (!config_read(&config, profile, error, sizeof error) || !config_choose_root(&config, root, error, sizeof error)
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
    const char *reason;
    if (!forget_caller(&stop, &reason)) {
        log_line("%s", reason);
        return ENDS_BADLY;
    }
    be_spared_by_oom_killer();
    for (size_t i = 0; count == 3 && i < sizeof profiles / sizeof *profiles; i++) {
        if (strcmp(arguments[1], profiles[i]) == 0) {
            return (int)serve_profile(profiles[i], arguments[2]);
        }
    }
    log_line("Usage: sandlot-jail compile|run ROOT");
    return ENDS_BADLY;
}
