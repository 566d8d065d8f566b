/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which groups of a pool share rows, by a union of groups, places, rows and counts. */
#include "base/memory.h"
#include "program/pool.h"

/* One forest: groups first, then places, then rows, then counts. */
struct forest {
    int *parent;
    int first_place, first_row, first_count;
};

static int find_root(const struct forest *forest, int node)
{
    int *parent = forest->parent;
    while (parent[node] != node) {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    return node;
}

/* The smaller index becomes the root, so that a part's root is its first group. */
static void unite(const struct forest *forest, int one, int other)
{
    const int a = find_root(forest, one), b = find_root(forest, other);
    if (a < b)
        forest->parent[b] = a;
    else
        forest->parent[a] = b;
}

static void unite_row(const struct forest *forest, int node, int row)
{
    if (row != NO_INDEX)
        unite(forest, node, forest->first_row + row);
}

static void unite_counts(const struct forest *forest, const struct pool *pool)
{
    for (int index = 0; index < pool->count_count; index++) {
        const struct pool_count *count = &pool->counts[index];
        for (int k = 0; k < count->entry_count; k++)
            unite_row(forest, forest->first_count + index,
                      pool->count_entries[count->first_entry + k].row);
    }
}

static void unite_places(const struct forest *forest, const struct pool *pool)
{
    for (int index = 0; index < pool->place_count; index++) {
        const struct pool_place *place = &pool->places[index];
        for (int k = 0; k < place->entry_count; k++)
            unite_row(forest, forest->first_place + index,
                      pool->entries[place->first_entry + k].row);
    }
}

static void unite_zone(const struct forest *forest, const struct pool *pool, int group, int zone)
{
    for (int table = 0; table < pool->table_count; table++) {
        const int class = pool->tables[table].class_of[group];
        if (class != NO_INDEX)
            unite_row(forest, group, pool->tables[table].rows[pool_square(pool, class, zone)]);
    }
    for (int tie = 0; tie < pool->tie_count; tie++) {
        const int class = pool->ties[tie].class_of[group];
        const int count =
            class != NO_INDEX ? pool->ties[tie].counts[pool_square(pool, class, zone)] : NO_INDEX;
        if (count != NO_INDEX)
            unite(forest, group, forest->first_count + count);
    }
}

/* `seen` is by zone: the last group that reached it, counted from 1. */
static void unite_group(const struct forest *forest, const struct pool *pool, int group, int *seen)
{
    const uint64_t *allowed = pool_allowed(pool, group);
    const int end = pool->place_count;
    for (int place = bits_next(allowed, 0, end); place < end;
         place = bits_next(allowed, place + 1, end)) {
        const int zone = pool->places[place].zone;
        if (pool->places[place].entry_count > 0)
            unite(forest, group, forest->first_place + place);
        if (zone != NO_INDEX && seen[zone] != group + 1)
            unite_zone(forest, pool, group, zone);
        if (zone != NO_INDEX)
            seen[zone] = group + 1;
    }
    for (int at = pool->first_link[group]; at < pool->first_link[group + 1]; at++)
        unite_row(forest, group, pool->links[at].row);
}

static void unite_seeds(const struct forest *forest, const struct pool *pool)
{
    for (int at = 0; at < pool->dead_count; at++) {
        const struct cut *seed = &pool->seeds[pool->dead[at].seed];
        for (int k = 0; k < seed->term_count; k++) {
            if (seed->terms[k].kind == TERM_ROW)
                unite_row(forest, pool->dead[at].group, seed->terms[k].index);
        }
    }
}

/* Roots are groups wherever a group is, so that parts get their numbers as their roots come. */
static int number_parts(const struct forest *forest, const struct pool *pool, int *part_of)
{
    int parts = 0;
    for (int group = 0; group < pool->group_count; group++) {
        const int root = find_root(forest, group);
        const bool has_place =
            bits_next(pool_allowed(pool, group), 0, pool->place_count) < pool->place_count;
        part_of[group] = NO_INDEX;
        if (has_place)
            part_of[group] = root == group ? parts++ : part_of[root];
    }
    return parts;
}

int pool_split(const struct pool *pool, int *part_of)
{
    const int first_row = pool->group_count + pool->place_count;
    const int nodes = first_row + pool->row_count + pool->count_count;
    struct forest forest = {memory_new((size_t)nodes + 1, sizeof(int)), pool->group_count,
                            first_row, first_row + pool->row_count};
    int *seen = memory_new((size_t)pool->zone_count + 1, sizeof *seen);
    int parts = -1;
    if (forest.parent != NULL && seen != NULL) {
        for (int node = 0; node < nodes; node++)
            forest.parent[node] = node;
        unite_counts(&forest, pool);
        unite_places(&forest, pool);
        unite_seeds(&forest, pool);
        for (int group = 0; group < pool->group_count; group++)
            unite_group(&forest, pool, group, seen);
        parts = number_parts(&forest, pool, part_of);
    }
    memory_free(forest.parent);
    memory_free(seen);
    return parts;
}
