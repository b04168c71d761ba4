// The frames of docs/protocol.md: u32 length of the payload, u8 type, payload; numbers are big-endian.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    PROTOCOL_VERSION = 2,
    FRAME_HEADER = 5,
    FRAME_PAYLOAD_MAX = 65536,
    FRAME_MAX = FRAME_HEADER + FRAME_PAYLOAD_MAX,
    OUTPUT_CHUNK_MAX = 32768,
    INPUT_WINDOW = 262144,
    ARGUMENTS_MAX = 512 * 1024,
    NAME_MAX_BYTES = 1024,
    NAME_PART_MAX_BYTES = 255,
    COLLECTED_FILES_MAX = 4096,
    NONCE_BYTES = 16,
    READY_BYTES = 5 + NONCE_BYTES,
    DOORS_MAX = 4, // see cgroup.h
};

#define READY_WORD "ready"

enum killed_for { BY_ITSELF, CPU_TIME, WALL_TIME, OUTPUT, CANCELLED, SETUP_TOO_SLOW, TEARDOWN_TOO_SLOW };
enum ended { NO_WORD_FROM_INIT, EXITED, SIGNALLED, COULD_NOT_START };

// Flags of a job (J) and of a report (Z).
enum { JOB_TERMINAL = 1, JOB_BACKGROUND = 2, JOB_CONFINED = 4 };
enum { STDOUT_CUT = 1, STDERR_CUT = 2, FILES_LEFT_OUT = 4 };

static inline void put_u16(unsigned char *to, uint16_t value)
{
    to[0] = (unsigned char)(value >> 8);
    to[1] = (unsigned char)value;
}

static inline void put_u32(unsigned char *to, uint32_t value)
{
    put_u16(to, (uint16_t)(value >> 16));
    put_u16(to + 2, (uint16_t)value);
}

static inline void put_u64(unsigned char *to, uint64_t value)
{
    put_u32(to, (uint32_t)(value >> 32));
    put_u32(to + 4, (uint32_t)value);
}

static inline uint16_t get_u16(const unsigned char *from)
{
    return (uint16_t)(from[0] << 8 | from[1]);
}

static inline uint32_t get_u32(const unsigned char *from)
{
    return (uint32_t)get_u16(from) << 16 | get_u16(from + 2);
}

static inline uint64_t get_u64(const unsigned char *from)
{
    return (uint64_t)get_u32(from) << 32 | get_u32(from + 4);
}

static inline void put_header(unsigned char *to, char type, uint32_t payload)
{
    put_u32(to, payload);
    to[4] = (unsigned char)type;
}

// The payload of a job frame: what a job may use, as the JVM asks for it.
struct job_limits {
    uint64_t cpu_us;
    uint64_t wall_us;
    uint64_t memory_bytes;
    uint64_t output_bytes;
    uint32_t processes;
    uint64_t file_size_bytes;
    uint64_t collect_bytes;
};

enum { LIMITS_BYTES = 6 * 8 + 4, JOB_BYTES = LIMITS_BYTES + 1 };

static inline void put_limits(unsigned char *to, const struct job_limits *limits)
{
    put_u64(to, limits->cpu_us);
    put_u64(to + 8, limits->wall_us);
    put_u64(to + 16, limits->memory_bytes);
    put_u64(to + 24, limits->output_bytes);
    put_u32(to + 32, limits->processes);
    put_u64(to + 36, limits->file_size_bytes);
    put_u64(to + 44, limits->collect_bytes);
}

static inline struct job_limits get_limits(const unsigned char *from)
{
    return (struct job_limits){
        .cpu_us = get_u64(from),
        .wall_us = get_u64(from + 8),
        .memory_bytes = get_u64(from + 16),
        .output_bytes = get_u64(from + 24),
        .processes = get_u32(from + 32),
        .file_size_bytes = get_u64(from + 36),
        .collect_bytes = get_u64(from + 44),
    };
}

// A frame in a queue of bytes.
struct frame {
    char type;
    uint32_t length;
    const unsigned char *payload;
};

enum frame_state { FRAME_PARTLY, FRAME_WHOLE, FRAME_TOO_LONG };

// What the first of `have` bytes are: a whole frame, a part of one, or the header of one that nobody may send.
enum frame_state frame_first(const unsigned char *bytes, size_t have, struct frame *frame);

// The payloads. Each function reads one kind and is false when it isn't one.

// A job within its maxima: every limit above zero, but for output and collect.
bool parse_job(const unsigned char *payload, size_t length, const struct job_limits *maxima, struct job_limits *limits, uint8_t *flags);

struct file_header {
    bool executable;
    uint32_t size;
    const unsigned char *name; // without NUL at its end
    size_t name_length;
};

bool parse_file(const unsigned char *payload, size_t length, struct file_header *file);

struct program_end {
    uint8_t ended;
    uint32_t code;
    uint64_t max_rss_bytes;
};

enum { END_BYTES = 13 };

bool parse_end(const unsigned char *payload, size_t length, struct program_end *end);

// A string that fills the whole of `length` bytes: u16 length, then bytes without NUL.
bool is_string(const unsigned char *payload, size_t length);

// A string NAME=value with a name.
bool is_variable(const unsigned char *payload, size_t length);

// A string that names a file to collect, or `*`.
bool is_collect(const unsigned char *payload, size_t length);

// A name relative to /work: parts of 1 to 255 bytes between single slashes, none of them `.` or `..`, in UTF-8.
bool is_name(const unsigned char *name, size_t length);
