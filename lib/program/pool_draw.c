/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs drawn from a pool. */
#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "program/pool_touch.h"

int pool_places(const struct pool *pool, int group, int *out)
{
    return bits_list(pool_allowed(pool, group), pool->place_count, out);
}

int64_t pool_pair_count(const struct pool *pool)
{
    int64_t sum = 0;
    for (int group = 0; group < pool->group_count; group++)
        sum += bits_count(pool_allowed(pool, group), pool->place_count);
    return sum;
}

/* A row of a tie, and the count that it belongs to. */
struct tied {
    int row, count;
};

/* What is drawn from, and how far the drawing is: links and dead choices stand in the order in
 * which choices are drawn. */
struct drawing {
    const struct pool *pool;
    const struct pool_draw *draw; /* NULL: all */
    struct program *program;
    int *row_of, *seed_of;       /* where the program has the pool's */
    int *places;                 /* room for a group's */
    int *rows_of[POOL_TABLES];   /* by tie: the group's row by zone … */
    int *groups_of[POOL_TABLES]; /* … if it is this group's, counted from 1 */
    struct tied *tied;
    int tied_count, tied_room;
    int link, dead;
};

static bool drawing_open(struct drawing *drawing)
{
    const struct pool *pool = drawing->pool;
    drawing->program = program_new();
    drawing->places = memory_new((size_t)pool->place_count + 1, sizeof *drawing->places);
    drawing->row_of = memory_new((size_t)pool->row_count + 1, sizeof *drawing->row_of);
    drawing->seed_of = memory_new((size_t)pool->seed_count + 1, sizeof *drawing->seed_of);
    bool opened = drawing->program != NULL && drawing->places != NULL && drawing->row_of != NULL &&
                  drawing->seed_of != NULL;
    for (int tie = 0; tie < pool->tie_count && opened; tie++) {
        drawing->rows_of[tie] = memory_new((size_t)pool->zone_count + 1, sizeof(int));
        drawing->groups_of[tie] = memory_new((size_t)pool->zone_count + 1, sizeof(int));
        opened = drawing->rows_of[tie] != NULL && drawing->groups_of[tie] != NULL;
    }
    return opened;
}

static void drawing_close(struct drawing *drawing)
{
    memory_free(drawing->row_of);
    memory_free(drawing->seed_of);
    memory_free(drawing->places);
    for (int tie = 0; tie < POOL_TABLES; tie++) {
        memory_free(drawing->rows_of[tie]);
        memory_free(drawing->groups_of[tie]);
    }
    memory_free(drawing->tied);
}

static void add_seed(struct drawing *drawing, const struct cut *seed)
{
    struct program *program = drawing->program;
    const int index = program_add_seed(program, seed->terms, seed->term_count);
    struct term *terms = index == NO_INDEX ? NULL : program->seeds[index].terms;
    for (int k = 0; k < seed->term_count && terms != NULL; k++) {
        if (terms[k].kind == TERM_ROW)
            terms[k].index = drawing->row_of[terms[k].index];
    }
}

static void add_entry(struct drawing *drawing, int row, int64_t coefficient)
{
    if (row != NO_INDEX)
        program_add_entry(drawing->program, drawing->row_of[row], coefficient);
}

static void add_groups_and_rows(struct drawing *drawing)
{
    const struct pool *pool = drawing->pool;
    struct program *program = drawing->program;
    for (int group = 0; group < pool->group_count; group++)
        program_add_group(program, pool->groups[group].name);
    pool_touch_rows(pool, drawing->draw, drawing->row_of, drawing->seed_of);
    for (int row = 0; row < pool->row_count; row++) {
        const struct program_row *it = &pool->rows[row];
        if (drawing->row_of[row] != NO_INDEX)
            program_add_row(program, it->name, it->equal, it->rhs);
    }
    for (int seed = 0; seed < pool->seed_count; seed++) {
        if (drawing->seed_of[seed] != NO_INDEX)
            add_seed(drawing, &pool->seeds[seed]);
    }
}

static void tell_where(const struct drawing *drawing)
{
    const struct pool *pool = drawing->pool;
    const struct pool_draw *draw = drawing->draw;
    if (draw == NULL || draw->row_of == NULL)
        return;
    memcpy(draw->row_of, drawing->row_of, (size_t)pool->row_count * sizeof *draw->row_of);
    memcpy(draw->seed_of, drawing->seed_of, (size_t)pool->seed_count * sizeof *draw->seed_of);
}

static bool keep_tied(struct drawing *drawing, struct tied tied)
{
    if (drawing->tied_count == drawing->tied_room) {
        const int wanted = drawing->tied_room > 0 ? 2 * drawing->tied_room : 64;
        struct tied *grown =
            memory_grow(drawing->tied, (size_t)drawing->tied_room, (size_t)wanted, sizeof *grown);
        if (grown == NULL)
            return false;
        drawing->tied = grown;
        drawing->tied_room = wanted;
    }
    drawing->tied[drawing->tied_count++] = tied;
    return true;
}

static int add_tie_row(struct drawing *drawing, const struct pool_tie *tie, int group, int zone)
{
    const struct pool *pool = drawing->pool;
    struct program *program = drawing->program;
    const int class = tie->class_of[group];
    const int count = tie->counts[(size_t) class * (size_t)pool->zone_count + (size_t)zone];
    if (count == NO_INDEX)
        return NO_INDEX;
    const char *name = program_name(program, "%s/%s/%s/%s", tie->prefix, pool->classes[class],
                                    pool->zones[zone], pool->groups[group].name);
    const int row = program_add_row(program, name, false, 0);
    if (row == NO_INDEX)
        return NO_INDEX;
    program->rows[row].lazy = true;
    program->failed = !keep_tied(drawing, (struct tied){row, count});
    return row;
}

/* The row is made when the first choice of the group in the zone is drawn. */
static void add_tie_entries(struct drawing *drawing, int group, int zone)
{
    const struct pool *pool = drawing->pool;
    for (int index = 0; index < pool->tie_count && zone != NO_INDEX; index++) {
        const struct pool_tie *tie = &pool->ties[index];
        if (tie->class_of[group] == NO_INDEX)
            continue;
        int *rows = drawing->rows_of[index], *groups = drawing->groups_of[index];
        assert(rows != NULL && groups != NULL);
        if (groups[zone] != group + 1)
            rows[zone] = add_tie_row(drawing, tie, group, zone);
        groups[zone] = group + 1;
        program_add_entry(drawing->program, rows[zone], 1);
    }
}

static void add_table_entries(struct drawing *drawing, int group, int zone)
{
    const struct pool *pool = drawing->pool;
    for (int index = 0; index < pool->table_count && zone != NO_INDEX; index++) {
        const struct pool_table *table = &pool->tables[index];
        const int class = table->class_of[group];
        if (class == NO_INDEX)
            continue;
        const size_t at = (size_t) class * (size_t)pool->zone_count + (size_t)zone;
        add_entry(drawing, table->rows[at], pool->groups[group].measures[table->measure]);
    }
}

static bool comes_before(int group, int place, int other_group, int other_place)
{
    return group != other_group ? group < other_group : place < other_place;
}

static void add_links(struct drawing *drawing, int group, int place)
{
    const struct pool *pool = drawing->pool;
    const struct pool_link *links = pool->links;
    int *at = &drawing->link;
    while (*at < pool->link_count && comes_before(links[*at].group, links[*at].place, group, place))
        ++*at;
    for (; *at < pool->link_count && links[*at].group == group && links[*at].place == place; ++*at)
        add_entry(drawing, links[*at].row, links[*at].coefficient);
}

static int dead_by(struct drawing *drawing, int group, int place)
{
    const struct pool *pool = drawing->pool;
    const struct pool_dead *dead = pool->dead;
    int *at = &drawing->dead;
    while (*at < pool->dead_count && comes_before(dead[*at].group, dead[*at].place, group, place))
        ++*at;
    const bool is_dead =
        *at < pool->dead_count && dead[*at].group == group && dead[*at].place == place;
    return is_dead ? drawing->seed_of[dead[*at].seed] : NO_INDEX;
}

static void add_choice(struct drawing *drawing, int group, int place)
{
    const struct pool *pool = drawing->pool;
    const struct pool_group *chooser = &pool->groups[group];
    const struct pool_place *chosen = &pool->places[place];
    struct program *program = drawing->program;
    const char *name = program_name(program, "%s/%s", chooser->name, chosen->name);
    const int column = program_add_choice(program, name, group, place, chooser->pinned == place);
    if (column == NO_INDEX)
        return;
    program->columns[column].dead_by = dead_by(drawing, group, place);
    for (int k = 0; k < chosen->entry_count; k++) {
        const struct pool_entry *entry = &pool->entries[chosen->first_entry + k];
        add_entry(drawing, entry->row, entry->factor * chooser->measures[entry->measure]);
    }
    add_links(drawing, group, place);
    add_table_entries(drawing, group, chosen->zone);
    add_tie_entries(drawing, group, chosen->zone);
}

/* The group's drawn places; `count` is set. */
static const int *drawn_places(const struct drawing *drawing, int group, int *count)
{
    const struct pool_draw *draw = drawing->draw;
    if (draw != NULL) {
        *count = draw->first[group + 1] - draw->first[group];
        return draw->places + draw->first[group];
    }
    *count = pool_places(drawing->pool, group, drawing->places);
    return drawing->places;
}

static void add_choices(struct drawing *drawing)
{
    for (int group = 0; group < drawing->pool->group_count && !drawing->program->failed; group++) {
        int count = 0;
        const int *places = drawn_places(drawing, group, &count);
        for (int k = 0; k < count; k++)
            add_choice(drawing, group, places[k]);
    }
}

/* Puts the tied rows in order of count, so that each count finds its own; `first` has count_count +
 * 2, and ends as the first of each count and one more. */
static void sort_tied(const struct drawing *drawing, int *first, int *rows)
{
    for (int k = 0; k < drawing->tied_count; k++)
        first[drawing->tied[k].count + 2]++;
    for (int count = 0; count < drawing->pool->count_count; count++)
        first[count + 2] += first[count + 1];
    for (int k = 0; k < drawing->tied_count; k++)
        rows[first[drawing->tied[k].count + 1]++] = drawing->tied[k].row;
}

static void add_counts(struct drawing *drawing)
{
    const struct pool *pool = drawing->pool;
    struct program *program = drawing->program;
    int *first = memory_new((size_t)pool->count_count + 2, sizeof *first);
    int *rows = memory_new((size_t)drawing->tied_count + 1, sizeof *rows);
    const bool ready = first != NULL && rows != NULL && !program->failed;
    program->failed = !ready;
    if (ready)
        sort_tied(drawing, first, rows);
    for (int index = 0; index < pool->count_count && ready; index++) {
        const struct pool_count *count = &pool->counts[index];
        program_add_count(program, count->name, count->upper, count->price);
        for (int k = 0; k < count->entry_count; k++) {
            const struct program_entry *entry = &pool->count_entries[count->first_entry + k];
            add_entry(drawing, entry->row, entry->coefficient);
        }
        for (int k = first[index]; k < first[index + 1]; k++)
            program_add_entry(program, rows[k], -1);
    }
    memory_free(first);
    memory_free(rows);
}

static void fill_stage(struct drawing *drawing, int stage, int64_t *points)
{
    const struct pool *pool = drawing->pool;
    const struct program *program = drawing->program;
    int column = 0;
    for (int group = 0; group < pool->group_count; group++) {
        int count = 0;
        const int *places = drawn_places(drawing, group, &count);
        if (count > 0)
            pool_points(pool, stage, group, places, count, points + column);
        column += count;
    }
    for (; column < program->column_count && stage == pool->priced_stage; column++)
        points[column] = -program->columns[column].price;
}

static void add_stages(struct drawing *drawing)
{
    const struct pool *pool = drawing->pool;
    struct program *program = drawing->program;
    for (int stage = 0; stage < pool->stage_count; stage++) {
        int64_t *points = program_add_stage(program, pool->stages[stage]);
        if (points == NULL)
            return;
        program->totals[stage] = pool->totals[stage];
        fill_stage(drawing, stage, points);
    }
}

struct program *pool_program(const struct pool *pool, const struct pool_draw *draw)
{
    struct drawing drawing = {.pool = pool, .draw = draw};
    bool drawn = drawing_open(&drawing);
    if (drawn) {
        add_groups_and_rows(&drawing);
        tell_where(&drawing);
        add_choices(&drawing);
        add_counts(&drawing);
        add_stages(&drawing);
        drawn = !drawing.program->failed;
    }
    drawing_close(&drawing);
    if (drawn)
        return drawing.program;
    program_free(drawing.program);
    return NULL;
}
