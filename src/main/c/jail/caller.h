// The process that starts us may be hostile and is our parent: what it can leave to a child that becomes root is taken away here.
#pragma once

#include <signal.h>
#include <stdbool.h>

// Forgets the caller's environment, groups, directory, descriptors, limits, signals, timers and clocks. False with a word in
// `reason` when we aren't root or standard input, output and error aren't pipes. `stop` is set by SIGTERM and its like.
bool forget_caller(volatile sig_atomic_t *stop, const char **reason);
