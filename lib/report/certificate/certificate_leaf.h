/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_LEAF_H
#define HUSLY_REPORT_CERTIFICATE_LEAF_H

#include "report/certificate/certificate_terms.h"
#include "report/certificate/certificate_tree.h"

/* Reads a leaf's fixings, in the order of the file; false after complaining. */
bool leaf_read(struct certificate_check *check, const struct certificate_block *block,
               struct case_leaf *leaf);

/*
 * The bound of a leaf, `number` of them having gone before. *empty: its fixings leave no plan, so
 * it bounds nothing. False after complaining. What it was made of stays in `check` until the next.
 */
bool leaf_bound(struct certificate_check *check, const struct certificate_block *block,
                const struct case_leaf *leaf, int number, bool *empty, wide *bound);

/* In the leaf that was bounded last: the pair by which a household adds most, its fixed one where
 * it has one; NONE where it adds nothing. Of several the preferred one, else the first. */
int leaf_best_pair(const struct certificate_check *check, int household, int number, int preferred);

#endif
