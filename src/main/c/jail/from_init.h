// Frames from init, which is held to their order.
#pragma once

#include "state.h"

// Whether to read from the socket: what came is taken before more is read, so there is room for one frame, and the end of the socket
// comes after its frames.
bool reads_from_init(const struct service *s);

// Takes the frames that have come, as far as their turn has.
void read_init_frames(struct service *s);

// Reads once from the job's socket.
void read_init(struct service *s);
