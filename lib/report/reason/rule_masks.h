/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_RULE_MASKS_H
#define HUSLY_REPORT_RULE_MASKS_H

#include "rules/rule.h"

enum { PAIR_RULES = 7 }; /* rules 1-7 of contract § 3, in their order from rules[0] */
enum { RULE_KIND, RULE_SIZE, RULE_RENT, RULE_ACCESS, RULE_AREA, RULE_TIME, RULE_DECISION };

/* What of a household decides about a rule, but for decisions and scores of its own. */
struct mask_sort {
    int64_t one, other;
    const char *text;
};

/* The dwellings that break a rule for all households of a sort. */
struct kept_mask {
    struct mask_sort sort;
    uint64_t *bits; /* NULL: none yet */
};

enum { KEPT_MASKS = 64 };

/*
 * Which dwellings break which rule for a household, a bit each, found through judge. Households of
 * one sort share what judge says where nothing is decided; the rent is judged pair by pair.
 */
struct rule_masks {
    const husly_problem *problem;
    husly_problem undecided; /* the same without decisions, and where all pairs count as scored */
    struct arena *arena;
    size_t words; /* of a mask */
    uint64_t *permanent;
    struct kept_mask kept[PAIR_RULES][KEPT_MASKS];
    bool *scored_areas;           /* scratch */
    int household;                /* looked at, NONE */
    husly_amount benefit;         /* the most it can get */
    uint64_t *broken[PAIR_RULES]; /* by it; of rule 3 only when asked for */
    uint64_t *lawful;             /* permanent dwellings that break nothing */
    bool failed;                  /* memory ran out; nothing that is told counts */
};

bool rule_masks_open(struct rule_masks *masks, const husly_problem *problem, struct arena *arena);

/* Finds what the household breaks, but for the rent, and what is lawful for it. */
void rule_masks_look(struct rule_masks *masks, int household);

/* Whether it can pay the rent of a dwelling. */
bool rule_masks_pay(const struct rule_masks *masks, int dwelling);

/* Finds whose rent it cannot pay. */
void rule_masks_look_at_rents(struct rule_masks *masks);

static inline bool mask_has(const uint64_t *mask, int at)
{
    return (mask[at / 64] >> (at % 64) & 1) != 0;
}

static inline void mask_put(uint64_t *mask, int at, bool on)
{
    const uint64_t bit = UINT64_C(1) << (at % 64);
    mask[at / 64] = on ? mask[at / 64] | bit : mask[at / 64] & ~bit;
}

/* The first at or after this, NONE where there is none. */
int mask_next(const uint64_t *mask, size_t words, int from);
int mask_count(const uint64_t *mask, size_t words);

#endif
