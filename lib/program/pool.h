/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_POOL_H
#define HUSLY_PROGRAM_POOL_H

#include "base/bits.h"
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
    int class_count;
    const char *const *zones, *const *classes; /* names, for ties */
    uint64_t *allowed;                         /* group × words_a_group: a bit a place */
    size_t words_a_group;
    const char *const *stages; /* names */
    const int64_t *totals;     /* as in struct program */
    int stage_count;
    int priced_stage; /* whose objective has the counts' prices, NO_INDEX */
    pool_points_fn *points;
    const void *user;
    const struct pool *whole;       /* what a part was taken from, NULL */
    const int *group_of, *place_of; /* a part's: their indices in the whole */
    bool failed;                    /* memory ran out; sticks, so that builders ask once */
};

/*
 * Grows in any order, but for entries, which go to the place or the count that was added last. The
 * builder sets what has no function here: measures and pins of a group, `allowed` (which the pool
 * frees), stages and points. Names and arrays live as long as the pool; `arena` is there for them.
 */
struct pool *pool_new(void);
void pool_free(struct pool *pool);

/* `class_count` and `zone_count` names. */
void pool_set_classes(struct pool *pool, const char *const *names, int count);
void pool_set_zones(struct pool *pool, const char *const *names, int count);

int pool_add_group(struct pool *pool, const char *name);
int pool_add_row(struct pool *pool, const char *name, bool equal, int64_t rhs);
int pool_add_place(struct pool *pool, const char *name, int key, int zone);
int pool_add_count(struct pool *pool, const char *name, int64_t upper, int64_t price);

/* Nothing for NO_INDEX as the row, or a coefficient or factor of 0. */
void pool_add_entry(struct pool *pool, int row, int measure, int64_t factor);
void pool_add_count_entry(struct pool *pool, int row, int64_t coefficient);
void pool_add_link(struct pool *pool, struct pool_link link);

/* Rows of a class and zone by one measure; class_count × zone_count of NO_INDEX, for the caller to
 * fill. NULL when memory ran out. */
int *pool_add_table(struct pool *pool, const int *class_of, int measure);
int *pool_add_tie(struct pool *pool, const char *prefix, const int *class_of);

/* A seed cut from a copy of the terms, and a choice that it forbids. */
int pool_add_seed(struct pool *pool, const struct term *terms, int count);
void pool_add_dead(struct pool *pool, struct pool_dead dead);

/* Puts links and dead choices in order, and nothing is added any more; false when memory ran out at
 * any time. */
bool pool_finish(struct pool *pool);

/* A name in the arena, printf style. NULL when memory ran out (and `failed` sticks). */
const char *pool_name(struct pool *pool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline const uint64_t *pool_allowed(const struct pool *pool, int group)
{
    return pool->allowed + (size_t)group * pool->words_a_group;
}

/* Where a table or a tie has the class and the zone. */
static inline size_t pool_square(const struct pool *pool, int class, int zone)
{
    return (size_t) class * (size_t)pool->zone_count + (size_t)zone;
}

/* The points of some places for a group, a part's too. */
void pool_points(const struct pool *pool, int stage, int group, const int *places, int count,
                 int64_t *out);

/* The places a group may choose, ascending, into `out`, which has room for place_count; how many.
 */
int pool_places(const struct pool *pool, int group, int *out);
int64_t pool_pair_count(const struct pool *pool);

/* Choices to draw, by group: places[first[g]] … places[first[g + 1] - 1], ascending. A row that is
 * not `wanted` is left out where nothing drawn is in it, as is a seed of a choice that is not
 * drawn.
 */
struct pool_draw {
    const int *first;
    const int *places;
    const bool *wanted; /* by row; NULL: all rows, and all seeds */
    int *row_of;        /* by row: where the program has it, or NO_INDEX; NULL: nobody asks … */
    int *seed_of;       /* … and by seed */
};

/*
 * The program of some choices (NULL: all) with all counts and stages of the pool and the rows that
 * they need: choices in order of group and place, then the counts. Group indices are the pool's,
 * and so are those of rows and seeds where all are wanted; rows of ties follow them, and are
 * `lazy`. A choice's `key` is the index of its place. Names live as long as the pool. NULL when
 * memory ran out.
 */
struct program *pool_program(const struct pool *pool, const struct pool_draw *draw);

/*
 * Splits a pool into the parts that share no row: `part_of[g]` becomes the number of g's part, from
 * 0 in order of the parts' first groups, NO_INDEX for a group without a place. How many; -1 when
 * memory ran out. A place with rows binds all who may choose it, whatever their measures are.
 */
int pool_split(const struct pool *pool, int *part_of);

/* The pool of one part, with groups, places, rows and counts of its own and the same names; it
 * borrows from the whole. Rows and counts that no group reaches are the first part's, and `totals`
 * are still the whole's. NULL when memory ran out. */
struct pool *pool_part(const struct pool *pool, const int *part_of, int part);

#endif
