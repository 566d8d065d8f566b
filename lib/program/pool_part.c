/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a pool as a pool of its own. */
#include "program/pool_parting.h"

#include "base/memory.h"

static int *nowhere(struct arena *arena, int count)
{
    int *indices = arena_take(arena, (size_t)count + 1, sizeof *indices);
    for (int index = 0; index < count && indices != NULL; index++)
        indices[index] = NO_INDEX;
    return indices;
}

static bool parting_open(struct parting *parting, struct arena *arena)
{
    const struct pool *pool = parting->pool;
    parting->group = nowhere(arena, pool->group_count);
    parting->place = nowhere(arena, pool->place_count);
    parting->row = nowhere(arena, pool->row_count);
    parting->count = nowhere(arena, pool->count_count);
    parting->seed = nowhere(arena, pool->seed_count);
    parting->zone = nowhere(arena, pool->zone_count);
    return parting->group != NULL && parting->place != NULL && parting->row != NULL &&
           parting->count != NULL && parting->seed != NULL && parting->zone != NULL;
}

static int number_marked(int *indices, int count)
{
    int next = 0;
    for (int index = 0; index < count; index++) {
        if (indices[index] != NO_INDEX)
            indices[index] = next++;
    }
    return next;
}

/* The other way round, in the part's arena. */
static int *invert(struct pool *part, const int *indices, int count, int marked)
{
    int *origins = arena_take(part->arena, (size_t)marked + 1, sizeof *origins);
    for (int index = 0; index < count && origins != NULL; index++) {
        if (indices[index] != NO_INDEX)
            origins[indices[index]] = index;
    }
    return origins;
}

static bool number_all(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    struct pool *part = parting->part;
    const int groups = number_marked(parting->group, pool->group_count);
    const int places = number_marked(parting->place, pool->place_count);
    const int zones = number_marked(parting->zone, pool->zone_count);
    number_marked(parting->row, pool->row_count);
    number_marked(parting->count, pool->count_count);
    number_marked(parting->seed, pool->seed_count);
    part->group_of = invert(part, parting->group, pool->group_count, groups);
    part->place_of = invert(part, parting->place, pool->place_count, places);
    const char **names = arena_take(part->arena, (size_t)zones + 1, sizeof *names);
    for (int zone = 0; zone < pool->zone_count && names != NULL; zone++) {
        if (parting->zone[zone] != NO_INDEX)
            names[parting->zone[zone]] = pool->zones[zone];
    }
    pool_set_zones(part, names, zones);
    pool_set_classes(part, pool->classes, pool->class_count);
    return part->group_of != NULL && part->place_of != NULL && names != NULL;
}

static int renumber(const int *indices, int index)
{
    return index == NO_INDEX ? NO_INDEX : indices[index];
}

static void copy_groups(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int index = 0; index < pool->group_count; index++) {
        if (parting->group[index] == NO_INDEX)
            continue;
        const int copy = pool_add_group(parting->part, pool->groups[index].name);
        if (copy == NO_INDEX)
            return;
        parting->part->groups[copy] = pool->groups[index];
        parting->part->groups[copy].pinned = renumber(parting->place, pool->groups[index].pinned);
    }
}

static void copy_rows(const struct parting *parting)
{
    for (int index = 0; index < parting->pool->row_count; index++) {
        const struct program_row *row = &parting->pool->rows[index];
        if (parting->row[index] != NO_INDEX)
            pool_add_row(parting->part, row->name, row->equal, row->rhs);
    }
}

static void copy_places(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int index = 0; index < pool->place_count; index++) {
        const struct pool_place *place = &pool->places[index];
        if (parting->place[index] == NO_INDEX ||
            pool_add_place(parting->part, place->name, place->key,
                           renumber(parting->zone, place->zone)) == NO_INDEX)
            continue;
        for (int k = 0; k < place->entry_count; k++) {
            const struct pool_entry *entry = &pool->entries[place->first_entry + k];
            pool_add_entry(parting->part, parting->row[entry->row], entry->measure, entry->factor);
        }
    }
}

static void copy_counts(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int index = 0; index < pool->count_count; index++) {
        const struct pool_count *count = &pool->counts[index];
        if (parting->count[index] == NO_INDEX ||
            pool_add_count(parting->part, count->name, count->upper, count->price) == NO_INDEX)
            continue;
        for (int k = 0; k < count->entry_count; k++) {
            const struct program_entry *entry = &pool->count_entries[count->first_entry + k];
            pool_add_count_entry(parting->part, parting->row[entry->row], entry->coefficient);
        }
    }
}

static void copy_links(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int at = 0; at < pool->link_count; at++) {
        const struct pool_link *link = &pool->links[at];
        if (parting->group[link->group] != NO_INDEX)
            pool_add_link(parting->part,
                          (struct pool_link){parting->group[link->group],
                                             parting->place[link->place], parting->row[link->row],
                                             link->coefficient});
    }
    for (int at = 0; at < pool->dead_count; at++) {
        const struct pool_dead *dead = &pool->dead[at];
        if (parting->group[dead->group] != NO_INDEX)
            pool_add_dead(parting->part, (struct pool_dead){parting->group[dead->group],
                                                            parting->place[dead->place],
                                                            parting->seed[dead->seed]});
    }
}

static void copy_seeds(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    for (int index = 0; index < pool->seed_count; index++) {
        const struct cut *seed = &pool->seeds[index];
        if (parting->seed[index] == NO_INDEX)
            continue;
        const int copy = pool_add_seed(parting->part, seed->terms, seed->term_count);
        if (copy == NO_INDEX)
            return;
        for (int k = 0; k < seed->term_count; k++) {
            struct term *term = &parting->part->seeds[copy].terms[k];
            const int *indices = term->kind == TERM_ROW     ? parting->row
                                 : term->kind == TERM_GROUP ? parting->group
                                                            : parting->seed;
            term->index = indices[term->index];
        }
    }
}

/* The classes of the part's groups. */
static const int *pick_classes(const struct parting *parting, const int *class_of)
{
    struct pool *part = parting->part;
    int *picked = arena_take(part->arena, (size_t)part->group_count + 1, sizeof *picked);
    for (int group = 0; group < part->group_count && picked != NULL; group++)
        picked[group] = class_of[part->group_of[group]];
    part->failed = part->failed || picked == NULL;
    return picked;
}

static void pick_squares(const struct parting *parting, const int *squares, const int *indices,
                         int *out)
{
    const struct pool *pool = parting->pool;
    for (int zone = 0; zone < pool->zone_count && out != NULL; zone++) {
        for (int class = 0; class < pool->class_count && parting->zone[zone] != NO_INDEX; class ++)
            out[pool_square(parting->part, class, parting->zone[zone])] =
                renumber(indices, squares[pool_square(pool, class, zone)]);
    }
}

static void copy_tables(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    struct pool *part = parting->part;
    for (int index = 0; index < pool->table_count; index++) {
        const struct pool_table *table = &pool->tables[index];
        int *rows = pool_add_table(part, pick_classes(parting, table->class_of), table->measure);
        pick_squares(parting, table->rows, parting->row, rows);
    }
    for (int index = 0; index < pool->tie_count; index++) {
        const struct pool_tie *tie = &pool->ties[index];
        int *counts = pool_add_tie(part, tie->prefix, pick_classes(parting, tie->class_of));
        pick_squares(parting, tie->counts, parting->count, counts);
    }
}

static void copy_allowed(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    struct pool *part = parting->part;
    const int end = pool->place_count;
    part->words_a_group = bits_words(part->place_count);
    part->allowed =
        memory_new((size_t)part->group_count * part->words_a_group + 1, sizeof *part->allowed);
    part->failed = part->failed || part->allowed == NULL;
    for (int group = 0; group < part->group_count && !part->failed; group++) {
        const uint64_t *allowed = pool_allowed(pool, part->group_of[group]);
        uint64_t *copy = part->allowed + (size_t)group * part->words_a_group;
        for (int place = bits_next(allowed, 0, end); place < end;
             place = bits_next(allowed, place + 1, end))
            bits_add(copy, parting->place[place]);
    }
}

static void copy_stages(const struct parting *parting)
{
    const struct pool *pool = parting->pool;
    struct pool *part = parting->part;
    part->stages = pool->stages;
    part->totals = pool->totals;
    part->stage_count = pool->stage_count;
    part->priced_stage = pool->priced_stage;
    part->whole = pool;
}

static bool copy_all(const struct parting *parting)
{
    if (!parting_mark(parting) || !number_all(parting))
        return false;
    copy_groups(parting);
    copy_rows(parting);
    copy_places(parting);
    copy_counts(parting);
    copy_seeds(parting);
    copy_links(parting);
    copy_tables(parting);
    copy_allowed(parting);
    copy_stages(parting);
    return pool_finish(parting->part);
}

struct pool *pool_part(const struct pool *pool, const int *part_of, int part)
{
    struct arena *scratch = arena_new();
    struct parting parting = {.pool = pool, .part = pool_new(), .part_of = part_of, .number = part};
    const bool copied = scratch != NULL && parting.part != NULL &&
                        parting_open(&parting, scratch) && copy_all(&parting);
    arena_free(scratch);
    if (copied)
        return parting.part;
    pool_free(parting.part);
    return NULL;
}
