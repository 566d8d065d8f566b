/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_POOL_H
#define HUSLY_PROGRAM_POOL_H

#include "program/program.h"

/*
 * All that could be chosen, without a column for each choice: *groups* (households), *places*
 * (dwellings), which group may choose which place, and by which numbers a choice enters the rows. A
 * pool grows with groups and places, and by one bit for each pair of them; a program drawn from it
 * grows with the choices that are drawn.
 *
 * The coefficient of the choice of place p by group g in row r is the sum of
 *
 *     factor × measures_g[measure]     over the entries of p in r
 *     measures_g[measure]              over the tables whose row for (class of g, zone of p) is r
 *     coefficient                      over the links of (g, p) in r.
 *
 * Entries say what holds for everybody ("each person counts in the area"), tables what holds for a
 * class ("each person of the group counts in the group's row of the area"), links the few that
 * concern one pair (parties, households near one another).
 */
enum {
    POOL_MEASURES = 12, /* a group's; the first is always 1 */
    POOL_TABLES = 4
};

struct pool_entry {
    int row;
    int measure;
    int64_t factor;
};

struct pool_link {
    int group, place;
    int row;
    int64_t coefficient;
};

/* Rows by class of group and zone of place. */
struct pool_table {
    const int *class_of; /* by group; NO_INDEX: in none */
    int measure;
    const int *rows; /* class × zone_count + zone; NO_INDEX: none */
};

/* Rows that say of one group and zone: its choices there − the count <= 0. They follow from the
 * other rows for whole numbers, and cut off fractions; a program gets those of what is drawn, as
 * rows that may be left out. */
struct pool_tie {
    const char *prefix;  /* of the rows' names: prefix/CLASS/ZONE/GROUP */
    const int *class_of; /* by group; NO_INDEX: in none */
    const int *counts;   /* class × zone_count + zone: index of the count; NO_INDEX: none */
};

struct pool_group {
    const char *name;
    int64_t measures[POOL_MEASURES];
    int pinned; /* the place it must choose, NO_INDEX */
};

struct pool_place {
    const char *name;
    int key;  /* the builder's own index */
    int zone; /* NO_INDEX: in none */
    int first_entry, entry_count;
};

struct pool_count {
    const char *name;
    int64_t upper, price;
    int first_entry, entry_count; /* in count_entries */
};

/* A choice that a seed cut with right-hand side 0 forbids. */
struct pool_dead {
    int group, place, seed;
};

/* What choices are worth: `out[k]` becomes the points of `places[k]`, ascending, for the group.
 * Called from several threads at once. */
typedef void pool_points_fn(const void *user, int stage, int group, const int *places, int count,
                            int64_t *out);

struct pool {
    struct arena *arena;
    struct pool_group *groups;
    struct pool_place *places;
    struct pool_entry *entries; /* place by place */
    struct program_row *rows;
    struct pool_count *counts;
    struct program_entry *count_entries; /* count by count */
    struct pool_link *links;             /* by group, then place */
    int *first_link;                     /* by group, and one more */
    struct pool_dead *dead;              /* by group, then place */
    struct cut *seeds;
    struct pool_table tables[POOL_TABLES];
    struct pool_tie ties[POOL_TABLES];
    int group_count, place_count, entry_count, row_count, count_count, count_entry_count,
        link_count, dead_count, seed_count, table_count, tie_count, zone_count;
    const char *const *zones, *const *classes; /* names, for ties */
    uint64_t *allowed;                         /* group × words_a_group: a bit a place */
    size_t words_a_group;
    const char *const *stages; /* names */
    const int64_t *totals;     /* as in struct program */
    int stage_count;
    int priced_stage; /* whose objective has the counts' prices, NO_INDEX */
    pool_points_fn *points;
    const void *user;
};

void pool_free(struct pool *pool);

/* The places a group may choose, ascending, into `out`, which has room for place_count; how many.
 */
int pool_places(const struct pool *pool, int group, int *out);
int64_t pool_pair_count(const struct pool *pool);

/* Choices to draw, by group: places[first[g]] … places[first[g + 1] - 1], ascending. */
struct pool_draw {
    const int *first;
    const int *places;
};

/*
 * The program of some choices (NULL: all) with all rows, counts and stages of the pool: choices in
 * order of group and place, then the counts. Group, row and seed indices are the pool's; rows of
 * ties follow them, and are `lazy`. A choice's `key` is the index of its place. Names live as long
 * as the pool. NULL when memory ran out.
 */
struct program *pool_program(const struct pool *pool, const struct pool_draw *draw);

/*
 * Splits a pool into the parts that share no row: `part_of[g]` becomes the number of g's part, from
 * 0 in order of the parts' first groups, NO_INDEX for a group without a place. How many; -1 when
 * memory ran out.
 */
int pool_split(const struct pool *pool, int *part_of);

/* The pool of one part, with groups, places, rows and counts of its own and the same names; it
 * borrows from the whole. NULL when memory ran out. */
struct pool *pool_part(const struct pool *pool, const int *part_of, int part);

#endif
