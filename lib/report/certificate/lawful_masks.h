/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_LAWFUL_MASKS_H
#define HUSLY_REPORT_LAWFUL_MASKS_H

#include "model/problem.h"

/*
 * Masks of dwellings, a bit each: what households of a sort may have by the rules that ask no more
 * of a household than its sort. Masks are made when they are asked for first.
 */
enum mask_subject { MASK_OPEN, MASK_PEOPLE, MASK_STEP_FREE, MASK_READY, MASK_MUNICIPALITY };

struct mask_key {
    enum mask_subject subject;
    int64_t of[4]; /* what the subject asks: persons …, a day, an index */
};

struct mask {
    struct mask_key key;
    uint64_t *bits; /* NULL: a free slot */
};

struct lawful_masks {
    const husly_problem *problem;
    struct arena *arena;
    size_t words;
    struct mask *slots;
    size_t slot_count, used;
    const char **reserved; /* the different texts of the column `for` */
    uint64_t **reserved_bits;
    int reserved_count;
    uint64_t **area_bits; /* by area: its dwellings */
};

/* Lives in the arena; false when memory ran out. */
bool lawful_masks_open(struct lawful_masks *masks, const husly_problem *problem, size_t words,
                       struct arena *arena);
void lawful_masks_close(struct lawful_masks *masks);

/* What all rules but rent leave to a household, decisions on single pairs aside. False when memory
 * ran out. */
bool lawful_masks_row(struct lawful_masks *masks, int household, uint64_t *row);

#endif
