#include "frames.h"

enum frame_state frame_first(const unsigned char *bytes, size_t have, struct frame *frame)
{
    if (have < FRAME_HEADER) {
        return FRAME_PARTLY;
    }
    *frame = (struct frame){.type = (char)bytes[4], .length = get_u32(bytes), .payload = bytes + FRAME_HEADER};
    return frame->length > FRAME_PAYLOAD_MAX ? FRAME_TOO_LONG : have < FRAME_HEADER + frame->length ? FRAME_PARTLY : FRAME_WHOLE;
}

static bool within(uint64_t value, uint64_t maximum)
{
    return value > 0 && value <= maximum;
}

bool parse_job(const unsigned char *payload, size_t length, const struct job_limits *maxima, struct job_limits *limits, uint8_t *flags)
{
    if (length != JOB_BYTES) {
        return false;
    }
    *limits = get_limits(payload);
    *flags = payload[LIMITS_BYTES];
    return within(limits->cpu_us, maxima->cpu_us) && within(limits->wall_us, maxima->wall_us) && within(limits->memory_bytes, maxima->memory_bytes)
           && limits->output_bytes <= maxima->output_bytes && within(limits->processes, maxima->processes)
           && within(limits->file_size_bytes, maxima->file_size_bytes) && limits->collect_bytes <= maxima->collect_bytes
           && *flags <= (JOB_TERMINAL | JOB_BACKGROUND | JOB_CONFINED);
}

bool parse_file(const unsigned char *payload, size_t length, struct file_header *file)
{
    if (length <= 7 || payload[0] > 1 || !is_string(payload + 5, length - 5) || !is_name(payload + 7, length - 7)) {
        return false;
    }
    *file = (struct file_header){.executable = payload[0], .size = get_u32(payload + 1), .name = payload + 7, .name_length = length - 7};
    return true;
}

bool parse_end(const unsigned char *payload, size_t length, struct program_end *end)
{
    if (length != END_BYTES || payload[0] < EXITED || payload[0] > COULD_NOT_START) {
        return false;
    }
    *end = (struct program_end){.ended = payload[0], .code = get_u32(payload + 1), .max_rss_bytes = get_u64(payload + 5)};
    return true;
}

bool is_string(const unsigned char *payload, size_t length)
{
    return length >= 2 && get_u16(payload) == length - 2 && memchr(payload + 2, 0, length - 2) == NULL;
}

bool is_variable(const unsigned char *payload, size_t length)
{
    return is_string(payload, length) && length > 3 && payload[2] != '=' && memchr(payload + 2, '=', length - 2) != NULL;
}

bool is_collect(const unsigned char *payload, size_t length)
{
    return is_string(payload, length) && ((length == 3 && payload[2] == '*') || is_name(payload + 2, length - 2));
}

// Length of the UTF-8 sequence at `at`, or 0 when there is none (over-long forms and surrogates included).
static size_t utf8_sequence(const unsigned char *at, size_t left)
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

static bool is_text(const unsigned char *text, size_t length)
{
    for (size_t i = 0, step; i < length; i += step) {
        step = utf8_sequence(text + i, length - i);
        if (step == 0 || text[i] == 0) {
            return false;
        }
    }
    return true;
}

bool is_name(const unsigned char *name, size_t length)
{
    if (length == 0 || length > NAME_MAX_BYTES || !is_text(name, length)) {
        return false;
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
