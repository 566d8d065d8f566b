/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_WATCH_H
#define HUSLY_SOLVE_WATCH_H

#include <pthread.h>

#include "solve/solve.h"

/* What is known of a part while others are at work. */
struct watched {
    struct watch *watch;
    enum { PART_WAITS, PART_AT_WORK, PART_ENDED } state;
    const struct solution *solution; /* read by its own thread only */
    struct solve_progress now;
    int64_t *values, *bounds; /* of the stages that it ended */
    int64_t trivial;          /* a bound of the first stage */
};

/* Tells progress of all parts together, from one thread at a time, and carries the word to stop. */
struct watch {
    pthread_mutex_t lock;
    const struct solve_limits *limits;
    struct watched *parts; /* in the order in which they are begun */
    int part_count, stage_count;
    double told;
    bool stopped;
};

/* Room in the arena; false when there is none. watch_close() follows only what was opened. */
bool watch_open(struct watch *watch, const struct solve_limits *limits, int part_count,
                int stage_count, struct arena *arena);
void watch_close(struct watch *watch);

/* The on_progress of a part's limits, whose user is its `struct watched`. */
bool watch_part(const struct solve_progress *progress, void *user);

void watch_end_of(struct watched *part);
void watch_stop(struct watch *watch);

#endif
