#define _GNU_SOURCE
#include "receive.h"

#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

enum {
    WORDS_MAX = 65536,
    ENVIRONMENT_MAX = 4096,
    COLLECT_NAMES_MAX = 4096,
};

static void *reserve(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        fail(EXIT_NO_JOB);
    }
    return memory;
}

static char *pool;
static size_t pool_left;

static char *keep(const unsigned char *bytes, size_t length)
{
    if (pool_left < length + 1) {
        pool_left = length + 1 > 65536 ? length + 1 : 65536;
        pool = reserve(pool_left);
    }
    char *text = pool;
    memcpy(text, bytes, length);
    text[length] = '\0';
    pool += length + 1;
    pool_left -= length + 1;
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

int open_parent(const char *name, bool make, const char **last)
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
    struct file_header file;
    if (!parse_file(payload, length, &file)) {
        fail(EXIT_NO_JOB);
    }
    char name[NAME_MAX_BYTES + 1];
    const char *last;
    memcpy(name, file.name, file.name_length);
    name[file.name_length] = '\0';
    int parent = open_parent(name, true, &last);
    job.file_left = file.size;
    job.file = parent < 0 ? -1 : openat(parent, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, file.executable ? 0755 : 0644);
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

void read_job(void)
{
    struct frame frame = next_frame();
    if (frame.type != 'J' || frame.length != JOB_BYTES) {
        fail(EXIT_NO_JOB);
    }
    job.limits = get_limits(frame.payload);
    job.terminal = frame.payload[LIMITS_BYTES] & JOB_TERMINAL;
    while ((frame = next_frame()).type != 'G') {
        switch (frame.type) {
        case 'A':
            add(&job.words, &job.word_count, WORDS_MAX, frame.payload, frame.length);
            break;
        case 'V':
            add(&job.environment, &job.variable_count, ENVIRONMENT_MAX, frame.payload, frame.length);
            break;
        case 'C':
            add(&job.collect, &job.collect_count, COLLECT_NAMES_MAX, frame.payload, frame.length);
            break;
        case 'F':
            begin_file(frame.payload, frame.length);
            break;
        case 'D':
            write_data(frame.payload, frame.length);
            break;
        default:
            fail(EXIT_NO_JOB);
        }
    }
    if (job.word_count == 0 || (!job.terminal && job.program_fds[2] < 0)) {
        fail(EXIT_NO_JOB);
    }
}

void complete_environment(void)
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
