// Log lines for operators on standard error: at most 400 bytes, printable ASCII, never blocking.
#pragma once

void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
