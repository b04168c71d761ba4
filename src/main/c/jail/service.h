// The service of one slot: one job after another, from the JVM's frames to the report.
#pragma once

#include "cgroup.h"
#include "config.h"

#include <signal.h>

enum exit_code { INPUT_ENDED = 0, BROKEN_PROTOCOL = 2, QUARANTINED = 3 };

// Serves until standard input ends, a frame is wrong, the slot can't go on or `stop` is set by a signal handler.
enum exit_code serve(const struct config *config, const struct hierarchies *all, unsigned slot, const volatile sig_atomic_t *stop);
