// The one job of this jail.
#pragma once

#include "frames.h"

#include <stdlib.h>
#include <unistd.h>

enum {
    FACTORY_SOCKET = 3,
    EXIT_NOT_JAILED = 120,
    EXIT_NO_JOB = 121,
};

struct job {
    int socket;                 // of this job
    int work;                   // the directory
    struct job_limits limits;
    bool terminal;
    char **words;               // argv
    size_t word_count;
    char **environment;
    size_t variable_count;
    char **collect;
    size_t collect_count;
    int file;                   // being received
    uint32_t file_left;
    int setup_error;            // errno of the first thing that failed
    int program_fds[3];
    uint64_t collect_left;
    unsigned collected;
    bool left_out;
};

extern struct job job;

// Ends the jail; sandlot-jail then says that init gave no word.
static inline _Noreturn void fail(int code)
{
    _exit(code);
}
