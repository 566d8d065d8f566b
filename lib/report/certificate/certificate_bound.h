/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_BOUND_H
#define HUSLY_REPORT_CERTIFICATE_BOUND_H

#include "base/millionths.h"
#include "report/certificate/certificate_blocks.h"
#include "report/certificate/certificate_tree.h"
#include "report/certificate/price_table.h"

/* A leaf's lines and its fixings. */
struct leaf_entry {
    struct certificate_block block;
    struct case_leaf cases;
};

/* The leaves of a part in a stage, and what set pairs aside for them. */
struct part_proof {
    struct leaf_entry *leaves;
    size_t leaf_count;
    const struct certificate_block *aside; /* NULL: nothing is set aside */
    int64_t level;                         /* that no plan with a pair set aside exceeds */
    wide aside_sum;                        /* L of the multipliers that set pairs aside */
};

/*
 * What proving bounds needs. The caller sets `rows` (problem, pairs, right, arena), `values`,
 * `placed`, `table`, `blocks` and `complaints`; the rest is scratch that certificate_check_open()
 * makes.
 */
struct certificate_check {
    struct certificate_rows rows;
    const int64_t *values; /* by stage of the policy: the points that the plan reaches */
    const int *placed;     /* by household; asked only where the certificate names parts */
    const struct result_table *table;
    const struct certificate_blocks *blocks;
    struct complaints *complaints;

    struct certificate_parts parts;
    bool unread; /* the parts could not be read, so nothing is proven */
    struct kept_pairs kept;
    struct price_table prices;
    int stage, part;              /* in hand */
    struct certificate_row *cuts; /* of the part in hand, in order */
    int cut_count;
    wide *worth; /* by slot, or of one household's pairs: what is left of its points */
    size_t *met; /* scratch of cuts, with room as `worth` */
    unsigned char *is_met;
    size_t worth_room;
    int *pinned;              /* by household: its pin, NONE */
    int *used;                /* by household: the dwelling that the leaf in hand fixes, NONE */
    struct case_leaf applied; /* the leaf in hand */
    int64_t *refused;         /* the pairs that it rules out, ascending */
    size_t refused_count, refused_room;
    bool *refuses;       /* by household: one of them is its */
    bool *housed;        /* by household: the leaf in hand has it take one of its pairs */
    bool *unhoused;      /* by household: or none */
    int64_t *low, *high; /* by count: what the leaf in hand leaves */
};

/* False when memory ran out. Parts that cannot be read are complained of. */
bool certificate_check_open(struct certificate_check *check);
void certificate_check_close(struct certificate_check *check);

/*
 * Takes up a part in a stage: sets its pairs aside; its cuts become rows; and its leaves, which
 * live in the arena, cover all cases. False after complaining, or when memory ran out
 * (`rows.failed`). A part without lines of leaves has leaf 0 with nothing in it.
 */
bool certificate_part_open(struct certificate_check *check, int stage, int part,
                           struct part_proof *proof);

/* Only begins with a part: all its lawful pairs, no cuts; false as above. */
bool certificate_part_begin(struct certificate_check *check, int stage, int part);

/* What sets pairs of the part in hand aside, NULL. */
const struct certificate_block *certificate_aside_block(const struct certificate_check *check);

/*
 * The bound that the certificate proves for a stage, contract § 7, in whole numbers. False after
 * complaining, when it proves none, or when memory ran out (`rows.failed`).
 */
bool certificate_bound(struct certificate_check *check, int stage, int64_t *bound);

#endif
