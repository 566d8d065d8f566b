/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_DRAFT_H
#define HUSLY_SOLVE_DRAFT_H

#include "solve/primal/settle.h"

/* A plan under work: what each group has, and what that leaves. */
struct draft {
    struct search *search;
    int *choice; /* by group, NO_INDEX = none */
    struct settled settled;
    int64_t *offered; /* scratch, by column */
    bool *bound;      /* groups that no single move may touch: pinned, or in an equation */
};

/* How good a draft is: fewer broken rows first, then nearer to the floors, then more points. */
struct standing {
    int broken;
    int64_t shortage, points;
};

/* The draft of a plan; its arrays are borrowed. */
struct draft draft_of(struct search *search, const int64_t *values);
void draft_offer(struct draft *draft);

/* Gives the group a column, or none, instead of what it has. */
void draft_set(struct draft *draft, int group, int column);

/* Gives a column to a group that has none, and to other such groups what its rows ask for then: all
 * of an equation, enough for a home to open. It stays when that breaks no more rows than before,
 * and, when it has to pay, pays. */
bool draft_join(struct draft *draft, int column, bool pays);

int64_t draft_points(const struct draft *draft, int column);

/* How far the plan is below the floors of earlier stages; 0 when it keeps them all. */
int64_t draft_shortage(const struct draft *draft);

/* With so many points of choices. */
struct standing draft_standing(const struct draft *draft, int64_t choices);
bool standing_is_better(struct standing now, struct standing before);

#endif
