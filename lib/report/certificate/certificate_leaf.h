/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_LEAF_H
#define HUSLY_REPORT_CERTIFICATE_LEAF_H

#include "report/certificate/certificate_terms.h"

/* Reads a leaf's fixings, in the order of the file; false after complaining. */
bool leaf_read(struct certificate_check *check, const struct certificate_block *block,
               struct case_leaf *leaf);

/*
 * The sum L of a leaf whose rows are loaded, in millionths. *empty: its fixings leave no plan, so
 * it bounds nothing. False after complaining. What it was made of stays until the next.
 */
bool leaf_sum(struct certificate_check *check, const struct leaf_entry *leaf, bool *empty,
              wide *sum);

/* The bound of a leaf: loads its rows, and takes the whole part of the sum. */
bool leaf_bound(struct certificate_check *check, const struct leaf_entry *leaf, bool *empty,
                wide *bound);

/* What is left of the points of a household's pairs after all that they pay for, cuts left out. */
const wide *leaf_worth(struct certificate_check *check, int household,
                       const struct pair_list *list);

/* By which pair a household adds most. */
struct leaf_best {
    int dwelling; /* its fixed one where it has one; NONE: it adds nothing */
    bool fixed;
    int64_t points;
    wide worth;
};

/* In the leaf that was summed last; of several best ones the preferred dwelling, else the first. */
struct leaf_best leaf_best_of(struct certificate_check *check, int household, int preferred);

/* How many of a count make most of its sum, and what one makes; in the leaf that was summed last.
 */
int64_t leaf_count_number(const struct certificate_check *check, int count, wide *each);

#endif
