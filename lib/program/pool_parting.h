/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_POOL_PARTING_H
#define HUSLY_PROGRAM_POOL_PARTING_H

#include "program/pool.h"

/* What belongs to a part: first marked with 0, then numbered; NO_INDEX for all else. */
struct parting {
    const struct pool *pool;
    struct pool *part;
    const int *part_of;
    int number;
    int *group, *place, *row, *count, *seed, *zone;
};

/* Marks what belongs to the part; false when memory ran out. */
bool parting_mark(const struct parting *parting);

#endif
