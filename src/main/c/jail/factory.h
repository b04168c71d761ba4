// The resident nsjail of a slot: in its RERUN mode it makes the next jail as soon as one ends (docs/protocol.md).
#pragma once

#include "config.h"

#include <sys/types.h>

struct factory {
    pid_t pid;      // of nsjail, 0 when there is none
    int pidfd;      // readable once nsjail has ended
    int socket;     // SEQPACKET to the waiting init
    int log;        // what nsjail writes
    char last_line[256];
};

// Starts nsjail for this slot. False with a sentence in `error` when not even that is possible.
bool factory_start(struct factory *factory, const struct config *config, unsigned slot, char *error, size_t error_size);

// Whether a signal has stopped nsjail: it then makes no jail until somebody lets it go on.
bool factory_is_stopped(const struct factory *factory);

// Keeps the last line of what nsjail wrote; the jail's programs can't write there.
void factory_read_log(struct factory *factory);

// Kills nsjail, and with it the jail that it holds.
void factory_stop(struct factory *factory);
