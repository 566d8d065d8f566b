/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_GOAL_H
#define HUSLY_RULES_GOAL_H

#include "model/breakdown.h"
#include "rules/rule.h"

/*
 * One goal of stage fit = one file = one `const struct goal`, docs/rules.md. A goal of a placement
 * gives points to a pair; a goal of the plan adds rows, and counts with a price. Every part does
 * nothing where the goal's weight is 0.
 */
struct goal {
    /* As in breakdown.csv; what the terms of a goal of columns begin with. */
    const char *term;

    /* Without this weight the goal counts for nothing; HUSLY_WEIGHT_END: other things decide. */
    husly_weight weight;

    /* A pair's points are the same in all dwellings of an area, but for a score of the dwelling. */
    bool by_area;

    /* Tells what a pair earns, a line a term; NULL: the goal is not of a placement. */
    void (*tell)(const husly_problem *problem, int household, int dwelling, breakdown_fn *tell,
                 void *user);

    /* Tells what a whole plan pays, a line for each thing it is about; texts live in the arena.
     * False when memory ran out. NULL: the goal is not of the plan. */
    bool (*tell_plan)(const husly_problem *problem, const struct placing *plan, struct arena *arena,
                      breakdown_fn *tell, void *user);

    /* As in struct rule. */
    bool (*compile_rows)(struct builder *builder, void **state);
    void (*compile_place)(struct builder *builder, void *state, int dwelling);
    void (*compile_counts)(struct builder *builder, void *state);
};

extern const struct goal *const goals[]; /* in the order of docs/rules.md; NULL ends the list */

/* Every line of a pair, in the order of docs/rules.md. */
void goal_tell(const husly_problem *problem, int household, int dwelling, breakdown_fn *tell,
               void *user);

/* What the goals of the plan take from it, in the same order; false when memory ran out. */
bool goal_tell_plan(const husly_problem *problem, const struct placing *plan, struct arena *arena,
                    breakdown_fn *tell, void *user);

/* The points of all lines of a pair: score, wish and the goals of a placement. */
int64_t goal_fit(const husly_problem *problem, int household, int dwelling);

/* The points of all lines of the plan, never above 0; false when memory ran out. */
bool goal_plan_points(const husly_problem *problem, const struct placing *plan, int64_t *points);

/* The points that one person, child or dwelling takes by `times` steps of a weight: at most 10^9,
 * the largest score, so that no sum can overflow. */
int64_t goal_price(int64_t weight, int64_t times);

#endif
