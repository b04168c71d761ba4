// Takes the job: its words are kept in memory, its files are written into /work.
#pragma once

#include "job.h"

// Opens the directory that holds the last part of a name, making those on the way if asked. No link is followed.
int open_parent(const char *name, bool make, const char **last);

// Reads everything up to G. What can't be written or kept becomes the job's setup_error.
void read_job(void);

// Each name once: the job's own value comes before the jail's.
void complete_environment(void);
