/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_LAWFUL_PAIRS_H
#define HUSLY_REPORT_LAWFUL_PAIRS_H

#include "report/certificate/benefit_sheet.h"

/*
 * The pairs of a household and a permanent dwelling that rules 1–7 and 9 hold for, a bit each. They
 * are read from the rules' sentences once more: a mask of dwellings for all that households of a
 * sort have in common, the rent pair by pair, and every pair that a decision names by judge. A test
 * holds them against judge.
 */
struct lawful_pairs {
    int household_count, dwelling_count;
    size_t words;   /* of a household's row */
    uint64_t *bits; /* household × words */
    int *count_of;  /* by household */
    int64_t count;
    struct benefit_sheet benefits;
};

/* Lives in the arena; false when memory ran out. */
bool lawful_pairs_find(struct lawful_pairs *out, const husly_problem *problem, struct arena *arena);

bool lawful_pairs_has(const struct lawful_pairs *pairs, int household, int dwelling);

/* A household's lawful dwellings, ascending, into `out`, which has room for all; how many. */
int lawful_pairs_list(const struct lawful_pairs *pairs, int household, int *out);

/* How many dwellings of a problem's pairs somebody may have are in `out`, a flag each. */
void lawful_pairs_mark_usable(const struct lawful_pairs *pairs, bool *out);

#endif
