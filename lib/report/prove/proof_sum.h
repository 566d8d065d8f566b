/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PROOF_SUM_H
#define HUSLY_REPORT_PROOF_SUM_H

#include "model/plan.h"
#include "report/certificate/certificate_bound.h"

/*
 * The sum L of docs/model.md, told line by line as docs/prove.md has it. It is rebuilt from the
 * certificate as husly_verify() does it. Amounts are in millionths of a point.
 */

/* Something scarce that has a price. */
struct proof_price {
    const char *unit; /* as in certificate.csv */
    const struct certificate_row *row;
    int64_t price;
    wide worth; /* price × the row's right-hand side */
};

/* The most that a household can keep. */
struct proof_share {
    int household;
    int dwelling; /* NONE: it keeps nothing */
    bool fixed;   /* by a pin or by the case, whatever it then keeps */
    int64_t points;
    wide keeps; /* points less what it pays */
};

/* The most that a count can bring. */
struct proof_extras {
    int unit; /* of the counts */
    int64_t number;
    wide each;
};

struct proof_leaf {
    const struct leaf_entry *entry;
    bool empty; /* its fixings leave no plan, so it bounds nothing and has no lines */
    struct proof_price *prices;
    size_t price_count;
    struct proof_share *shares; /* one a household of the part, or of a round of one part */
    size_t share_count;
    struct proof_extras *extras; /* those that bring or cost something */
    size_t extras_count;
    wide sum;
    int64_t bound; /* its whole part */
};

struct proof {
    const husly_problem *problem;
    const husly_plan *plan;
    struct lawful_pairs pairs;
    struct right_count right;
    struct certificate_blocks blocks;
    struct result_table table;
    int64_t values[HUSLY_STAGE_END];
    struct certificate_check check;
    int stage, part; /* in hand */
    struct part_proof in_part;
    struct leaf_entry aside; /* what sets pairs aside, as a leaf */
    struct proof_leaf room;  /* arrays for the largest leaf */
};

/*
 * Opens the certificate of a plan that husly_verify() has passed. All of it lives in the arena;
 * proof_close() follows in any case. HUSLY_E_CHECK where the certificate is none, after all.
 */
husly_status proof_open(struct proof *proof, const husly_problem *problem, const husly_plan *plan,
                        struct complaints *complaints, struct arena *arena);
void proof_close(struct proof *proof);

int proof_part_count(const struct proof *proof);

/* The sum by which pairs of a part are set aside, before it is taken up; *there is whether any are.
 * Its arrays are good until the next call. */
husly_status proof_aside(struct proof *proof, int stage, int part, bool *there,
                         struct proof_leaf *out);

/* Takes up a part in a stage and its leaves. */
husly_status proof_part(struct proof *proof, int stage, int part);

/* The sum of a leaf of the part in hand; its arrays are good until the next call. */
husly_status proof_leaf_sum(struct proof *proof, size_t index, struct proof_leaf *out);

/* How often a household's pair pays a row's price; 0: not at all. */
int64_t proof_coefficient(const struct proof *proof, const struct certificate_row *row,
                          int household, int dwelling);

#endif
