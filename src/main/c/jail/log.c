#include "log.h"

#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 400 };

void log_line(const char *format, ...)
{
    char line[LINE_MAX_BYTES];
    int prefix = snprintf(line, sizeof line, "sandlot-jail[%d]: ", (int)getpid());
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line + prefix, sizeof line - (size_t)prefix, format, arguments);
    va_end(arguments);
    if (length < 0) {
        return;
    }
    size_t end = (size_t)(prefix + length);
    if (end > sizeof line - 1) {
        end = sizeof line - 1;
    }
    for (size_t i = 0; i < end; i++) {
        if (line[i] < ' ' || line[i] > '~') {
            line[i] = '?';
        }
    }
    line[end++] = '\n';
    // A reader that has stopped reading must not stop the clocks: a pipe that polls writable has room for a whole line.
    struct pollfd out = {.fd = STDERR_FILENO, .events = POLLOUT};
    if (poll(&out, 1, 0) == 1 && (out.revents & POLLOUT) && write(STDERR_FILENO, line, end) < 0) {
        return;
    }
}
