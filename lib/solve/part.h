/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_PART_H
#define HUSLY_SOLVE_PART_H

#include "program/pool.h"
#include "solve/solve.h"

/* A part of a pool on its way from question to answer. Threads work on different ones. */
struct part {
    const struct pool *whole;
    const int *part_of; /* by group of the whole */
    int number;
    bool alone;   /* it is the whole */
    double until; /* by the clock it has to end then; 0 = any time */
    int64_t size;
    int64_t *totals; /* its own of those of the pool */
    struct solve_limits limits;
    int *choices; /* by group of the whole; the part writes those of its own groups */
    struct arena *results;
    struct solution solution; /* in `results` */
    husly_status status;
    husly_error error;
};

void part_solve(struct part *part);

#endif
