#define _GNU_SOURCE
#include "run.h"

#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>

enum {
    CPU_BACKSTOP_S = 2,
    US_PER_S = 1000000,
};

// A terminal of the jail's own: nothing is echoed (the page shows what is typed) and lines stay as the program wrote them.
static int open_terminal(void)
{
    int master = open("/dev/pts/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC), unlock = 0;
    if (master < 0 || ioctl(master, TIOCSPTLCK, &unlock) != 0) {
        return -1;
    }
    int slave = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct termios settings;
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    if (slave < 0 || tcgetattr(slave, &settings) != 0) {
        return -1;
    }
    settings.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL | ECHOCTL);
    settings.c_lflag |= ICANON | ISIG;
    settings.c_oflag &= ~(tcflag_t)ONLCR;
    settings.c_iflag |= IUTF8;
    if (tcsetattr(slave, TCSANOW, &settings) != 0 || ioctl(slave, TIOCSWINSZ, &size) != 0) {
        return -1;
    }
    send_with_descriptor('T', master);
    close(master);
    return slave;
}

static void limit(__rlimit_resource_t resource, rlim_t value)
{
    struct rlimit now;
    if (getrlimit(resource, &now) == 0 && value < now.rlim_max) {
        setrlimit(resource, &(struct rlimit){value, value});
    }
}

// Tries each folder of the job's PATH, as execvp does; a name with a slash is taken as it is.
static int execute(char **words, char **environment)
{
    const char *path = "/usr/local/bin:/usr/bin:/bin";
    for (char **variable = environment; *variable; variable++) {
        if (strncmp(*variable, "PATH=", 5) == 0) {
            path = *variable + 5;
        }
    }
    if (strchr(words[0], '/')) {
        execve(words[0], words, environment);
        return errno;
    }
    int found = ENOENT;
    for (char file[4096]; *path;) {
        size_t length = strcspn(path, ":");
        if (length > 0 && (size_t)snprintf(file, sizeof file, "%.*s/%s", (int)length, path, words[0]) < sizeof file) {
            execve(file, words, environment);
            found = errno == ENOENT || errno == ENOTDIR ? found : errno;
        }
        path += length + (path[length] == ':');
    }
    return found;
}

// In the child: becomes the program, or tells the parent why not.
static _Noreturn void become_program(int told, const int fds[3])
{
    sigset_t none;
    sigemptyset(&none);
    setsid();
    if (job.terminal) {
        ioctl(fds[0], TIOCSCTTY, 0);
    }
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_FSIZE, job.limits.file_size_bytes);
    limit(RLIMIT_CPU, (job.limits.cpu_us + US_PER_S - 1) / US_PER_S + CPU_BACKSTOP_S);
    umask(022);
    int error = fchdir(job.work) != 0 || dup2(fds[0], 0) < 0 || dup2(fds[1], 1) < 0 || dup2(fds[2], 2) < 0 ? errno : 0;
    if (error == 0) {
        error = execute(job.words, job.environment);
    }
    if (write(told, &error, sizeof error) < 0) {
        _exit(EXIT_NO_JOB);
    }
    _exit(127);
}

void close_program_fds(void)
{
    for (int i = 0; i < 3; i++) {
        if (job.program_fds[i] >= 0) {
            close(job.program_fds[i]);
        }
    }
}

pid_t start_program(int *error)
{
    int fds[3], told[2];
    memcpy(fds, job.program_fds, sizeof fds);
    if (job.terminal) {
        // Standard error has one of its own, so that it can be told from standard output.
        job.program_fds[0] = fds[0] = fds[1] = open_terminal();
        job.program_fds[2] = fds[2] = fds[0] < 0 ? -1 : open_terminal();
        if (fds[2] < 0) {
            *error = errno;
            return 0;
        }
    }
    if (pipe2(told, O_CLOEXEC) != 0) {
        *error = errno;
        return 0;
    }
    pid_t child = fork();
    if (child == 0) {
        become_program(told[1], fds);
    }
    *error = child < 0 ? errno : 0;
    close(told[1]);
    close_program_fds();
    if (child > 0 && read(told[0], error, sizeof *error) == sizeof *error) {
        waitpid(child, NULL, 0);
        child = 0;
    }
    close(told[0]);
    return child > 0 ? child : 0;
}

void tell_end(enum ended ended, int code)
{
    unsigned char payload[13] = {(unsigned char)ended};
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    put_u32(payload + 1, (uint32_t)code);
    put_u64(payload + 5, (uint64_t)usage.ru_maxrss * 1024);
    send_frame('P', payload, sizeof payload);
}

void await_program(pid_t program)
{
    int status;
    for (pid_t ended; (ended = waitpid(-1, &status, 0)) != program;) {
        if (ended < 0 && errno != EINTR) {
            fail(EXIT_NO_JOB);
        }
    }
    if (WIFEXITED(status)) {
        tell_end(EXITED, WEXITSTATUS(status));
    } else {
        tell_end(SIGNALLED, WTERMSIG(status));
    }
}

void end_everything_else(void)
{
    kill(-1, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR) {
    }
}
