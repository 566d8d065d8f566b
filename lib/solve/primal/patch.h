/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_PATCH_H
#define HUSLY_SOLVE_PATCH_H

#include "solve/primal/draft.h"
#include "solve/primal/shortlist.h"

/* Scratch of the small integer programs that free some groups of a plan while the others stay. */
struct patcher;
struct patcher *patcher_of(struct draft *draft, const struct shortlist *list);

enum patch_end {
    PATCH_BETTER, /* the draft is better now */
    PATCH_BARREN, /* nothing better among the columns looked at */
    PATCH_CUT_OFF /* so far; the limit came first */
};

/* Finds the best for the groups, each with its columns that lose no more than `loss` and fit beside
 * the others: by a small integer program, for at most so much work. */
enum patch_end patch(struct patcher *patcher, const int *groups, int count, double loss,
                     int64_t work);

#endif
