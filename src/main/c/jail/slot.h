// A slot: its number, held by a lock, and what a crashed predecessor left behind.
#pragma once

#include "cgroup.h"
#include "config.h"

// Takes the lowest free slot and keeps it until this process ends; first ends holders of slots that a signal has stopped. -1 with a sentence in `error` when there is none.
int slot_take(const struct config *config, char *error, size_t error_size);

// Kills every process of a slot's uid at once. The kernel refuses forks while it does this, so nothing slips through.
bool slot_kill(const struct config *config, unsigned slot);

// Takes the right to have more than so many processes from those of the slot's uid among `pids`. Whether any had it.
bool slot_limit_forks(const struct config *config, unsigned slot, const pid_t *pids, size_t count, uint64_t processes);

// Ends what earlier holders of this and of other free slots left: processes and cgroups. False with a sentence when something survives.
bool slot_clean(const struct config *config, const struct hierarchies *all, unsigned slot, char *error, size_t error_size);
