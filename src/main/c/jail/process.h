// What /proc says about a process.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

struct process {
    char state; // as in ps: R, S, D, T and t (stopped), Z, X
    uid_t uid;
};

// Reads the text of /proc/<pid>/status. False when it isn't one.
bool process_parse(const char *status, struct process *process);

// Looks at the process of this name in an open /proc. False when there is none.
bool process_read(int proc, const char *pid, struct process *process);

// Looks at the process of this pid.
bool process_of(pid_t pid, struct process *process);

// Whether a process is held by a signal or a debugger: it then does nothing until somebody lets it go on.
bool process_is_stopped(pid_t pid);
