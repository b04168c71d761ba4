// The payloads of frames: what is taken for good must be it, byte by byte.

#include "frames.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition) do { if (!(condition)) { fprintf(stderr, "not kept: %s\n", #condition); abort(); } } while (0)

static void check_name(const unsigned char *name, size_t length)
{
    char text[NAME_MAX_BYTES + 3];
    CHECK(length > 0 && length <= NAME_MAX_BYTES && !memchr(name, 0, length) && name[0] != '/' && name[length - 1] != '/');
    text[0] = '/';
    memcpy(text + 1, name, length);
    text[length + 1] = '/';
    text[length + 2] = '\0';
    CHECK(!strstr(text, "//") && !strstr(text, "/./") && !strstr(text, "/../"));
}

static void check_job(const uint8_t *payload, size_t length)
{
    static const struct job_limits maxima = {10, 20, 30, 40, 50, 60, 70};
    struct job_limits limits;
    uint8_t flags;
    if (parse_job(payload, length, &maxima, &limits, &flags)) {
        CHECK(limits.cpu_us - 1 < 10 && limits.wall_us - 1 < 20 && limits.memory_bytes - 1 < 30 && limits.output_bytes <= 40
              && limits.processes - 1 < 50 && limits.file_size_bytes - 1 < 60 && limits.collect_bytes <= 70 && flags <= 7);
    }
}

static void check_payload(const uint8_t *payload, size_t length)
{
    struct file_header file;
    struct program_end end;
    if (parse_file(payload, length, &file)) {
        check_name(file.name, file.name_length);
    }
    if (parse_end(payload, length, &end)) {
        CHECK(end.ended >= EXITED && end.ended <= COULD_NOT_START);
    }
    if (is_variable(payload, length)) {
        CHECK(is_string(payload, length) && payload[2] != '=' && memchr(payload + 3, '=', length - 3));
    }
    if (is_collect(payload, length) && !(length == 3 && payload[2] == '*')) {
        check_name(payload + 2, length - 2);
    }
    if (is_name(payload, length)) {
        check_name(payload, length);
    }
    check_job(payload, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct frame frame;
    check_payload(data, size);
    for (size_t at = 0; frame_first(data + at, size - at, &frame) == FRAME_WHOLE; at += FRAME_HEADER + frame.length) {
        CHECK(frame.payload + frame.length <= data + size);
        check_payload(frame.payload, frame.length);
    }
    return 0;
}
