/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_PROOF_H
#define HUSLY_PROGRAM_PROOF_H

#include "program/program.h"

/* What a search writes down to prove a stage's bound, contract § 7. */
enum fixing_kind { FIX_USE, FIX_NOT, FIX_AT_LEAST, FIX_AT_MOST, FIX_PLACED, FIX_UNPLACED };

struct fixing {
    enum fixing_kind kind;
    int column;     /* of FIX_PLACED and FIX_UNPLACED the group, which takes one of its or none */
    int64_t number; /* for at_least and at_most */
};

static inline bool fixing_has_column(const struct fixing *fixing)
{
    return fixing->kind != FIX_PLACED && fixing->kind != FIX_UNPLACED;
}

struct leaf {
    struct fixing *fixings; /* in the order of branching */
    int fixing_count;
    struct term *terms; /* rows and cuts; no groups */
    int term_count;
    int64_t bound;
};

struct proof {
    struct term *aside; /* multipliers that rule pairs out at the level, docs/model.md; rows only */
    int aside_count;
    int64_t level;    /* INT64_MIN: no pair is set aside */
    struct cut *cuts; /* numbered from 1 in certificate.csv, in this order */
    int cut_count;
    struct leaf *leaves;
    int leaf_count;
    int64_t bound; /* the larger of the level and the largest leaf */
};

/* The names that a proof speaks with, so that it can outlive its program. What it does not speak of
 * has none. */
struct proof_names {
    const char **rows, **groups; /* by index */
    int row_count, group_count;
    int *columns; /* ascending, and their names */
    const char **column_names;
    int column_count;
};

/* In the arena; false when memory ran out. */
bool proof_name(struct proof_names *out, const struct program *program, const struct proof *proof,
                struct arena *arena);

/* Of the column or group that a fixing is about. */
const char *proof_fixed(const struct proof_names *names, const struct fixing *fixing);

#endif
