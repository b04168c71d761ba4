// Frames to the JVM (docs/protocol.md).
#pragma once

#include "state.h"

// The caller has made sure of the room in `out`. After a Q nothing more is said.
void put_frame(struct service *s, char type, const void *payload, size_t length);

// Tells the JVM why there is nothing to serve. Before serve() only.
void send_quarantine(const char *reason);

// The last frame: this slot can't go on.
void quarantine(struct service *s, const char *reason);

// The JVM broke the protocol: everything ends.
void protocol_error(struct service *s, const char *what);
void send_hello(struct service *s);
void send_report(struct service *s);

// Tells how much input the program has taken since the last time.
void tell_window(struct service *s);

// Answers the question whether we are there, however often it came meanwhile.
void answer_beat(struct service *s);

// Writes what the pipe takes.
void flush_out(struct service *s);
