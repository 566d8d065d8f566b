/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows and seeds the program of a few choices needs. */
#include "program/pool_touch.h"

enum { TOUCHED = 0 }; /* until it is numbered */

struct touching {
    const struct pool *pool;
    int *row_of, *seed_of;
    int link, dead;
};

static bool comes_before(int group, int place, int other_group, int other_place)
{
    return group != other_group ? group < other_group : place < other_place;
}

static void touch_row(const struct touching *touching, int row)
{
    if (row != NO_INDEX)
        touching->row_of[row] = TOUCHED;
}

static void touch_links(struct touching *touching, int group, int place)
{
    const struct pool *pool = touching->pool;
    const struct pool_link *links = pool->links;
    int *at = &touching->link;
    while (*at < pool->link_count && comes_before(links[*at].group, links[*at].place, group, place))
        ++*at;
    for (; *at < pool->link_count && links[*at].group == group && links[*at].place == place; ++*at)
        touch_row(touching, links[*at].row);
}

/* A seed takes the rows along that it is made of. */
static void touch_seed(struct touching *touching, int group, int place)
{
    const struct pool *pool = touching->pool;
    const struct pool_dead *dead = pool->dead;
    int *at = &touching->dead;
    while (*at < pool->dead_count && comes_before(dead[*at].group, dead[*at].place, group, place))
        ++*at;
    if (*at == pool->dead_count || dead[*at].group != group || dead[*at].place != place)
        return;
    const struct cut *seed = &pool->seeds[dead[*at].seed];
    touching->seed_of[dead[*at].seed] = TOUCHED;
    for (int k = 0; k < seed->term_count; k++) {
        if (seed->terms[k].kind == TERM_ROW)
            touch_row(touching, seed->terms[k].index);
    }
}

static void touch_tables(const struct touching *touching, int group, int zone)
{
    const struct pool *pool = touching->pool;
    for (int index = 0; index < pool->table_count && zone != NO_INDEX; index++) {
        const struct pool_table *table = &pool->tables[index];
        const int class = table->class_of[group];
        if (class != NO_INDEX)
            touch_row(touching, table->rows[pool_square(pool, class, zone)]);
    }
}

static void touch_choice(struct touching *touching, int group, int place)
{
    const struct pool *pool = touching->pool;
    const struct pool_place *chosen = &pool->places[place];
    for (int k = 0; k < chosen->entry_count; k++)
        touch_row(touching, pool->entries[chosen->first_entry + k].row);
    touch_links(touching, group, place);
    touch_seed(touching, group, place);
    touch_tables(touching, group, chosen->zone);
}

/* A row that nothing drawn is in can be left out where nothing chosen satisfies it, unless it has
 * counts or was asked for. */
static void touch_others(const struct touching *touching, const struct pool_draw *draw)
{
    const struct pool *pool = touching->pool;
    for (int at = 0; at < pool->count_entry_count; at++)
        touch_row(touching, pool->count_entries[at].row);
    for (int row = 0; row < pool->row_count; row++) {
        const int64_t rhs = pool->rows[row].rhs;
        const bool idle = pool->rows[row].equal ? rhs == 0 : rhs >= 0;
        if (!idle || draw->wanted[row])
            touch_row(touching, row);
    }
}

static void number_touched(int *index_of, int count)
{
    int next = 0;
    for (int index = 0; index < count; index++)
        index_of[index] = index_of[index] == TOUCHED ? next++ : NO_INDEX;
}

void pool_touch_rows(const struct pool *pool, const struct pool_draw *draw, int *row_of,
                     int *seed_of)
{
    struct touching touching = {.pool = pool, .row_of = row_of, .seed_of = seed_of};
    const bool all = draw == NULL || draw->wanted == NULL;
    for (int row = 0; row < pool->row_count; row++)
        row_of[row] = all ? TOUCHED : NO_INDEX;
    for (int seed = 0; seed < pool->seed_count; seed++)
        seed_of[seed] = all ? TOUCHED : NO_INDEX;
    for (int group = 0; group < pool->group_count && !all; group++) {
        for (int at = draw->first[group]; at < draw->first[group + 1]; at++)
            touch_choice(&touching, group, draw->places[at]);
    }
    if (!all)
        touch_others(&touching, draw);
    number_touched(row_of, pool->row_count);
    number_touched(seed_of, pool->seed_count);
}
