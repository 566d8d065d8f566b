/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_LEAF_H
#define HUSLY_REPORT_CERTIFICATE_LEAF_H

#include "report/certificate_terms.h"
#include "report/certificate_tree.h"

/* Reads a leaf's fixings, in the order of the file; false after complaining. */
bool leaf_read(struct certificate_check *check, const struct certificate_block *block,
               struct case_leaf *leaf);

/*
 * The bound of a leaf, `number` of them having gone before. *empty: its fixings leave no plan, so
 * it bounds nothing. False after complaining.
 */
bool leaf_bound(struct certificate_check *check, const struct certificate_block *block,
                const struct case_leaf *leaf, int number, bool *empty, wide *bound);

#endif
