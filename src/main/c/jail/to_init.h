// A job on its way to init.
#pragma once

#include "state.h"

// Passes a frame of the JVM on.
void put_to_init(struct service *s, const struct frame *frame);

// Writes what the socket takes, and at last the program's ends of its pipes.
void write_to_init(struct service *s);
