// init's reading of a job, its writing of files into /work and its sending of files back, in a folder of its own.
//
// The units are included, so that what they keep can be set back between two inputs. Their _exit and mmap are ours.

#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

_Noreturn void fuzz_exit(int code);
void *fuzz_mmap(void *at, size_t length, int protection, int flags, int file, off_t offset);

#define _exit fuzz_exit
#define mmap fuzz_mmap
#include "init/wire.c"
#include "init/receive.c"
#include "init/collect.c"
#include "frames.c"

#include <ftw.h>
#include <setjmp.h>
#include <stdio.h>

#undef _exit
#undef mmap

enum { MAPPINGS_MAX = 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct job job;
static jmp_buf ended;
static struct {
    void *at;
    size_t length;
} mappings[MAPPINGS_MAX];
static size_t mapping_count;

_Noreturn void fuzz_exit(int code)
{
    longjmp(ended, code);
}

void *fuzz_mmap(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
    void *made = mmap(at, length, protection, flags, file, offset);
    if (mapping_count == MAPPINGS_MAX) {
        abort();
    }
    mappings[mapping_count].at = made;
    mappings[mapping_count++].length = length;
    return made;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about, (void)kind;
    return place->level == 0 ? 0 : remove(path);
}

static const char *folder(void)
{
    static char path[64];
    if (!*path) {
        snprintf(path, sizeof path, "/dev/shm/init-fuzz-%d", (int)getpid());
        mkdir(path, 0700);
    }
    return path;
}

static void forget_job(void)
{
    int *const files[] = {&job.socket, &job.work, &job.file, &job.program_fds[0], &job.program_fds[1], &job.program_fds[2]};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (*files[i] >= 0) {
            close(*files[i]);
        }
    }
    for (size_t i = 0; i < mapping_count; i++) {
        munmap(mappings[i].at, mappings[i].length);
    }
    mapping_count = 0;
    pool = NULL;
    pool_left = 0;
    in_start = in_end = 0;
    nftw(folder(), remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int buffer = 4 << 20;
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0) {
        abort();
    }
    setsockopt(sockets[0], SOL_SOCKET, SO_SNDBUFFORCE, &buffer, sizeof buffer);
    setsockopt(sockets[1], SOL_SOCKET, SO_SNDBUFFORCE, &buffer, sizeof buffer);
    if (send(sockets[0], data, size, MSG_DONTWAIT) != (ssize_t)size) {
        abort();
    }
    shutdown(sockets[0], SHUT_WR);
    job = (struct job){.socket = sockets[1], .work = open(folder(), O_RDONLY | O_DIRECTORY), .file = -1, .program_fds = {-1, -1, -1}};
    if (setjmp(ended) == 0) {
        read_job();
        complete_environment();
        send_files();
    }
    close(sockets[0]);
    forget_job();
    return 0;
}
