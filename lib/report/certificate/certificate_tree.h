/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_TREE_H
#define HUSLY_REPORT_CERTIFICATE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What one fixing line of a leaf says. */
enum case_kind { CASE_USE, CASE_NOT, CASE_AT_LEAST, CASE_AT_MOST };

struct case_fixing {
    enum case_kind kind;
    int64_t subject; /* household × dwellings + dwelling of a pair; beyond all pairs, of the
                        household; or the index of a count */
    int64_t number;  /* of at_least and at_most */
};

/* A leaf as the cases that it covers: its fixings in the order of the file. */
struct case_leaf {
    const struct case_fixing *fixings;
    size_t count;
};

enum case_answer { CASES_COVERED, CASES_OPEN, CASES_NO_MEMORY };

/*
 * Whether the leaves cover all cases, contract § 7: either there is one leaf without further
 * fixings, or all begin with the same pair or household, some with use and some with not (the same
 * count, at_most k and at_least k+1), and each side covers all cases. `leaves` is reordered.
 */
enum case_answer certificate_tree_covers(struct case_leaf *leaves, size_t count);

#endif
