/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PRICE_TABLE_H
#define HUSLY_REPORT_PRICE_TABLE_H

#include "base/wide.h"
#include "report/certificate/kept_pairs.h"

/* What some people pay in some places. */
struct own_price {
    enum place_set set;
    int place, measure;
    int household, group; /* whose it is; the other is NONE */
    wide price;
    int next; /* 1 + the index of another of the same, 0 */
};

struct cut_price {
    const struct certificate_row *row;
    int64_t multiplier;
};

/*
 * A sum of rows times multipliers, kept by what the rows count by: what each dwelling costs by each
 * measure, what a household or a group pays beyond that, floors, cuts, and the counts.
 */
struct price_table {
    struct kept_pairs *kept;
    const struct certificate_rows *rows;
    wide *of_dwelling; /* dwelling × measure */
    wide *of_class;    /* by dwelling, of the class in hand */
    int class_in_hand; /* NONE */
    int *touched;      /* dwellings with a price */
    bool *is_touched;
    int touched_count;
    struct own_price *own;
    int own_count, own_room;
    int *own_of_household, *own_of_group; /* 1 + the first one's index */
    wide *own_at[PLACES_END];             /* scratch by place: what the household in hand pays */
    wide floors[HUSLY_STAGE_END];         /* multipliers */
    struct cut_price *cuts;
    int cut_count, cut_room;
    wide *of_count; /* by count */
    int *counts;    /* those with a price, in the order they were met */
    bool *is_counted;
    int count_count;
    wide rhs;
    wide largest; /* no pair's or count's sum is larger in size */
};

/* `kept` is set by the caller. False when memory ran out. */
bool price_table_open(struct price_table *table);
void price_table_close(struct price_table *table);

/* Empties the table. */
void price_table_clear(struct price_table *table);

enum price_answer { PRICE_TAKEN, PRICE_TOO_LARGE, PRICE_NO_MEMORY };

/* Adds a row times a multiplier. */
enum price_answer price_table_add(struct price_table *table, const struct certificate_row *row,
                                  int64_t multiplier);

/* Adds only what the row times a multiplier makes of the counts and of the right-hand side. */
enum price_answer price_table_count(struct price_table *table, const struct certificate_row *row,
                                    int64_t multiplier);

/* `out[k]` becomes the sum for each pair of the list, cuts left out. */
void price_table_fill(struct price_table *table, int household, const struct pair_list *list,
                      wide *out);

/* Counts a count among those with a price. */
void price_table_touch(struct price_table *table, int count);

#endif
