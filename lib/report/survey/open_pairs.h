/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_OPEN_PAIRS_H
#define HUSLY_REPORT_OPEN_PAIRS_H

#include "report/reason/rule_masks.h"

struct arena;

/*
 * Which permanent dwellings are lawful for each household, with its party, and which of them are
 * open: not closed by themselves (rule 9), and within every limit of the place if nobody else were
 * placed.
 */
struct open_pairs {
    size_t words;            /* of a household's row of dwellings, a bit each */
    uint64_t *lawful, *open; /* household × words */
};

/* Lives in the arena; false when memory ran out. */
bool open_pairs_find(struct open_pairs *out, const husly_problem *problem, struct arena *arena);

/* A household's row of one of the two. */
static inline const uint64_t *open_pairs_row(const uint64_t *bits, const struct open_pairs *pairs,
                                             int household)
{
    return bits + (size_t)household * pairs->words;
}

static inline bool open_pairs_lawful(const struct open_pairs *pairs, int household, int dwelling)
{
    return mask_has(pairs->lawful + (size_t)household * pairs->words, dwelling);
}

static inline bool open_pairs_has(const struct open_pairs *pairs, int household, int dwelling)
{
    return mask_has(pairs->open + (size_t)household * pairs->words, dwelling);
}

/* How many of the households to which it is open a dwelling holds, the smallest first. */
int open_pairs_room(const struct open_pairs *pairs, const husly_problem *problem, int dwelling);

#endif
