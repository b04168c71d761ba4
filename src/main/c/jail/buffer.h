// A queue of bytes of a fixed capacity, filled at its end and emptied at its start.
#pragma once

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

struct buffer {
    unsigned char *bytes;
    size_t capacity, start, end;
};

static inline size_t buffered(const struct buffer *b)
{
    return b->end - b->start;
}

static inline size_t buffer_room(const struct buffer *b)
{
    return b->capacity - buffered(b);
}

static inline const unsigned char *buffer_first(const struct buffer *b)
{
    return b->bytes + b->start;
}

// Where at least `length` bytes may be written next; buffer_added says how many were. The caller has made sure of the room:
// without it, ending here is all that is safe.
static inline unsigned char *buffer_next(struct buffer *b, size_t length)
{
    if (buffer_room(b) < length) {
        abort();
    }
    if (b->capacity - b->end < length) {
        memmove(b->bytes, b->bytes + b->start, buffered(b));
        b->end -= b->start;
        b->start = 0;
    }
    return b->bytes + b->end;
}

static inline void buffer_added(struct buffer *b, size_t length)
{
    b->end += length;
}

static inline void buffer_put(struct buffer *b, const void *bytes, size_t length)
{
    if (length > 0) {
        memcpy(buffer_next(b, length), bytes, length);
        buffer_added(b, length);
    }
}

static inline void buffer_take(struct buffer *b, size_t length)
{
    b->start += length;
    if (b->start == b->end) {
        b->start = b->end = 0;
    }
}

static inline void buffer_clear(struct buffer *b)
{
    b->start = b->end = 0;
}
