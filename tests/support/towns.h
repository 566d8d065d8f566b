/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random pools of several towns that share no row. */
#ifndef HUSLY_TESTS_SUPPORT_TOWNS_H
#define HUSLY_TESTS_SUPPORT_TOWNS_H

#include "base/memory.h"
#include "program/pool.h"
#include "support/check.h"

enum { TOWNS = 5, GROUPS = 7, PLACES = 6, STAGES = 3, PERSONS = 1 };

static const char *const stages[STAGES] = {"need", "fit", "cost"};
static const int64_t totals[STAGES] = {0, 0, 40000};

static inline uint64_t next_random(uint64_t *state)
{
    *state += 0x9e3779b97f4a7c15u;
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline int below(uint64_t *state, int limit)
{
    return (int)(next_random(state) % (uint64_t)limit);
}

/* The number that a name such as "T3H5" ends with, and the keys of places, are the same in a town
 * by itself, and so the points are. */
struct towns {
    uint64_t seed;
    struct pool *pool;
};

static inline int64_t worth(const struct towns *towns, int stage, int group, int place)
{
    const struct pool *pool = towns->pool;
    const struct pool_group *chooser = &pool->groups[group];
    uint64_t state = towns->seed + (uint64_t)(stage * 1000003 + pool->places[place].key * 977);
    for (const char *letter = chooser->name; *letter != '\0'; letter++)
        state = state * 131 + (uint64_t)*letter;
    if (stage == 0)
        return chooser->measures[PERSONS] * 500 + below(&state, 40);
    return stage == 1 ? below(&state, 90) - 15 : below(&state, 300);
}

static inline void tell_points(const void *user, int stage, int group, const int *places, int count,
                               int64_t *out)
{
    for (int k = 0; k < count; k++)
        out[k] = worth(user, stage, group, places[k]);
}

static inline void add_allowed(struct pool *pool, uint64_t *state, int first_group, int first_place)
{
    for (int group = first_group; group < pool->group_count; group++) {
        for (int place = first_place; place < pool->place_count; place++) {
            if (below(state, 3) != 0)
                bits_add(pool->allowed + (size_t)group * pool->words_a_group, place);
        }
    }
}

/* Homes, a cap on persons, a target that may be passed at a price, and a right with extras. */
static inline void add_town(struct towns *towns, int town)
{
    struct pool *pool = towns->pool;
    uint64_t state = towns->seed * 31 + (uint64_t)town;
    const int first_group = pool->group_count, first_place = pool->place_count;
    const int cap =
        pool_add_row(pool, pool_name(pool, "area_persons/A%d", town), false, 5 + below(&state, 8));
    const int even =
        pool_add_row(pool, pool_name(pool, "even/A%d", town), false, 2 + below(&state, 6));
    const int right =
        pool_add_row(pool, pool_name(pool, "right/U%d", town), false, below(&state, 4));
    for (int group = 0; group < GROUPS; group++) {
        const int index = pool_add_group(pool, pool_name(pool, "T%dH%d", town, group));
        pool->groups[index].measures[PERSONS] = 1 + below(&state, 4);
    }
    for (int place = 0; place < PLACES; place++) {
        const int dwelling =
            pool_add_row(pool, pool_name(pool, "dwelling/T%dD%d", town, place), false, 1);
        const int key = town * 100 + place;
        pool_add_place(pool, pool_name(pool, "T%dD%d", town, place), key, NO_INDEX);
        pool_add_entry(pool, dwelling, 0, 1);
        pool_add_entry(pool, cap, PERSONS, 1);
        pool_add_entry(pool, even, PERSONS, 1);
        pool_add_entry(pool, right, 0, place % 2);
    }
    pool_add_count(pool, pool_name(pool, "even/A%d/1", town), 20, 7);
    pool_add_count_entry(pool, even, -1);
    pool_add_count(pool, pool_name(pool, "U%d", town), 1, 0);
    pool_add_count_entry(pool, right, -1);
    add_allowed(pool, &state, first_group, first_place);
}

static inline void open_pool(struct towns *towns, uint64_t seed, int first, int end)
{
    struct pool *pool = pool_new();
    *towns = (struct towns){seed, pool};
    pool->words_a_group = bits_words(TOWNS * PLACES);
    pool->allowed = memory_new(TOWNS * GROUPS * pool->words_a_group, sizeof *pool->allowed);
    for (int town = first; town < end; town++)
        add_town(towns, town);
    pool->stages = stages;
    pool->totals = totals;
    pool->stage_count = STAGES;
    pool->priced_stage = 1;
    pool->points = tell_points;
    pool->user = towns;
    CHECK(pool_finish(pool));
}

#endif
