// The program's standard input, output and error: pipes or a terminal, of which we hold the other ends.
#pragma once

#include "state.h"

// Makes the pipes of a job that has no terminal.
bool open_streams(struct service *s);

// Whether output may go on to the JVM in this phase of the job.
bool program_may_write(const struct service *s);

// Whether a chunk of output fits into what waits for the JVM.
bool has_room_for_output(const struct service *s);

// Passes on what one read gives. False when there was nothing to read.
bool read_output(struct service *s, struct stream *stream);

// The bytes of a stream whose writers are all dead. True once nothing is left.
bool drain(struct service *s, struct stream *stream);
bool output_ended(const struct service *s);
bool wants_to_write_stdin(const struct service *s);

// Passes input on as far as the program takes it.
void write_stdin(struct service *s);
