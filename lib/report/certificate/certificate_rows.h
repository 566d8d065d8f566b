/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_ROWS_H
#define HUSLY_REPORT_CERTIFICATE_ROWS_H

#include "report/certificate/count_columns.h"

/*
 * The rows of contract § 7, built from the round's tables alone and only when a certificate names
 * them. Columns: every lawful pair by its index, then the counts.
 */
struct row_entry {
    int column;
    int64_t coefficient;
};

struct certificate_row {
    const struct row_entry *entries;
    int count;
    int64_t rhs;
    bool equal; /* of a party or of those near one another: a multiplier of either sign */
};

/* A slot of the index of rows by unit; free where `unit` is NULL. */
struct named_row {
    const char *unit;
    const struct certificate_row *row; /* NULL: there is no such row */
};

struct certificate_rows {
    const husly_problem *problem;
    const struct lawful_pairs *pairs;
    const struct right_count *right;
    struct count_columns counts;
    struct arena *arena;
    const int64_t *values; /* of the stages that the plan reaches, in the order of the policy */
    int stage;             /* the stage in hand: only earlier ones have a floor */
    struct named_row *slots;
    size_t slot_count, slots_used;
    bool failed; /* memory ran out; sticks */
};

/* What placing the household there is worth in a stage, contract § 4. */
int64_t pair_points(const husly_problem *problem, husly_stage stage, int household, int dwelling);

/* The points of a lawful pair in the policy's stage with this number. */
int64_t certificate_points(const struct certificate_rows *rows, int stage, int pair);

/* The points, never above 0, of one of a count in the policy's stage with this number. */
int64_t certificate_count_points(const struct certificate_rows *rows, int stage, int count);

/*
 * The row that a unit such as "right/S12" names, NULL when the round has none, or memory ran out.
 * The unit is kept until the next stage begins.
 */
const struct certificate_row *certificate_row_find(struct certificate_rows *rows, const char *unit);

/* Takes up a stage; what was found for another is forgotten, since floors come with the stages. */
void certificate_rows_begin(struct certificate_rows *rows, int stage);

void certificate_rows_free(struct certificate_rows *rows);

#endif
