#define _GNU_SOURCE
#include "collect.h"

#include "receive.h"
#include "wire.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

enum { COLLECT_DEPTH_MAX = 32 };

static unsigned char chunk[FRAME_MAX];

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
        ssize_t got = read(file, chunk + FRAME_HEADER, wanted);
        if (got <= 0) {
            fail(EXIT_NO_JOB);
        }
        put_header(chunk, 'D', (uint32_t)got);
        send_all(chunk, FRAME_HEADER + (size_t)got);
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

void send_files(void)
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
