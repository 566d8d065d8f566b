/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a part of a pool. */
#include "base/memory.h"
#include "program/pool_parting.h"

static void mark_row(const struct parting *parting, int row)
{
    if (row != NO_INDEX)
        parting->row[row] = 0;
}

static void mark_place_rows(const struct parting *parting, int index)
{
    const struct pool_place *place = &parting->pool->places[index];
    for (int k = 0; k < place->entry_count; k++)
        mark_row(parting, parting->pool->entries[place->first_entry + k].row);
}

static void mark_zone_rows(const struct parting *parting, int group, int zone)
{
    const struct pool *pool = parting->pool;
    for (int table = 0; table < pool->table_count; table++) {
        const int class = pool->tables[table].class_of[group];
        if (class != NO_INDEX)
            mark_row(parting, pool->tables[table].rows[pool_square(pool, class, zone)]);
    }
    for (int tie = 0; tie < pool->tie_count; tie++) {
        const int class = pool->ties[tie].class_of[group];
        const int count =
            class != NO_INDEX ? pool->ties[tie].counts[pool_square(pool, class, zone)] : NO_INDEX;
        if (count != NO_INDEX)
            parting->count[count] = 0;
    }
}

/* `seen`, by zone and by place, spares doing the same again. */
static void mark_group(const struct parting *parting, int group, int *seen_zone, bool *seen_place)
{
    const struct pool *pool = parting->pool;
    const uint64_t *allowed = pool_allowed(pool, group);
    const int end = pool->place_count;
    for (int place = bits_next(allowed, 0, end); place < end;
         place = bits_next(allowed, place + 1, end)) {
        const int zone = pool->places[place].zone;
        if (!seen_place[place])
            mark_place_rows(parting, place);
        seen_place[place] = true;
        if (zone != NO_INDEX && seen_zone[zone] != group + 1)
            mark_zone_rows(parting, group, zone);
        if (zone != NO_INDEX)
            seen_zone[zone] = group + 1;
    }
    for (int at = pool->first_link[group]; at < pool->first_link[group + 1]; at++)
        mark_row(parting, pool->links[at].row);
}

/* The rows of the seeds that forbid choices of a group that is marked now. */
static void mark_seed_rows(const struct parting *parting, int group, int *at)
{
    const struct pool *pool = parting->pool;
    while (*at < pool->dead_count && pool->dead[*at].group < group)
        ++*at;
    for (; *at < pool->dead_count && pool->dead[*at].group == group; ++*at) {
        const struct cut *seed = &pool->seeds[pool->dead[*at].seed];
        for (int k = 0; k < seed->term_count; k++) {
            if (seed->terms[k].kind == TERM_ROW)
                mark_row(parting, seed->terms[k].index);
        }
    }
}

static bool is_marked_by_row(const struct parting *parting, const struct pool_count *count)
{
    for (int k = 0; k < count->entry_count; k++) {
        if (parting->row[parting->pool->count_entries[count->first_entry + k].row] != NO_INDEX)
            return true;
    }
    return false;
}

/* A count belongs where one of its rows does, and brings its other rows along. */
static void mark_counts(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (bool more = true; more;) {
        more = false;
        for (int index = 0; index < pool->count_count; index++) {
            const struct pool_count *count = &pool->counts[index];
            if (parting->count[index] == 1 ||
                (parting->count[index] == NO_INDEX && !is_marked_by_row(parting, count)))
                continue;
            parting->count[index] = 1;
            more = true;
            for (int k = 0; k < count->entry_count; k++)
                mark_row(parting, pool->count_entries[count->first_entry + k].row);
        }
    }
}

/* Marks the rows and counts that some groups reach: the part's or, for the first part, those of all
 * others, which then get the opposite. So that what nobody reaches is the first part's. */
static bool mark_rows(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    const bool first = parting->number == 0;
    int *seen_zone = memory_new((size_t)pool->zone_count + 1, sizeof *seen_zone);
    bool *seen_place = memory_new((size_t)pool->place_count + 1, sizeof *seen_place);
    const bool ready = seen_zone != NULL && seen_place != NULL;
    int dead = 0;
    for (int group = 0; group < pool->group_count && ready; group++) {
        const int of = parting->part_of[group];
        if (of == NO_INDEX || (of == parting->number) == first)
            continue;
        mark_group(parting, group, seen_zone, seen_place);
        mark_seed_rows(parting, group, &dead);
    }
    if (ready)
        mark_counts(parting);
    for (int row = 0; row < pool->row_count && first; row++)
        parting->row[row] = parting->row[row] == NO_INDEX ? 0 : NO_INDEX;
    for (int count = 0; count < pool->count_count && first; count++)
        parting->count[count] = parting->count[count] == NO_INDEX ? 0 : NO_INDEX;
    memory_free(seen_zone);
    memory_free(seen_place);
    return ready;
}

/* The seeds of the dead choices of the part's groups, with the seeds that these are made from,
 * which come before them. */
static void mark_seeds(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int at = 0; at < pool->dead_count; at++) {
        if (parting->group[pool->dead[at].group] != NO_INDEX)
            parting->seed[pool->dead[at].seed] = 0;
    }
    for (int seed = pool->seed_count - 1; seed >= 0; seed--) {
        for (int k = 0; k < pool->seeds[seed].term_count && parting->seed[seed] == 0; k++) {
            if (pool->seeds[seed].terms[k].kind == TERM_CUT)
                parting->seed[pool->seeds[seed].terms[k].index] = 0;
        }
    }
}

/* The part's own groups, and their places with their zones. */
static void mark_own(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    const int end = pool->place_count;
    for (int group = 0; group < pool->group_count; group++) {
        if (parting->part_of[group] != parting->number)
            continue;
        const uint64_t *allowed = pool_allowed(pool, group);
        parting->group[group] = 0;
        for (int place = bits_next(allowed, 0, end); place < end;
             place = bits_next(allowed, place + 1, end))
            parting->place[place] = 0;
    }
    for (int place = 0; place < end; place++) {
        if (parting->place[place] != NO_INDEX && pool->places[place].zone != NO_INDEX)
            parting->zone[pool->places[place].zone] = 0;
    }
}

bool parting_mark(const struct parting *parting)
{
    if (!mark_rows(parting))
        return false;
    mark_own(parting);
    mark_seeds(parting);
    return true;
}
