// A job's life, from its limits to its report.
#pragma once

#include "state.h"

// The JVM wants a job with these limits, which are within the maxima.
void job_begin(struct service *s, const struct job_limits *limits, uint8_t flags);

// Whether the job gets the processor only while no other job wants it.
void job_comes_last(struct service *s, bool last);

// Closes our copies of the ends that the program has.
void close_program_ends(struct service *s);

// Closes and forgets what belongs to the job.
void close_job(struct service *s);

// Kills every process of the slot.
void kill_everything(struct service *s);

// Ends the job. Its report follows once its processes are dead.
void kill_job(struct service *s, enum killed_for reason);

// init told how the main program ended.
void program_ended(struct service *s, const struct program_end *end);

// Sends the report and makes room for the next jail, which nsjail is making meanwhile.
void finish_job(struct service *s);
