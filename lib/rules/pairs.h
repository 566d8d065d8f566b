/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_PAIRS_H
#define HUSLY_RULES_PAIRS_H

#include "model/problem.h"

/* The lawful pairs of a problem, found once. Household h's dwellings, ascending, are
 * dwellings[first[h]] … dwellings[first[h + 1] - 1]. */
struct pairs {
    int *first;
    int *dwellings;
};

/* False when memory ran out; pairs_free() in either case. */
bool pairs_find(struct pairs *out, const husly_problem *problem);
void pairs_free(struct pairs *pairs);

bool pairs_has(const struct pairs *pairs, int household, int dwelling);

#endif
