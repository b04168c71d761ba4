// PID 1 of every jail: takes one job from sandlot-jail, runs its program, tells how it ended and sends files back
// (docs/protocol.md, the last section). It runs without any privilege, as the same user as the program.

#define _GNU_SOURCE
#include "frames.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum {
    FACTORY_SOCKET = 3,
    EXIT_NOT_JAILED = 120,
    EXIT_NO_JOB = 121,
    WORDS_MAX = 65536,
    ENVIRONMENT_MAX = 4096,
    COLLECT_NAMES_MAX = 4096,
    COLLECT_DEPTH_MAX = 32,
    CPU_BACKSTOP_S = 2,
    US_PER_S = 1000000,
};

static struct {
    int socket;                 // of this job
    int work;                   // the directory
    struct job_limits limits;
    bool terminal;
    char **words;               // argv
    size_t word_count;
    char **environment;
    size_t variable_count;
    char **collect;
    size_t collect_count;
    int file;                   // being received
    uint32_t file_left;
    int setup_error;            // errno of the first thing that failed
    int program_fds[3];
    uint64_t collect_left;
    unsigned collected;
    bool left_out;
} job = {.socket = -1, .work = -1, .file = -1, .program_fds = {-1, -1, -1}};

static unsigned char in[FRAME_MAX];
static size_t in_start, in_end;

static _Noreturn void fail(int code)
{
    _exit(code);
}

// ---- the jail is what it should be

static bool status_says(const char *status, const char *line)
{
    const char *at = strstr(status, line);
    return at && at[strlen(line)] == '\n';
}

static bool only_expected_descriptors(void)
{
    DIR *directory = opendir("/proc/self/fd");
    if (!directory) {
        return false;
    }
    bool expected = true;
    for (struct dirent *entry; (entry = readdir(directory));) {
        int fd = atoi(entry->d_name);
        expected &= entry->d_name[0] == '.' || fd <= FACTORY_SOCKET || fd == dirfd(directory);
    }
    closedir(directory);
    return expected;
}

static void verify_jail(void)
{
    char status[4096];
    int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, status, sizeof status - 1);
    if (length <= 0) {
        fail(EXIT_NOT_JAILED);
    }
    close(file);
    status[length] = '\0';
    static const char *const lines[] = {
        "\nNoNewPrivs:\t1", "\nSeccomp:\t2", "\nCapEff:\t0000000000000000", "\nCapPrm:\t0000000000000000",
        "\nCapBnd:\t0000000000000000", "\nCapAmb:\t0000000000000000", "\nUid:\t1000\t1000\t1000\t1000", "\nGid:\t1000\t1000\t1000\t1000",
    };
    bool jailed = getpid() == 1 && (status_says(status, "\nGroups:\t") || status_says(status, "\nGroups:\t ")) && only_expected_descriptors();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        jailed = jailed && status_says(status, lines[i]);
    }
    if (!jailed) {
        fail(EXIT_NOT_JAILED);
    }
}

// ---- messages

static void send_all(const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(job.socket, at, length, MSG_NOSIGNAL);
        if (sent < 0) {
            fail(EXIT_NO_JOB);
        }
        at += sent;
        length -= (size_t)sent;
    }
}

static void send_frame(char type, const void *payload, uint32_t length)
{
    unsigned char frame[FRAME_HEADER + 16 + NAME_MAX_BYTES];
    put_header(frame, type, length);
    if (length > 0) {
        memcpy(frame + FRAME_HEADER, payload, length);
    }
    send_all(frame, FRAME_HEADER + length);
}

static void send_with_descriptor(char type, int fd)
{
    unsigned char frame[FRAME_HEADER];
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec bytes = {frame, sizeof frame};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    put_header(frame, type, 0);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    if (sendmsg(job.socket, &message, MSG_NOSIGNAL) != sizeof frame) {
        fail(EXIT_NO_JOB);
    }
}

// Receives bytes and up to `most` descriptors; what comes beyond them is closed.
static ssize_t receive(int socket, void *to, size_t size, int *fds, size_t most)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(3 * sizeof(int))];
    } control;
    struct iovec bytes = {to, size};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    for (struct cmsghdr *header = length < 0 ? NULL : CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        for (size_t i = 0; i < (header->cmsg_len - CMSG_LEN(0)) / sizeof(int); i++) {
            int fd;
            memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
            if (i < most && fds[i] < 0) {
                fds[i] = fd;
            } else {
                close(fd);
            }
        }
    }
    return length;
}

// Says that this jail waits, and waits for the socket of its job. What was meant for a jail before this one is dropped.
static void await_job(void)
{
    unsigned char ready[READY_BYTES] = READY_WORD, answer[NONCE_BYTES + 1];
    if (getrandom(ready + 5, NONCE_BYTES, 0) != NONCE_BYTES || send(FACTORY_SOCKET, ready, sizeof ready, MSG_NOSIGNAL) != sizeof ready) {
        fail(EXIT_NO_JOB);
    }
    while (job.socket < 0) {
        ssize_t length = receive(FACTORY_SOCKET, answer, sizeof answer, &job.socket, 1);
        if (length <= 0) {
            fail(EXIT_NO_JOB);
        }
        if (job.socket >= 0 && (length != NONCE_BYTES || memcmp(answer, ready + 5, NONCE_BYTES) != 0)) {
            close(job.socket);
            job.socket = -1;
        }
    }
    close(FACTORY_SOCKET);
}

// The next frame; its payload stays valid until the next call.
static char next_frame(const unsigned char **payload, uint32_t *length)
{
    for (;;) {
        size_t have = in_end - in_start;
        if (have >= FRAME_HEADER) {
            *length = get_u32(in + in_start);
            if (*length > FRAME_PAYLOAD_MAX) {
                fail(EXIT_NO_JOB);
            }
            if (have >= FRAME_HEADER + *length) {
                char type = (char)in[in_start + 4];
                *payload = in + in_start + FRAME_HEADER;
                in_start += FRAME_HEADER + *length;
                return type;
            }
        }
        memmove(in, in + in_start, have);
        in_start = 0;
        in_end = have;
        ssize_t received = receive(job.socket, in + in_end, sizeof in - in_end, job.program_fds, 3);
        if (received <= 0) {
            fail(EXIT_NO_JOB);
        }
        in_end += (size_t)received;
    }
}

// ---- the job

static void *reserve(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        fail(EXIT_NO_JOB);
    }
    return memory;
}

static char *keep(const unsigned char *bytes, size_t length)
{
    static char *pool;
    static size_t left;
    if (left < length + 1) {
        left = length + 1 > 65536 ? length + 1 : 65536;
        pool = reserve(left);
    }
    char *text = pool;
    memcpy(text, bytes, length);
    text[length] = '\0';
    pool += length + 1;
    left -= length + 1;
    return text;
}

static void add(char ***list, size_t *count, size_t most, const unsigned char *string, uint32_t length)
{
    if (!is_string(string, length) || *count >= most - 1) {
        job.setup_error = job.setup_error ? job.setup_error : E2BIG;
        return;
    }
    if (!*list) {
        *list = reserve(most * sizeof **list);
    }
    (*list)[(*count)++] = keep(string + 2, length - 2);
}

// Opens the directory that holds the last part of a name, making those on the way if asked. No link is followed.
static int open_parent(const char *name, bool make, const char **last)
{
    int directory = fcntl(job.work, F_DUPFD_CLOEXEC, 0);
    char part[NAME_PART_MAX_BYTES + 1];
    for (const char *slash; directory >= 0 && (slash = strchr(name, '/')); name = slash + 1) {
        memcpy(part, name, (size_t)(slash - name));
        part[slash - name] = '\0';
        if (make && mkdirat(directory, part, 0755) != 0 && errno != EEXIST) {
            close(directory);
            return -1;
        }
        int next = openat(directory, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        close(directory);
        directory = next;
    }
    *last = name;
    return directory;
}

static void end_file(void)
{
    if (job.file >= 0 && job.file_left == 0) {
        if (close(job.file) != 0) {
            job.setup_error = job.setup_error ? job.setup_error : errno;
        }
        job.file = -1;
    }
}

static void begin_file(const unsigned char *payload, uint32_t length)
{
    if (length <= 7 || payload[0] > 1 || !is_string(payload + 5, length - 5) || !is_name(payload + 7, length - 7)) {
        fail(EXIT_NO_JOB);
    }
    char name[NAME_MAX_BYTES + 1];
    const char *last;
    memcpy(name, payload + 7, length - 7);
    name[length - 7] = '\0';
    int parent = open_parent(name, true, &last);
    job.file_left = get_u32(payload + 1);
    job.file = parent < 0 ? -1 : openat(parent, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, payload[0] ? 0755 : 0644);
    if (job.file < 0) {
        job.setup_error = job.setup_error ? job.setup_error : errno;
    }
    if (parent >= 0) {
        close(parent);
    }
    end_file();
}

static void write_data(const unsigned char *bytes, uint32_t length)
{
    if (length > job.file_left) {
        fail(EXIT_NO_JOB);
    }
    job.file_left -= length;
    for (uint32_t done = 0; job.file >= 0 && done < length;) {
        ssize_t written = write(job.file, bytes + done, length - done);
        if (written < 0) {
            job.setup_error = job.setup_error ? job.setup_error : errno;
            close(job.file);
            job.file = -1;
            return;
        }
        done += (uint32_t)written;
    }
    end_file();
}

static void read_job(void)
{
    const unsigned char *payload;
    uint32_t length;
    if (next_frame(&payload, &length) != 'J' || length != JOB_BYTES) {
        fail(EXIT_NO_JOB);
    }
    job.limits = get_limits(payload);
    job.terminal = payload[LIMITS_BYTES] & JOB_TERMINAL;
    for (char type; (type = next_frame(&payload, &length)) != 'G';) {
        switch (type) {
        case 'A':
            add(&job.words, &job.word_count, WORDS_MAX, payload, length);
            break;
        case 'V':
            add(&job.environment, &job.variable_count, ENVIRONMENT_MAX, payload, length);
            break;
        case 'C':
            add(&job.collect, &job.collect_count, COLLECT_NAMES_MAX, payload, length);
            break;
        case 'F':
            begin_file(payload, length);
            break;
        case 'D':
            write_data(payload, length);
            break;
        default:
            fail(EXIT_NO_JOB);
        }
    }
    if (job.word_count == 0 || (!job.terminal && job.program_fds[2] < 0)) {
        fail(EXIT_NO_JOB);
    }
}

// Each name once: the job's own value comes before the jail's.
static void complete_environment(void)
{
    static const char *const base[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/tmp", "TMPDIR=/tmp", "LANG=C.UTF-8", "TERM=dumb"};
    size_t bases = sizeof base / sizeof *base - (job.terminal ? 0 : 1);
    if (!job.environment) {
        job.environment = reserve((bases + 1) * sizeof *job.environment);
    }
    size_t own = job.variable_count;
    for (size_t i = 0; i < bases; i++) {
        size_t name = strcspn(base[i], "=") + 1;
        bool set = false;
        for (size_t j = 0; j < own; j++) {
            set |= strncmp(job.environment[j], base[i], name) == 0;
        }
        if (!set && job.variable_count < ENVIRONMENT_MAX - 1) {
            job.environment[job.variable_count++] = (char *)base[i];
        }
    }
}

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

static void close_program_fds(void)
{
    for (int i = 0; i < 3; i++) {
        if (job.program_fds[i] >= 0) {
            close(job.program_fds[i]);
        }
    }
}

// Starts the program. 0 with an errno in `error` when it can't be.
static pid_t start_program(int *error)
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

static void tell_end(enum ended ended, int code)
{
    unsigned char payload[13] = {(unsigned char)ended};
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    put_u32(payload + 1, (uint32_t)code);
    put_u64(payload + 5, (uint64_t)usage.ru_maxrss * 1024);
    send_frame('P', payload, sizeof payload);
}

// Waits for the program, reaping what it orphaned, then ends everything else in the jail.
static void await_program(pid_t program)
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

static void end_everything_else(void)
{
    kill(-1, SIGKILL);
    while (waitpid(-1, NULL, 0) > 0 || errno == EINTR) {
    }
}

// ---- what comes back

static void send_file(int directory, const char *entry, const char *name)
{
    // A pipe or device that the program left under this name must neither block nor act.
    int file = openat(directory, entry, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat about;
    size_t length = strlen(name);
    bool good = file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode) && (uint64_t)about.st_size <= job.collect_left
                && (uint64_t)about.st_size <= UINT32_MAX && job.collected < COLLECTED_FILES_MAX && is_name((const unsigned char *)name, length);
    if (!good) {
        job.left_out |= file >= 0 || errno != ENOENT;
        if (file >= 0) {
            close(file);
        }
        return;
    }
    unsigned char payload[7 + NAME_MAX_BYTES] = {(about.st_mode & S_IXUSR) != 0};
    put_u32(payload + 1, (uint32_t)about.st_size);
    put_u16(payload + 5, (uint16_t)length);
    memcpy(payload + 7, name, length);
    send_frame('F', payload, (uint32_t)(7 + length));
    job.collect_left -= (uint64_t)about.st_size;
    job.collected++;
    for (off_t left = about.st_size; left > 0;) {
        size_t wanted = left < FRAME_PAYLOAD_MAX ? (size_t)left : FRAME_PAYLOAD_MAX;
        ssize_t got = read(file, in + FRAME_HEADER, wanted);
        if (got <= 0) {
            fail(EXIT_NO_JOB);
        }
        put_header(in, 'D', (uint32_t)got);
        send_all(in, FRAME_HEADER + (size_t)got);
        left -= got;
    }
    close(file);
}

// Sends every regular file beneath a directory that it closes. `name` holds the directory's own name, ending in a slash.
static void send_tree(int fd, char *name, size_t length, int depth)
{
    DIR *directory = depth > COLLECT_DEPTH_MAX ? NULL : fdopendir(fd);
    if (!directory) {
        job.left_out = true;
        close(fd);
        return;
    }
    for (struct dirent *entry; job.collected < COLLECTED_FILES_MAX && (entry = readdir(directory));) {
        size_t part = strlen(entry->d_name);
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        if (length + part + 1 > NAME_MAX_BYTES) {
            job.left_out = true;
            continue;
        }
        memcpy(name + length, entry->d_name, part + 1);
        int inner = openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (inner < 0) {
            send_file(fd, entry->d_name, name);
            continue;
        }
        memcpy(name + length + part, "/", 2);
        send_tree(inner, name, length + part + 1, depth + 1);
    }
    job.left_out |= job.collected >= COLLECTED_FILES_MAX && readdir(directory);
    closedir(directory);
}

static void send_named(const char *name)
{
    const char *last;
    int parent = is_name((const unsigned char *)name, strlen(name)) ? open_parent(name, false, &last) : -1;
    if (parent >= 0) {
        send_file(parent, last, name);
        close(parent);
    } else {
        job.left_out |= errno != ENOENT;
    }
}

static void send_files(void)
{
    char name[NAME_MAX_BYTES + 2] = "";
    job.collect_left = job.limits.collect_bytes;
    for (size_t i = 0; i < job.collect_count; i++) {
        if (strcmp(job.collect[i], "*") == 0) {
            send_tree(openat(job.work, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), name, 0, 0);
        } else {
            send_named(job.collect[i]);
        }
    }
    unsigned char left_out = job.left_out;
    send_frame('N', &left_out, 1);
}

int main(void)
{
    prctl(PR_SET_DUMPABLE, 0);
    verify_jail();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    umask(022);
    job.work = open("/work", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (job.work < 0) {
        fail(EXIT_NOT_JAILED);
    }
    await_job();
    send_frame('R', NULL, 0);
    read_job();
    complete_environment();
    int error = job.setup_error;
    pid_t program = error ? 0 : start_program(&error);
    if (program) {
        send_frame('S', NULL, 0);
        await_program(program);
    } else {
        close_program_fds();
        tell_end(COULD_NOT_START, error);
    }
    end_everything_else();
    send_files();
    return 0;
}
