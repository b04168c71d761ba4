// Limits of time: of a job, of its teardown, and of everything that we wait for.
#pragma once

#include "state.h"

// Whether a killed job is dead by now.
void check_killing(struct service *s);

// The program has started: from now on a confined job comes last.
void begin_rank(struct service *s);

// Does what is due.
void check_clocks(struct service *s);

// When check_clocks has something to do next, or 0 for never.
uint64_t next_deadline(const struct service *s);
