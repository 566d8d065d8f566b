/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SETTLE_H
#define HUSLY_SOLVE_SETTLE_H

#include "solve/search.h"

/*
 * Counts follow from choices: each takes the least value that the rows it eases demand, and of
 * those that ease one row the cheapest come first (program.h).
 *
 * A plan under work by what its rows have left, its counts always settled. The choices are the
 * caller's.
 */
struct settled {
    const struct search *search;
    int64_t *left;           /* by row: right-hand side - used */
    int64_t *counts;         /* by column, for counts */
    int *top;                /* by row, in ease_counts: the dearest count in use, or the first */
    int64_t points;          /* of the counts, at most 0 */
    int broken;              /* rows that do not hold, floors apart */
    const double *penalties; /* by row, for a unit that a row lacks; NULL = none */
    double penalty;          /* for all that they lack now */
    int64_t *change;         /* by row: what a step that is only thought of would use */
    int *changed;            /* rows of it, some of them twice */
    int changed_count;
};

/* The choices that `values` make, with their counts; its arrays are borrowed. settled_set() starts
 * anew in the same arrays, without penalties. */
struct settled settled_of(struct search *search, const int64_t *values);
void settled_set(struct settled *settled, const int64_t *values);

/* From now on what rows lack is charged at these penalties; to be called anew when they change. */
void settled_penalise(struct settled *settled, const double *penalties);

/* Adds a choice, or with `times` = -1 takes it away. */
void settled_change(struct settled *settled, int column, int64_t times);

/* A step that is only thought of: settled_consider() for every choice in it, then what the counts
 * would give or take for it at best. When `strict`, INT64_MIN if it surely breaks a row. */
void settled_consider(struct settled *settled, int column, int64_t times);
int64_t settled_outlook(struct settled *settled, bool strict);

/* The points that counts take when so much more of a row is used; INT64_MAX when they cannot give
 * way so far. */
int64_t settled_charge(const struct settled *settled, int row, int64_t used);

/* Puts settled counts in the place of those in `values`. */
void settle_values(struct search *search, int64_t *values);
void settled_copy_counts(const struct settled *settled, int64_t *values);

#endif
