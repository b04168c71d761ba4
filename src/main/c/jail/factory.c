#define _GNU_SOURCE
#include "factory.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Descriptors of nsjail; only the socket goes on into the jail.
enum { SOCKET_FD = 3, LOG_FD = 4, SETTINGS_FD = 5, FIRST_FREE_FD = 6 };

// What nothing in a jail needs to read, where the kernel has it at all.
static const char *const masked_files[] = {
    "/proc/keys", "/proc/key-users", "/proc/timer_list", "/proc/kallsyms", "/proc/config.gz", "/proc/cmdline", "/proc/sched_debug",
    "/proc/latency_stats",
};
static const char *const masked_directories[] = {"/proc/acpi", "/proc/scsi", "/proc/bus", "/proc/irq", "/proc/fs"};

// What root alone may read needs no mask (and nsjail couldn't open it to put one on).
static bool anyone_may_read(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && (about.st_mode & S_IROTH);
}

static void write_masks(FILE *settings, const char *root)
{
    for (size_t i = 0; i < sizeof masked_files / sizeof *masked_files; i++) {
        if (anyone_may_read(masked_files[i])) {
            fprintf(settings, "mount { src: \"/dev/null\" dst: \"%s\" is_bind: true nosuid: true noexec: true }\n", masked_files[i]);
        }
    }
    for (size_t i = 0; i < sizeof masked_directories / sizeof *masked_directories; i++) {
        if (anyone_may_read(masked_directories[i])) {
            // The root's /sys is an empty folder; binding it costs less than a file system of its own.
            fprintf(settings, "mount { src: \"%s/sys\" dst: \"%s\" is_bind: true nosuid: true nodev: true noexec: true }\n", root, masked_directories[i]);
        }
    }
}

static void write_limits(FILE *settings, const struct profile *profile)
{
    fprintf(settings,
            "rlimit_as_type: INF\nrlimit_core_type: HARD\nrlimit_cpu: %" PRIu64 "\nrlimit_fsize: %" PRIu64 "\nrlimit_nofile: %" PRIu64 "\n"
            "rlimit_stack: %" PRIu64 "\nrlimit_stack_type: VALUE\nrlimit_memlock: 64\nrlimit_memlock_type: VALUE\n"
            "rlimit_rtprio: 0\nrlimit_rtprio_type: VALUE\nrlimit_msgqueue: 0\nrlimit_msgqueue_type: VALUE\n",
            profile->cpu_ms / 1000 + 3, profile->file_size_mib, profile->open_files, profile->stack_mib);
}

static void write_tmpfs(FILE *settings, const char *at, uint64_t mib, uint64_t inodes, const char *mode, bool executable)
{
    fprintf(settings, "mount { dst: \"%s\" fstype: \"tmpfs\" rw: true options: \"size=%" PRIu64 "m,nr_inodes=%" PRIu64 ",mode=%s\" nosuid: true nodev: true%s }\n",
            at, mib, inodes, mode, executable ? "" : " noexec: true");
}

static void write_devices(FILE *settings)
{
    static const char *const devices[][2] = {
        {"/dev/null", "/dev/null"}, {"/dev/zero", "/dev/zero"}, {"/dev/full", "/dev/full"},
        {"/dev/urandom", "/dev/urandom"}, {"/dev/urandom", "/dev/random"}, {"/dev/tty", "/dev/tty"},
    };
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        fprintf(settings, "mount { src: \"%s\" dst: \"%s\" is_bind: true rw: true nosuid: true noexec: true }\n", devices[i][0], devices[i][1]);
    }
    fputs("mount { dst: \"/dev/pts\" fstype: \"devpts\" rw: true options: \"newinstance,ptmxmode=0666,mode=0620,max=6\" nosuid: true noexec: true }\n",
          settings);
}

// Every mount point exists in the root already (deploy/lib/prepare-root.sh): nsjail would make them in the source otherwise.
static void write_settings(FILE *settings, const struct config *config, unsigned slot)
{
    const struct profile *profile = &config->profile;
    uint64_t outside = config->first_uid + slot;
    fprintf(settings,
            "mode: RERUN\nhostname: \"box\"\ncwd: \"/\"\ntime_limit: 0\nlog_fd: %d\nlog_level: WARNING\npass_fd: %d\nnice_level: 0\n"
            "keep_env: false\nkeep_caps: false\ndisable_no_new_privs: false\nskip_setsid: false\niface_no_lo: false\n"
            "clone_newnet: true\nclone_newuser: true\nclone_newns: true\nclone_newpid: true\nclone_newipc: true\nclone_newuts: true\nclone_newcgroup: true\n"
            "uidmap { inside_id: \"1000\" outside_id: \"%" PRIu64 "\" count: 1 }\ngidmap { inside_id: \"1000\" outside_id: \"%" PRIu64 "\" count: 1 }\n",
            LOG_FD, SOCKET_FD, outside, outside);
    write_limits(settings, profile);
    fprintf(settings, "mount { src: \"%s\" dst: \"/\" is_bind: true nosuid: true nodev: true }\n", config->root);
    fprintf(settings, "mount { src: \"%s\" dst: \"/sbin/sandlot-init\" is_bind: true nosuid: true nodev: true }\n", config->init);
    fputs("mount { dst: \"/proc\" fstype: \"proc\" options: \"hidepid=2\" nosuid: true nodev: true noexec: true }\n", settings);
    write_devices(settings);
    write_tmpfs(settings, "/dev/shm", profile->shm_mib, profile->shm_inodes, "1777", false);
    write_tmpfs(settings, "/tmp", profile->tmp_mib, profile->tmp_inodes, "1777", profile->tmp_exec);
    write_tmpfs(settings, "/work", profile->work_mib, profile->work_inodes, "0755", true);
    write_masks(settings, config->root);
    fprintf(settings, "seccomp_policy_file: \"%s\"\n", config->policy);
}

static int settings_file(const struct config *config, unsigned slot)
{
    int file = memfd_create("nsjail.cfg", MFD_CLOEXEC);
    FILE *settings = file < 0 ? NULL : fdopen(fcntl(file, F_DUPFD_CLOEXEC, FIRST_FREE_FD), "w");
    if (!settings) {
        return -1;
    }
    write_settings(settings, config, slot);
    bool written = !ferror(settings);
    return fclose(settings) == 0 && written ? file : -1;
}

static int above(int fd)
{
    return fcntl(fd, F_DUPFD_CLOEXEC, FIRST_FREE_FD + 4);
}

static void limit(int resource, rlim_t value)
{
    setrlimit(resource, &(struct rlimit){value, value});
}

// nsjail builds each jail in /run/user/0/nsjail, or else in /tmp and /dev/shm, where others could meddle and it would leave traces.
// So it gets a mount namespace of its own with that folder ready.
static bool prepare_staging(void)
{
    umask(022);
    mkdir("/run/user", 0755);
    return unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
           && mount("tmpfs", "/run/user", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "size=64k,mode=755") == 0 && mkdir("/run/user/0", 0755) == 0
           && mkdir("/run/user/0/nsjail", 0755) == 0 && mkdir("/run/user/0/nsjail/root", 0755) == 0 && mkdir("/run/user/0/nsjail/tmp", 0755) == 0;
}

// Where the root file system lies on a mount with nosuid or nodev, a user namespace may not take these away again, and nsjail, which
// makes the jail's root read-only in the end, asks for just that and fails. In our own namespace it gets a mount without them: nothing
// in the root has a setuid bit or is a device, and no jail gains rights by one.
static bool unlock_root(const char *root)
{
    struct statvfs about;
    if (statvfs(root, &about) != 0 || !(about.f_flag & (ST_NOSUID | ST_NODEV))) {
        return true;
    }
    unsigned long flags = MS_REMOUNT | MS_BIND | (about.f_flag & ST_RDONLY ? MS_RDONLY : 0) | (about.f_flag & ST_NOEXEC ? MS_NOEXEC : 0);
    return mount(root, root, NULL, MS_BIND, NULL) == 0 && mount(NULL, root, NULL, flags, NULL) == 0;
}

static _Noreturn void become_nsjail(const struct config *config, pid_t parent, int socket, int log, int settings)
{
    char settings_path[] = "/proc/self/fd/5";
    _Static_assert(SETTINGS_FD == 5, "the path above names it");
    char *const arguments[] = {(char *)config->nsjail, "--config", settings_path, "--", "/sbin/sandlot-init", NULL};
    char *const environment[] = {"PATH=/usr/bin:/bin", NULL};
    sigset_t none;
    sigemptyset(&none);
    setsid(); // out of reach of a terminal of the caller's
    socket = above(socket);
    log = above(log);
    settings = above(settings);
    int null = above(open("/dev/null", O_RDWR | O_CLOEXEC));
    bool ready = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && prepare_staging() && unlock_root(config->root) && dup2(null, 0) == 0 && dup2(null, 1) == 1 && dup2(null, 2) == 2
                 && dup2(socket, SOCKET_FD) == SOCKET_FD && dup2(log, LOG_FD) == LOG_FD && dup2(settings, SETTINGS_FD) == SETTINGS_FD
                 && close_range(FIRST_FREE_FD, ~0U, 0) == 0;
    if (!ready) {
        dprintf(log, "Can't prepare the start of nsjail: %s\n", strerror(errno));
        _exit(127);
    }
    // nsjail 3.6 has no setting for the first two. A limit of 1 byte, unlike 0, also keeps the kernel from starting the host's
    // handler of core dumps; the policy keeps programs from lowering it.
    limit(RLIMIT_SIGPENDING, config->profile.pending_signals);
    limit(RLIMIT_NICE, 0);
    limit(RLIMIT_CORE, 1);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(config->nsjail, arguments, environment);
    dprintf(LOG_FD, "Can't start %s: %s\n", config->nsjail, strerror(errno));
    _exit(127);
}

bool factory_start(struct factory *factory, const struct config *config, unsigned slot, char *error, size_t error_size)
{
    int sockets[2] = {-1, -1}, log[2] = {-1, -1}, settings = settings_file(config, slot);
    pid_t parent = getpid();
    *factory = (struct factory){.pidfd = -1, .socket = -1, .log = -1};
    if (settings < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, sockets) != 0 || pipe2(log, O_CLOEXEC | O_NONBLOCK) != 0
        || setsockopt(sockets[0], SOL_SOCKET, SO_PASSCRED, &(int){1}, sizeof(int)) != 0 || fcntl(sockets[1], F_SETFL, 0) != 0
        || (factory->pid = fork()) < 0) {
        snprintf(error, error_size, "Can't prepare nsjail: %s", strerror(errno));
        return false;
    }
    if (factory->pid == 0) {
        become_nsjail(config, parent, sockets[1], log[1], settings);
    }
    close(settings);
    close(sockets[1]);
    close(log[1]);
    factory->socket = sockets[0];
    factory->log = log[0];
    factory->pidfd = (int)syscall(SYS_pidfd_open, factory->pid, 0);
    return true;
}

bool factory_is_stopped(const struct factory *factory)
{
    siginfo_t state = {0};
    return factory->pid > 0 && waitid(P_PID, (id_t)factory->pid, &state, WSTOPPED | WNOHANG | WNOWAIT) == 0 && state.si_pid == factory->pid;
}

void factory_read_log(struct factory *factory)
{
    char text[2048];
    ssize_t length = read(factory->log, text, sizeof text - 1);
    if (length <= 0) {
        if (length == 0) {
            close(factory->log);
            factory->log = -1;
        }
        return;
    }
    text[length] = '\0';
    for (char *rest = text, *line; (line = strsep(&rest, "\n"));) {
        if (*line) {
            snprintf(factory->last_line, sizeof factory->last_line, "%s", line);
        }
    }
}

void factory_stop(struct factory *factory)
{
    if (factory->pid > 0) {
        kill(factory->pid, SIGKILL);
        waitpid(factory->pid, NULL, 0);
        factory->pid = 0;
    }
    int *const open[] = {&factory->pidfd, &factory->socket, &factory->log};
    for (size_t i = 0; i < 3; i++) {
        if (*open[i] >= 0) {
            close(*open[i]);
            *open[i] = -1;
        }
    }
}
