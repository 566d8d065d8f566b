/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_PAIRS_H
#define HUSLY_RULES_PAIRS_H

#include "base/bits.h"
#include "model/problem.h"

/* All who may have a dwelling, together. */
struct takers {
    int households, singles; /* singles: households of one person */
    int most_persons;        /* the largest household's */
    int64_t persons;
};

/* The lawful pairs of a problem, found once: a bit a pair, and what the rules ask about them. */
struct pairs {
    uint64_t *dwellings, *sections, *areas; /* by household: a set of those with a lawful one */
    size_t dwelling_words, section_words, area_words;
    struct takers *takers; /* by dwelling */
};

/* False when memory ran out; pairs_free() in either case. */
bool pairs_find(struct pairs *out, const husly_problem *problem);
void pairs_free(struct pairs *pairs);

/* Puts into an empty set the dwellings that are lawful for each household: what rules_allow() says
 * of every pair, many times faster. False when memory ran out. */
bool pairs_list(const struct pairs *pairs, const husly_problem *problem);

/* A household's sets. */
static inline uint64_t *pairs_of(const struct pairs *pairs, int household)
{
    return pairs->dwellings + (size_t)household * pairs->dwelling_words;
}

static inline uint64_t *pairs_sections(const struct pairs *pairs, int household)
{
    return pairs->sections + (size_t)household * pairs->section_words;
}

static inline uint64_t *pairs_areas(const struct pairs *pairs, int household)
{
    return pairs->areas + (size_t)household * pairs->area_words;
}

static inline bool pairs_has(const struct pairs *pairs, int household, int dwelling)
{
    return bits_has(pairs_of(pairs, household), dwelling);
}

#endif
