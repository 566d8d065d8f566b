/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_COUNT_COLUMNS_H
#define HUSLY_REPORT_COUNT_COLUMNS_H

#include "report/certificate/household_measures.h"
#include "report/certificate/lawful_pairs.h"
#include "report/certificate/place_lists.h"
#include "report/verify/plan_measures.h"

/* The pairs that a count stands with in its rows: those of these places, of households that count
 * something by the measure and, unless it is NONE, are of the group. */
struct count_scope {
    enum place_set set;
    int place;
    int measure;
    int group;
};

/*
 * The counts of contract § 7 beside the pairs, found anew from the tables: first the extra
 * dwellings of every unit of the right, in the order of right_count, then the others that
 * docs/model.md lists.
 */
struct count_column {
    const char *name; /* as in certificate.csv: a unit of the right, "even/A3/2" */
    int64_t upper;
    int64_t price; /* points that one takes in stage fit */
    struct count_scope scope;
    const char *steps; /* "even/", "key_over/" …: one of several in the row of its place; NULL */
};

struct count_columns {
    struct count_column *columns;
    int count, room;
    int *slots; /* 1 + index, by the name's hash; 0 is free */
    size_t slot_count;
    bool failed; /* memory ran out; sticks */
};

/* What counts are found from. */
struct count_source {
    const husly_problem *problem;
    const struct lawful_pairs *pairs;
    const struct right_count *right;
    const struct key_measure *keys;
    const struct place_lists *places;
    struct arena *arena;
};

/* Lives in the arena; false when memory ran out. */
bool count_columns_find(struct count_columns *out, const struct count_source *source);

/* Adds one; for the files that know a kind of count. */
void count_columns_add(struct count_columns *columns, struct arena *arena,
                       struct count_column column);

/* Homes that open with a number of persons: `open/home/D`. */
void count_columns_of_homes(struct count_columns *columns, const husly_problem *problem,
                            struct arena *arena);

/* Index of the count with a name, NONE when there is none; a unit of the right before another. */
int count_columns_named(const struct count_columns *columns, const char *name);

/* The same, never a unit of the right. */
int count_columns_of_goal(const struct count_columns *columns, const char *name);

#endif
