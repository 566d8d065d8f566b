/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_GOAL_H
#define HUSLY_RULES_GOAL_H

#include "rules/rule.h"

/* What a goal of the plan takes from it in one place: a line of breakdown.csv. */
struct goal_line {
    const char *term;  /* as in breakdown.csv */
    const char *about; /* an area, an organisation, GROUP/AREA; lives for the call */
    int64_t measure;   /* see docs/rules.md */
    int64_t weight;
    int64_t points; /* never above 0 */
};
typedef bool goal_line_fn(const struct goal_line *line, void *user); /* false = enough */

/*
 * One goal of stage fit = one file = one `const struct goal`, docs/rules.md. A goal of a placement
 * gives points to a pair; a goal of the plan adds rows, and counts with a price. Every part does
 * nothing where the goal's weight is 0.
 */
struct goal {
    const char *term; /* as in breakdown.csv */

    /* Points of a pair; NULL: none. */
    int64_t (*points)(const husly_problem *problem, int household, int dwelling);

    /* As in struct rule. */
    bool (*compile_rows)(struct builder *builder, void **state);
    void (*compile_pair)(struct builder *builder, void *state, int household, int dwelling);
    void (*compile_counts)(struct builder *builder, void *state);

    /* A goal of the plan: tells what it takes from any plan, without the program. False when memory
     * ran out, or the listener had enough. */
    bool (*tell)(const husly_problem *problem, const struct placing *plan, goal_line_fn *tell,
                 void *user);
};

extern const struct goal goal_school, goal_daycare, goal_even, goal_key, goal_together;

extern const struct goal *const goals[]; /* in the order of docs/rules.md; NULL ends the list */

/* Score, wish and the goals of a placement. */
int64_t goal_fit(const husly_problem *problem, int household, int dwelling);

/* The lines of all goals of the plan whose weight is not 0. False as in `tell`. */
bool goals_tell(const husly_problem *problem, const struct placing *plan, goal_line_fn *tell,
                void *user);

/* What the goals of the plan take from it, never above 0. False when memory ran out. */
bool goals_plan_points(const husly_problem *problem, const struct placing *plan, int64_t *points);

/* The points that one person, child or dwelling takes by `times` steps of a weight: at most 10^9,
 * the largest score, so that no sum can overflow. */
int64_t goal_price(int64_t weight, int64_t times);

#endif
