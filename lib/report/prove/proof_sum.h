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
    int pair;   /* of lawful pairs; NONE: it keeps nothing */
    bool fixed; /* by a pin or by the case, whatever it then keeps */
    int64_t points;
    wide keeps; /* points less what it pays */
};

/* The most that a unit's extra dwellings can bring. */
struct proof_extras {
    int unit; /* of right_count */
    int64_t number;
    wide each;
};

struct proof_leaf {
    const struct leaf_entry *entry;
    bool empty; /* its fixings leave no plan, so it bounds nothing and has no lines */
    struct proof_price *prices;
    size_t price_count;
    struct proof_share *shares; /* one a household */
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
    int stage; /* the stage in hand */
    struct leaf_entry *leaves;
    size_t leaf_count;
    struct proof_leaf room; /* arrays for the largest leaf */
};

/*
 * Opens the certificate of a plan that husly_verify() has passed. All of it lives in the arena;
 * proof_close() follows in any case. HUSLY_E_CHECK where the certificate is none, after all.
 */
husly_status proof_open(struct proof *proof, const husly_problem *problem, const husly_plan *plan,
                        struct complaints *complaints, struct arena *arena);
void proof_close(struct proof *proof);

/* Takes up a stage and its leaves. */
husly_status proof_stage(struct proof *proof, int stage);

/* The sum of a leaf; its arrays are good until the next call. */
husly_status proof_leaf_sum(struct proof *proof, size_t index, struct proof_leaf *out);

/* How often a pair pays a row's price; 0: not at all. */
int64_t proof_coefficient(const struct certificate_row *row, int column);

#endif
