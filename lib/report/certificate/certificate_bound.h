/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_BOUND_H
#define HUSLY_REPORT_CERTIFICATE_BOUND_H

#include "base/millionths.h"
#include "report/certificate/certificate_blocks.h"
#include "report/certificate/certificate_rows.h"
#include "report/certificate/certificate_tree.h"

/* A leaf's lines and its fixings. */
struct leaf_entry {
    struct certificate_block block;
    struct case_leaf cases;
};

/*
 * What proving bounds needs. The caller sets `rows` (problem, pairs, right, arena, values),
 * `table`, `blocks` and `complaints`; the rest is scratch, taken from the same arena by
 * certificate_check_open().
 */
struct certificate_check {
    struct certificate_rows rows;
    const struct result_table *table;
    const struct certificate_blocks *blocks;
    struct complaints *complaints;

    struct certificate_row *cuts; /* of the stage in hand, in order */
    int cut_count;
    int64_t *points;           /* by pair, in the stage in hand */
    wide *sums;                /* by column */
    struct row_entry *entries; /* room for every column once */
    int *pinned;               /* by household: its pin's pair, NONE */
    int *used;                 /* by household: the pair that the leaf in hand fixes, NONE */
    int *refused_by;           /* by pair, then by household: 1 + the last leaf that refused it */
    int *placed_by;      /* by household: 1 + the last leaf that has it take one of its pairs */
    int64_t *low, *high; /* by unit of the right: the extras that the leaf in hand leaves */
};

/* False when memory ran out. */
bool certificate_check_open(struct certificate_check *check);
void certificate_check_close(struct certificate_check *check);

/*
 * Takes up a stage: its cuts become rows, and its leaves, which live in the arena, cover all cases.
 * False after complaining, or when memory ran out (`rows.failed`). A stage without lines of leaves
 * has leaf 0 with nothing in it.
 */
bool certificate_stage_open(struct certificate_check *check, int stage, struct leaf_entry **leaves,
                            size_t *count);

/*
 * The bound that the certificate proves for a stage, contract § 7, in whole numbers. False after
 * complaining, when it proves none, or when memory ran out (`rows.failed`).
 */
bool certificate_bound(struct certificate_check *check, int stage, int64_t *bound);

#endif
