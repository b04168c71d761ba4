// Frames from the JVM, which is not trusted: its limits are checked, its order is held, its strings are bounded.
#pragma once

#include "state.h"

// Whether there is room for what one read may give.
bool wants_input(const struct service *s);

// Reads once from the JVM.
void read_input(struct service *s);

// Takes the frames that have come, as far as there is room for what they bring.
void read_frames(struct service *s);
