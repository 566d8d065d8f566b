/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SOLVE_POOL_H
#define HUSLY_SOLVE_SOLVE_POOL_H

#include "program/pool.h"
#include "solve/solve.h"

/* A stage over all parts: sums of theirs. */
struct round_stage {
    int64_t value, bound;
    int64_t leaves, cuts;
};

struct round_solution {
    enum solve_end end;
    int *choices; /* by group: the key of its place, NO_INDEX; no plan with SOLVE_NO_PLAN and
                     SOLVE_NOT_FOUND */
    struct round_stage *stages;
    int stage_count;
    int *part_of;           /* by group: its part, NO_INDEX for one without a place */
    struct solution *parts; /* without values */
    int part_count;         /* at least 1 */
    int64_t work;
};

/*
 * Splits a pool into its parts and optimises the stages of each in strict order, the largest parts
 * first, on several threads. What the limits allow is shared among the parts by their size alone,
 * so that without a limit of seconds the solution does not depend on the threads. Progress is told
 * from one thread at a time: values and bounds of the first stage that some part has not ended,
 * summed over the parts. The solution lives in `arena`.
 */
husly_status solve_pool(struct round_solution *out, const struct pool *pool,
                        const struct solve_limits *limits, struct arena *arena, husly_error *error);

#endif
