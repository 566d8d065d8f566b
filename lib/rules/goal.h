/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_GOAL_H
#define HUSLY_RULES_GOAL_H

#include "rules/rule.h"

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
};

extern const struct goal *const goals[]; /* in the order of docs/rules.md; NULL ends the list */

/* Score, wish and the goals of a placement. */
int64_t goal_fit(const husly_problem *problem, int household, int dwelling);

#endif
