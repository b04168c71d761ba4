// The frames of docs/protocol.md: u32 length of the payload, u8 type, payload; numbers are big-endian.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    PROTOCOL_VERSION = 1,
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
};

#define READY_WORD "ready"

enum killed_for { BY_ITSELF, CPU_TIME, WALL_TIME, OUTPUT, CANCELLED, SETUP_TOO_SLOW, TEARDOWN_TOO_SLOW };
enum ended { NO_WORD_FROM_INIT, EXITED, SIGNALLED, COULD_NOT_START };

// Flags of a job (J) and of a report (Z).
enum { JOB_TERMINAL = 1, JOB_BACKGROUND = 2 };
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

// A string that fills the whole of `length` bytes: u16 length, then bytes without NUL.
static inline bool is_string(const unsigned char *at, size_t length)
{
    return length >= 2 && get_u16(at) == length - 2 && memchr(at + 2, 0, length - 2) == NULL;
}

// Length of the UTF-8 sequence at `at`, or 0 when there is none (over-long forms and surrogates included).
static inline size_t utf8_sequence(const unsigned char *at, size_t left)
{
    unsigned char first = at[0];
    size_t length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : (first & 0xf0) == 0xe0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (length == 0 || length > left) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    if ((first == 0xe0 && at[1] < 0xa0) || (first == 0xed && at[1] > 0x9f) || (first == 0xf0 && at[1] < 0x90) || (first == 0xf4 && at[1] > 0x8f)) {
        return 0;
    }
    return length;
}

// A name relative to /work: parts of 1 to 255 bytes between single slashes, none of them `.` or `..`, in UTF-8.
static inline bool is_name(const unsigned char *name, size_t length)
{
    if (length == 0 || length > NAME_MAX_BYTES) {
        return false;
    }
    for (size_t i = 0, step; i < length; i += step) {
        step = utf8_sequence(name + i, length - i);
        if (step == 0 || name[i] == 0) {
            return false;
        }
    }
    for (size_t start = 0; start <= length;) {
        const unsigned char *slash = memchr(name + start, '/', length - start);
        size_t part = (slash ? (size_t)(slash - name) : length) - start;
        bool dots = (part == 1 && name[start] == '.') || (part == 2 && name[start] == '.' && name[start + 1] == '.');
        if (part == 0 || part > NAME_PART_MAX_BYTES || dots) {
            return false;
        }
        start += part + 1;
    }
    return true;
}
