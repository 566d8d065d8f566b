/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_CAPACITY_H
#define HUSLY_RULES_CAPACITY_H

#include "rules/rule.h"

/* The rows of rule 8. */
struct capacity_rows {
    int *dwelling; /* by dwelling: the row `dwelling/D`, or NO_INDEX */
    int **party;   /* by household that is not its party's first: its row by dwelling; else NULL */
    int *first;    /* by household: its party's first member by id, NONE for those of no party */
    int *next;     /* by household: the party's next member, NONE */
};

/* How much one household takes of a dwelling, and how much there is: households in a dwelling for
 * one, persons against places in the others. */
int64_t capacity_load(const struct household *people, const struct dwelling *home);
int64_t capacity_limit(const struct dwelling *home);

/* Marks the column added last as dead, with the seed cut that proves it, when the household's party
 * can never use the dwelling. */
void party_mark_dead(struct builder *builder, const struct capacity_rows *rows, int household,
                     int dwelling);

#endif
