// The jails that nsjail makes: each is taken in, waits, gets one job, and is followed by the next.
#pragma once

#include "state.h"

// Makes the cgroup of the next jail.
void make_group(struct service *s);

// The job's cgroup is to be removed once it is empty.
void retire_group(struct service *s);
void start_factory(struct service *s);

// nsjail has ended or makes no jails: it is started anew after a pause, and after some times the slot gives up.
void factory_failed(struct service *s, const char *what);

// Replaces an nsjail that a signal has stopped.
void check_factory(struct service *s);
bool is_alive(int pidfd);

// The jail that waited is gone or no good; nsjail makes another.
void drop_jail(struct service *s);

// init has the socket of its job. One that a kill of the last job had hit too would never say so.
void jail_greets(struct service *s, char type, uint32_t length);

// A message on nsjail's socket: a jail is ready.
void read_ready(struct service *s);

// Tells the JVM once a jail waits and the last job's cgroup is gone.
void announce(struct service *s);
