// Runs the program as a child and tells how it ended.
#pragma once

#include "job.h"

// Closes our copies of the program's ends.
void close_program_fds(void);

// Starts the program. 0 with an errno in `error` when it can't be.
pid_t start_program(int *error);
void tell_end(enum ended ended, int code);

// Waits for the program and tells its end, reaping what it orphaned.
void await_program(pid_t program);

// Ends every other process of the jail.
void end_everything_else(void);
