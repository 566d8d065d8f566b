/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ROOT_CANDIDATES_H
#define HUSLY_SOLVE_ROOT_CANDIDATES_H

#include "program/pool.h"
#include "solve/root/lagrange.h"

/* What a stage asks: the pool's rows, and after them a floor for each stage before. */
struct question {
    const struct pool *pool;
    int stage;
    const int64_t *values;       /* of the stages before */
    const int64_t *const *found; /* by stage before: its multipliers, by row and then by floor */
};

/* The choices of a pool that look good at the prices met so far, in doubles. */
struct candidates {
    struct arena *arena;
    struct arena *numbers; /* of all but the list itself; NULL when it is pruned */
    int *first;            /* by group, and one more */
    int *places;
    double *scale; /* by row: what it was divided by */
    struct lagrange lagrange;
};

/* Every group gets the `count` places a group at `places` (NO_INDEX: none), and those that it has
 * in `before`, which may be NULL. NULL when memory ran out. */
struct candidates *candidates_new(const struct question *question, const struct candidates *before,
                                  const int *places, int count);
/* Takes what loses more than so much at these prices, divided as the list's rows are, off the list.
 * What is left is good for being `before` another one only. */
void candidates_prune(struct candidates *list, const double *prices, double loss);
/* Frees all but the list itself, to the same end. */
void candidates_forget(struct candidates *list);
void candidates_free(struct candidates *list);

/* Marks the rows that counts ease for nothing in this stage. They bind nothing, as the rules give
 * such rows as many counts as can be needed; a price of 0 is right at any rate. */
void question_find_still(const struct question *question, bool *still);

#endif
