// Messages from and to sandlot-jail (docs/protocol.md, the last section).
#pragma once

#include "job.h"

void send_all(const void *bytes, size_t length);
void send_frame(char type, const void *payload, uint32_t length);
void send_with_descriptor(char type, int fd);

// Says that this jail waits, and waits for the socket of its job.
void await_job(void);

// The next frame; its payload stays valid until the next call.
struct frame next_frame(void);
