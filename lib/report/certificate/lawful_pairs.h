/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_LAWFUL_PAIRS_H
#define HUSLY_REPORT_LAWFUL_PAIRS_H

#include "model/problem.h"

/*
 * The pairs of a household and a permanent dwelling that every pair rule judges lawful, found
 * through judge, in order of household, then dwelling.
 */
struct lawful_pairs {
    int count;
    int *household_of, *dwelling_of; /* by pair */
    int *first_of;                   /* by household, and one more: the index of its first pair */
    int *by_dwelling;                /* pairs in order of dwelling, then household */
    int *first_at;                   /* by dwelling, and one more: index into by_dwelling */
};

/* Lives in the arena; false when memory ran out. */
bool lawful_pairs_find(struct lawful_pairs *out, const husly_problem *problem, struct arena *arena);

/* The index of a pair, NONE when it is not lawful. */
int lawful_pairs_index(const struct lawful_pairs *pairs, int household, int dwelling);

#endif
