/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ROOT_ROOT_H
#define HUSLY_SOLVE_ROOT_ROOT_H

#include "base/wide.h"
#include "program/proof.h"
#include "solve/root/candidates.h"

/*
 * What can be known of a stage before any program is drawn: multipliers of the rows, and the bound
 * that they prove over all choices of the pool.
 */
struct root {
    const struct pool *pool;
    struct arena *arena;
    struct scan *scan;
    int64_t *multipliers;    /* in force: millionths, by row and then by floor; the best so far */
    wide total;              /* L of these, in millionths */
    struct candidates *list; /* of the stage before */
    int64_t work;            /* thousandths of a unit, spent so far */
    double unit;             /* what a group was worth in the stage before */
    int64_t *tried;          /* scratch, by row */
    wide *best;              /* scratch, by group */
    int *picks;              /* scratch, a few places a group */
};

/* When to stop, told by work or by somebody who is asked now and then. */
struct root_limits {
    int64_t work; /* what `work` may become, 0 = any */
    bool (*goes_on)(void *user);
    void *user;
};

/* NULL when memory ran out. */
struct root *root_new(const struct pool *pool, int threads);
void root_free(struct root *root);

/* Finds multipliers for a stage, beginning with those of the stage before. False when memory ran
 * out; whatever stops it earlier leaves a bound. */
bool root_find(struct root *root, const struct question *question,
               const struct root_limits *limits);

/* Takes other multipliers (by row and floor) when they prove more. */
void root_try(struct root *root, const struct question *question, const int64_t *multipliers);

/* The bound over all choices. */
int64_t root_bound(const struct root *root);

/* Choices to draw into a program. */
struct drawn {
    struct arena *arena;
    struct pool_draw draw;
    int64_t level; /* the largest bound of a choice that is left out; INT64_MIN: none is */
};

/* Draws about `most` choices: those that can be in the best plans, a few of every group, those of
 * a plan (by group its place, NO_INDEX), pins, and what equations tie to them. `goal`: the points
 * of the best plan, below which nothing is looked for. NULL when memory ran out. */
struct drawn *root_draw(struct root *root, const struct question *question, const int *plan,
                        int64_t goal, int most);
void drawn_free(struct drawn *drawn);

#endif
