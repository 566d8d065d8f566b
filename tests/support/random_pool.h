/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random pools with everything that a pool can have. */
#ifndef HUSLY_TESTS_SUPPORT_RANDOM_POOL_H
#define HUSLY_TESTS_SUPPORT_RANDOM_POOL_H

#include <string.h>

#include "base/memory.h"
#include "program/pool.h"
#include "support/check.h"

enum {
    ROUNDS = 300,
    GROUPS = 14,
    PLACES = 12,
    ROWS = 26,
    COUNTS = 5,
    ZONES = 4,
    CLASSES = 3,
    ALL_ROWS = ROWS + GROUPS * ZONES
};

struct draft {
    uint64_t state;
    struct pool *pool;
    int class_of[GROUPS];
};

static inline int below(struct draft *draft, int limit)
{
    draft->state = draft->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((draft->state >> 33) % (uint64_t)limit);
}

static const char *const zones[ZONES] = {"Z0", "Z1", "Z2", "Z3"};
static const char *const classes[CLASSES] = {"C0", "C1", "C2"};
static const char *const stages[] = {"need", "fit"};
static const int64_t totals[] = {0, 700};

static inline int64_t worth(int stage, int group, int place)
{
    return 1000 * stage + 37 * group + 11 * place;
}

static inline void tell_points(const void *user, int stage, int group, const int *places, int count,
                               int64_t *out)
{
    (void)user;
    for (int k = 0; k < count; k++)
        out[k] = worth(stage, group, places[k]);
}

/* Groups and places fall into so many towns, and the first rows into as many. */
static inline int town_of(int index, int towns)
{
    return index % towns;
}

static inline int row_in(struct draft *draft, int town, int towns)
{
    const int rows = (ROWS - town + towns - 1) / towns;
    return town + towns * below(draft, rows);
}

static inline void add_groups(struct draft *draft)
{
    struct pool *pool = draft->pool;
    for (int group = 0; group < GROUPS; group++) {
        pool_add_group(pool, pool_name(pool, "H%d", group));
        for (int measure = 1; measure < POOL_MEASURES; measure++)
            pool->groups[group].measures[measure] = 1 + below(draft, 4);
        draft->class_of[group] = below(draft, 5) == 0 ? NO_INDEX : below(draft, CLASSES);
    }
}

static inline void add_places(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int place = 0; place < PLACES; place++) {
        const int town = town_of(place, towns);
        const int zone = below(draft, 6) == 0 ? NO_INDEX : town_of(town, ZONES);
        pool_add_place(pool, pool_name(pool, "D%d", place), 100 + place, zone);
        for (int k = below(draft, 4); k > 0; k--)
            pool_add_entry(pool, row_in(draft, town, towns), below(draft, POOL_MEASURES),
                           1 + below(draft, 3));
    }
    pool->words_a_group = bits_words(PLACES);
    pool->allowed = memory_new(GROUPS * pool->words_a_group, sizeof *pool->allowed);
    for (int group = 0; group < GROUPS; group++) {
        for (int place = 0; place < PLACES; place++) {
            if (town_of(place, towns) == town_of(group, towns) && below(draft, 2) == 0)
                bits_add(pool->allowed + (size_t)group * pool->words_a_group, place);
        }
    }
}

static inline void add_counts(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int count = 0; count < COUNTS; count++) {
        const int town = below(draft, towns);
        pool_add_count(pool, pool_name(pool, "count%d", count), 3, count);
        for (int k = below(draft, 3); k > 0; k--)
            pool_add_count_entry(pool, row_in(draft, town, towns), -1 - below(draft, 3));
    }
}

static inline void add_tables(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int table = 0; table < 2; table++) {
        int *rows = pool_add_table(pool, draft->class_of, table);
        int *counts = pool_add_tie(pool, table == 0 ? "tie" : "knot", draft->class_of);
        for (int at = 0; at < CLASSES * ZONES; at++) {
            const int zone = at % ZONES;
            if (zone < towns && below(draft, 2) == 0)
                rows[at] = row_in(draft, zone, towns);
            if (zone < towns && below(draft, 2) == 0)
                counts[at] = below(draft, COUNTS);
        }
    }
}

static inline void add_links(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int group = GROUPS - 1; group >= 0; group--) {
        int places[PLACES];
        for (int k = pool_places(pool, group, places) - 1; k >= 0; k--) {
            const int town = town_of(group, towns);
            const int row = row_in(draft, town, towns);
            if (below(draft, 3) == 0)
                pool_add_link(pool, (struct pool_link){group, places[k], row, -2});
            if (below(draft, 3) == 0)
                pool_add_link(pool, (struct pool_link){group, places[k], row_in(draft, town, towns),
                                                       1 + below(draft, 2)});
            if (below(draft, 6) != 0)
                continue;
            const struct term terms[] = {{TERM_ROW, row, 500000}, {TERM_GROUP, group, 7}};
            const int seed = pool_add_seed(pool, terms, 2);
            pool_add_dead(pool, (struct pool_dead){group, places[k], seed});
        }
    }
}

static inline struct pool *make_pool(struct draft *draft, int towns)
{
    struct pool *pool = pool_new();
    draft->pool = pool;
    pool_set_zones(pool, zones, ZONES);
    pool_set_classes(pool, classes, CLASSES);
    add_groups(draft);
    for (int row = 0; row < ROWS; row++)
        pool_add_row(pool, pool_name(pool, "row%d", row), row % 5 == 0, row);
    add_places(draft, towns);
    add_counts(draft, towns);
    add_tables(draft, towns);
    add_links(draft, towns);
    pool->stages = stages;
    pool->totals = totals;
    pool->stage_count = 2;
    pool->priced_stage = 1;
    pool->points = tell_points;
    for (int group = 0; group < GROUPS; group++) {
        int places[PLACES];
        if (below(draft, 4) == 0 && pool_places(pool, group, places) > 0)
            pool->groups[group].pinned = places[0];
    }
    CHECK(pool_finish(pool));
    return pool;
}

static inline void read_column(const struct program *program, int column, int64_t *out)
{
    memset(out, 0, ALL_ROWS * 2 * sizeof *out);
    const struct program_column *it = &program->columns[column];
    for (int k = it->first_entry; k < it->first_entry + it->entry_count; k++) {
        CHECK(out[program->entries[k].row] == 0);
        out[program->entries[k].row] = program->entries[k].coefficient;
    }
}

#endif
