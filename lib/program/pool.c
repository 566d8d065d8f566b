/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program/pool.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct pool *pool_new(void)
{
    struct pool *pool = memory_new(1, sizeof *pool);
    if (pool == NULL)
        return NULL;
    pool->priced_stage = NO_INDEX;
    pool->arena = arena_new();
    if (pool->arena == NULL) {
        memory_free(pool);
        return NULL;
    }
    return pool;
}

void pool_free(struct pool *pool)
{
    if (pool == NULL)
        return;
    memory_free(pool->groups);
    memory_free(pool->places);
    memory_free(pool->entries);
    memory_free(pool->rows);
    memory_free(pool->counts);
    memory_free(pool->count_entries);
    memory_free(pool->links);
    memory_free(pool->first_link);
    memory_free(pool->dead);
    memory_free(pool->seeds);
    memory_free(pool->allowed);
    arena_free(pool->arena);
    memory_free(pool);
}

void pool_set_classes(struct pool *pool, const char *const *names, int count)
{
    pool->classes = names;
    pool->class_count = count;
}

void pool_set_zones(struct pool *pool, const char *const *names, int count)
{
    pool->zones = names;
    pool->zone_count = count;
}

enum { FIRST_ROOM = 64 };

/* An array that begins with FIRST_ROOM and doubles is full at these counts. */
static bool is_full(int count)
{
    return count == 0 || (count >= FIRST_ROOM && (count & (count - 1)) == 0);
}

/* The array with room for one item more; NULL sets `failed`, and the old one stays. */
static void *make_room(struct pool *pool, void *array, int count, size_t size)
{
    if (pool->failed || !is_full(count))
        return pool->failed ? NULL : array;
    void *grown =
        memory_grow(array, (size_t)count, count == 0 ? FIRST_ROOM : 2 * (size_t)count, size);
    pool->failed = grown == NULL;
    return grown;
}

int pool_add_group(struct pool *pool, const char *name)
{
    struct pool_group *groups =
        make_room(pool, pool->groups, pool->group_count, sizeof *pool->groups);
    if (groups == NULL)
        return NO_INDEX;
    pool->groups = groups;
    groups[pool->group_count] =
        (struct pool_group){.name = name, .measures = {1}, .pinned = NO_INDEX};
    return pool->group_count++;
}

int pool_add_row(struct pool *pool, const char *name, bool equal, int64_t rhs)
{
    struct program_row *rows = make_room(pool, pool->rows, pool->row_count, sizeof *pool->rows);
    if (rows == NULL)
        return NO_INDEX;
    pool->rows = rows;
    rows[pool->row_count] = (struct program_row){name, equal, rhs, false};
    return pool->row_count++;
}

int pool_add_place(struct pool *pool, const char *name, int key, int zone)
{
    struct pool_place *places =
        make_room(pool, pool->places, pool->place_count, sizeof *pool->places);
    if (places == NULL)
        return NO_INDEX;
    pool->places = places;
    places[pool->place_count] = (struct pool_place){name, key, zone, pool->entry_count, 0};
    return pool->place_count++;
}

int pool_add_count(struct pool *pool, const char *name, int64_t upper, int64_t price)
{
    struct pool_count *counts =
        make_room(pool, pool->counts, pool->count_count, sizeof *pool->counts);
    if (counts == NULL)
        return NO_INDEX;
    pool->counts = counts;
    counts[pool->count_count] = (struct pool_count){name, upper, price, pool->count_entry_count, 0};
    return pool->count_count++;
}

void pool_add_entry(struct pool *pool, int row, int measure, int64_t factor)
{
    if (row == NO_INDEX || factor == 0)
        return;
    struct pool_entry *entries =
        make_room(pool, pool->entries, pool->entry_count, sizeof *pool->entries);
    if (entries == NULL)
        return;
    pool->entries = entries;
    entries[pool->entry_count++] = (struct pool_entry){row, measure, factor};
    pool->places[pool->place_count - 1].entry_count++;
}

void pool_add_count_entry(struct pool *pool, int row, int64_t coefficient)
{
    if (row == NO_INDEX || coefficient == 0)
        return;
    struct program_entry *entries =
        make_room(pool, pool->count_entries, pool->count_entry_count, sizeof *pool->count_entries);
    if (entries == NULL)
        return;
    pool->count_entries = entries;
    entries[pool->count_entry_count++] = (struct program_entry){row, coefficient};
    pool->counts[pool->count_count - 1].entry_count++;
}

void pool_add_link(struct pool *pool, struct pool_link link)
{
    if (link.row == NO_INDEX || link.coefficient == 0)
        return;
    struct pool_link *links = make_room(pool, pool->links, pool->link_count, sizeof *pool->links);
    if (links == NULL)
        return;
    pool->links = links;
    links[pool->link_count++] = link;
}

/* A class and zone table of NO_INDEX. */
static int *add_squares(struct pool *pool, int count)
{
    const size_t squares = (size_t)pool->class_count * (size_t)pool->zone_count;
    int *table = pool->failed || count >= POOL_TABLES
                     ? NULL
                     : arena_take(pool->arena, squares + 1, sizeof *table);
    for (size_t at = 0; at < squares && table != NULL; at++)
        table[at] = NO_INDEX;
    pool->failed = table == NULL;
    return table;
}

int *pool_add_table(struct pool *pool, const int *class_of, int measure)
{
    int *rows = add_squares(pool, pool->table_count);
    if (rows != NULL)
        pool->tables[pool->table_count++] = (struct pool_table){class_of, measure, rows};
    return rows;
}

int *pool_add_tie(struct pool *pool, const char *prefix, const int *class_of)
{
    int *counts = add_squares(pool, pool->tie_count);
    if (counts != NULL)
        pool->ties[pool->tie_count++] = (struct pool_tie){prefix, class_of, counts};
    return counts;
}

int pool_add_seed(struct pool *pool, const struct term *terms, int count)
{
    struct cut *seeds = make_room(pool, pool->seeds, pool->seed_count, sizeof *pool->seeds);
    struct term *copy = seeds != NULL ? arena_take(pool->arena, (size_t)count, sizeof *copy) : NULL;
    if (seeds != NULL)
        pool->seeds = seeds;
    if (copy == NULL) {
        pool->failed = true;
        return NO_INDEX;
    }
    memcpy(copy, terms, (size_t)count * sizeof *copy);
    seeds[pool->seed_count] = (struct cut){copy, count};
    return pool->seed_count++;
}

void pool_add_dead(struct pool *pool, struct pool_dead dead)
{
    struct pool_dead *all = make_room(pool, pool->dead, pool->dead_count, sizeof *pool->dead);
    if (all == NULL)
        return;
    pool->dead = all;
    all[pool->dead_count++] = dead;
}

static int compare_places(int group, int other_group, int place, int other_place)
{
    if (group != other_group)
        return group < other_group ? -1 : 1;
    return (place > other_place) - (place < other_place);
}

static int compare_links(const void *one, const void *other)
{
    const struct pool_link *a = one, *b = other;
    int order = compare_places(a->group, b->group, a->place, b->place);
    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static int compare_dead(const void *one, const void *other)
{
    const struct pool_dead *a = one, *b = other;
    return compare_places(a->group, b->group, a->place, b->place);
}

/* Nothing is added any more, and half of an array's room may be free. */
static void *trim(void *array, int count, size_t size)
{
    void *trimmed = count == 0 ? NULL : memory_grow(array, (size_t)count, (size_t)count, size);
    return trimmed != NULL ? trimmed : array;
}

static void trim_arrays(struct pool *pool)
{
    pool->entries = trim(pool->entries, pool->entry_count, sizeof *pool->entries);
    pool->rows = trim(pool->rows, pool->row_count, sizeof *pool->rows);
    pool->links = trim(pool->links, pool->link_count, sizeof *pool->links);
    pool->dead = trim(pool->dead, pool->dead_count, sizeof *pool->dead);
    pool->seeds = trim(pool->seeds, pool->seed_count, sizeof *pool->seeds);
}

bool pool_finish(struct pool *pool)
{
    memory_free(pool->first_link);
    pool->first_link = pool->failed ? NULL : memory_new((size_t)pool->group_count + 1, sizeof(int));
    pool->failed = pool->first_link == NULL;
    if (pool->failed)
        return false;
    trim_arrays(pool);
    if (pool->link_count > 1)
        qsort(pool->links, (size_t)pool->link_count, sizeof *pool->links, compare_links);
    if (pool->dead_count > 1)
        qsort(pool->dead, (size_t)pool->dead_count, sizeof *pool->dead, compare_dead);
    for (int at = 0; at < pool->link_count; at++)
        pool->first_link[pool->links[at].group + 1]++;
    for (int group = 0; group < pool->group_count; group++)
        pool->first_link[group + 1] += pool->first_link[group];
    return true;
}

const char *pool_name(struct pool *pool, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    char *name = size < 0 ? NULL : arena_take(pool->arena, (size_t)size + 1, 1);
    if (name == NULL)
        pool->failed = true;
    else
        vsnprintf(name, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return name;
}

enum { PIECE = 256 };

void pool_points(const struct pool *pool, int stage, int group, const int *places, int count,
                 int64_t *out)
{
    if (pool->whole == NULL) {
        pool->points(pool->user, stage, group, places, count, out);
        return;
    }
    int piece[PIECE];
    for (int done = 0; done < count; done += PIECE) {
        const int size = count - done < PIECE ? count - done : PIECE;
        for (int k = 0; k < size; k++)
            piece[k] = pool->place_of[places[done + k]];
        pool_points(pool->whole, stage, pool->group_of[group], piece, size, out + done);
    }
}
