/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_COUNT_COLUMNS_H
#define HUSLY_REPORT_COUNT_COLUMNS_H

#include "report/certificate/lawful_pairs.h"
#include "report/verify/right_count.h"

/*
 * The counts of contract § 7 beside the pairs, found anew from the tables: first the extra
 * dwellings of every unit of the right, in the order of right_count, then the others that
 * docs/model.md lists. In the certificate's columns they follow the pairs.
 */
struct count_column {
    const char *name; /* as in certificate.csv: a unit of the right, "even/A3/2" */
    int64_t upper;
    int64_t price; /* points that one takes in stage fit */
};

struct count_columns {
    struct count_column *columns;
    int count, room;
    bool failed; /* memory ran out; sticks */
};

/* Lives in the arena; false when memory ran out. */
bool count_columns_find(struct count_columns *out, const husly_problem *problem,
                        const struct lawful_pairs *pairs, const struct right_count *right,
                        struct arena *arena);

/* Adds one; for the files that know a kind of count. */
void count_columns_add(struct count_columns *columns, struct arena *arena,
                       struct count_column column);

/* Homes that open with a number of persons: `open/home/D`. */
void count_columns_of_homes(struct count_columns *columns, const husly_problem *problem,
                            struct arena *arena);

/* Index of the count with a name, NONE when there is none. */
int count_columns_named(const struct count_columns *columns, const char *name);

#endif
