/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_ROWS_H
#define HUSLY_REPORT_CERTIFICATE_ROWS_H

#include "report/certificate/count_columns.h"

/*
 * The rows of contract § 7, built from the round's tables alone and only when a certificate names
 * them. A row says by what its pairs count, not which they are:
 *
 *   factor   the pairs of some places and some people, each at factor × measure of the household
 *   floor    every pair of the part, at minus its points in an earlier stage
 *   cut      the pairs listed, which are those that the leaves in hand look at
 */
enum row_shape { ROW_FACTOR, ROW_FLOOR, ROW_CUT };

/* Whose pairs: everybody's, those of a group, or the member's at 1 and the first one's at −1. */
enum row_people { PEOPLE_ALL, PEOPLE_GROUP, PEOPLE_MEMBER };

struct row_count {
    int count;
    int64_t coefficient;
};

struct row_pair {
    size_t slot; /* of kept pairs */
    int64_t coefficient;
};

struct certificate_row {
    enum row_shape shape;
    enum place_set set;
    int place;
    enum row_people people;
    int group, member, first; /* first NONE: the member alone */
    int measure;
    int64_t factor;
    int stage; /* of a floor */
    const struct row_pair *pairs;
    int pair_count;
    const struct row_count *counts;
    int count_count;
    int64_t rhs;
    int64_t largest; /* no coefficient is larger in size */
    bool equal;      /* of a party or of those near one another: a multiplier of either sign */
    int owner;       /* the part whose households its pairs are; see certificate_parts.h */
};

/* A slot of the index of rows by unit; free where `unit` is NULL. */
struct named_row {
    const char *unit;
    struct certificate_row *row; /* NULL: there is no such row */
};

struct certificate_rows {
    const husly_problem *problem;
    const struct lawful_pairs *pairs;
    const struct right_count *right;
    struct arena *arena;

    struct count_columns counts;
    struct place_lists places;
    struct household_measures measures;
    int64_t *largest_measure; /* by measure */
    const struct key_measure *keys;
    int *first_of_party, *first_of_near;             /* by label: its first household */
    struct certificate_row *floors[HUSLY_STAGE_END]; /* NULL: the stage has none now */
    struct named_row *slots;
    size_t slot_count, slots_used;
    struct row_count *drafted; /* scratch: room for every count */
    bool failed;               /* memory ran out; sticks */
};

/* The caller has set the first four. False when memory ran out. */
bool certificate_rows_open(struct certificate_rows *rows);
void certificate_rows_free(struct certificate_rows *rows);

/* What placing the household there is worth in a stage, contract § 4. */
int64_t pair_points(const husly_problem *problem, husly_stage stage, int household, int dwelling);

/* The points, never above 0, of one of a count in the policy's stage with this number. */
int64_t certificate_count_points(const struct certificate_rows *rows, int stage, int count);

/* The row that a unit such as "right/S12" names, NULL when the round has none, or memory ran out.
 * The unit is kept. */
struct certificate_row *certificate_row_find(struct certificate_rows *rows, const char *unit);

/* How often a row of factors counts a lawful pair. */
int64_t certificate_row_factor(const struct certificate_rows *rows,
                               const struct certificate_row *row, int household, int dwelling);

/* 1, −1 or 0: whether a household is among the row's people. */
int certificate_row_sign(const struct certificate_rows *rows, const struct certificate_row *row,
                         int household);

/* Whether a household is among them and has a lawful pair in the row's places. */
bool certificate_row_meets(const struct certificate_rows *rows, const struct certificate_row *row,
                           int household);

#endif
