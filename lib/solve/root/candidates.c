/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/root/candidates.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

static bool is_priced(const struct question *question)
{
    return question->pool->priced_stage != NO_INDEX &&
           question->pool->priced_stage <= question->stage;
}

static bool eases_for_nothing(const struct question *question, const struct pool_count *count)
{
    const struct pool *pool = question->pool;
    if (count->price != 0 && is_priced(question))
        return false;
    for (int k = 0; k < count->entry_count; k++) {
        if (pool->count_entries[count->first_entry + k].coefficient > 0)
            return false;
    }
    return true;
}

void question_find_still(const struct question *question, bool *still)
{
    const struct pool *pool = question->pool;
    for (int index = 0; index < pool->count_count; index++) {
        const struct pool_count *count = &pool->counts[index];
        for (int k = 0; k < count->entry_count && eases_for_nothing(question, count); k++)
            still[pool->count_entries[count->first_entry + k].row] = true;
    }
}

/* A list that is being written. */
struct writer {
    const struct question *question;
    struct candidates *list;
    int *first_entry, *rows;
    float *parts;
    double *points, *uppers, *rhs;
    bool *equal, *still, *must;
    int64_t *earned; /* scratch: points of a group's places */
    int column_count, entry_count, link;
};

static int compare_ints(const void *a, const void *b)
{
    const int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

/* What a group had and what it gets, in order and each once; how many. */
static int merge(const struct candidates *before, const int *places, int count, int group, int *out)
{
    int size = 0, kept = 0;
    for (int k = 0; k < count && places[k] != NO_INDEX; k++)
        out[size++] = places[k];
    for (int at = before == NULL ? 0 : before->first[group];
         before != NULL && at < before->first[group + 1]; at++)
        out[size++] = before->places[at];
    if (size > 1)
        qsort(out, (size_t)size, sizeof *out, compare_ints);
    for (int k = 0; k < size; k++) {
        if (kept == 0 || out[kept - 1] != out[k])
            out[kept++] = out[k];
    }
    return kept;
}

static bool list_places(struct candidates *list, const struct pool *pool,
                        const struct candidates *before, const int *places, int count)
{
    const size_t groups = (size_t)pool->group_count;
    const size_t had = before == NULL ? 0 : (size_t)before->first[groups];
    list->first = arena_take(list->arena, groups + 1, sizeof *list->first);
    list->places = arena_take(list->arena, groups * (size_t)count + had + 1, sizeof *list->places);
    if (list->first == NULL || list->places == NULL)
        return false;
    for (size_t group = 0; group < groups; group++)
        list->first[group + 1] =
            list->first[group] + merge(before, places + group * (size_t)count, count, (int)group,
                                       list->places + list->first[group]);
    return true;
}

static void *room(struct writer *writer, size_t count, size_t size)
{
    return arena_take(writer->list->numbers, count + 1, size);
}

static size_t most_entries(const struct writer *writer)
{
    const struct pool *pool = writer->question->pool;
    const struct candidates *list = writer->list;
    const int choices = list->first[pool->group_count];
    size_t most = (size_t)pool->link_count +
                  ((size_t)choices + (size_t)pool->count_count) *
                      ((size_t)pool->table_count + (size_t)writer->question->stage);
    for (int at = 0; at < choices; at++)
        most += (size_t)pool->places[list->places[at]].entry_count;
    return most + (size_t)pool->count_entry_count;
}

static bool make_room(struct writer *writer)
{
    const struct question *question = writer->question;
    const struct pool *pool = question->pool;
    const size_t rows = (size_t)pool->row_count + (size_t)question->stage;
    const size_t columns =
        (size_t)writer->list->first[pool->group_count] + (size_t)pool->count_count;
    const size_t entries = most_entries(writer);
    struct lagrange *it = &writer->list->lagrange;
    writer->first_entry = room(writer, columns + 1, sizeof *writer->first_entry);
    writer->rows = room(writer, entries, sizeof *writer->rows);
    writer->parts = room(writer, entries, sizeof *writer->parts);
    writer->points = room(writer, columns, sizeof *writer->points);
    writer->uppers = room(writer, columns, sizeof *writer->uppers);
    writer->rhs = room(writer, rows, sizeof *writer->rhs);
    writer->equal = room(writer, rows, sizeof *writer->equal);
    writer->still = room(writer, rows, sizeof *writer->still);
    writer->must = room(writer, (size_t)pool->group_count, sizeof *writer->must);
    writer->list->scale = arena_take(writer->list->arena, rows + 1, sizeof *writer->list->scale);
    it->worth = room(writer, columns, sizeof *it->worth);
    it->slope = room(writer, rows, sizeof *it->slope);
    it->curve = room(writer, rows, sizeof *it->curve);
    it->ahead = room(writer, rows, sizeof *it->ahead);
    it->before = room(writer, rows, sizeof *it->before);
    writer->earned = memory_new((size_t)pool->place_count + 1, sizeof *writer->earned);
    return writer->first_entry != NULL && writer->rows != NULL && writer->parts != NULL &&
           writer->points != NULL && writer->uppers != NULL && writer->rhs != NULL &&
           writer->equal != NULL && writer->still != NULL && writer->must != NULL &&
           writer->list->scale != NULL && it->worth != NULL && it->slope != NULL &&
           it->curve != NULL && it->ahead != NULL && it->before != NULL && writer->earned != NULL;
}

static void add_entry(struct writer *writer, int row, int64_t coefficient)
{
    if (row == NO_INDEX || coefficient == 0 || writer->still[row])
        return;
    writer->rows[writer->entry_count] = row;
    writer->parts[writer->entry_count++] = (float)coefficient;
    const double size = fabs((double)coefficient);
    if (size > writer->list->scale[row])
        writer->list->scale[row] = size;
}

static void end_column(struct writer *writer)
{
    writer->first_entry[++writer->column_count] = writer->entry_count;
}

static void add_links(struct writer *writer, int group, int place)
{
    const struct pool *pool = writer->question->pool;
    const int end = pool->first_link[group + 1];
    int *at = &writer->link;
    *at = *at < pool->first_link[group] ? pool->first_link[group] : *at;
    while (*at < end && pool->links[*at].place < place)
        ++*at;
    for (; *at < end && pool->links[*at].place == place; ++*at)
        add_entry(writer, pool->links[*at].row, pool->links[*at].coefficient);
}

static void add_choice(struct writer *writer, int group, int place)
{
    const struct pool *pool = writer->question->pool;
    const int64_t *measures = pool->groups[group].measures;
    const struct pool_place *it = &pool->places[place];
    for (int k = 0; k < it->entry_count; k++) {
        const struct pool_entry *entry = &pool->entries[it->first_entry + k];
        add_entry(writer, entry->row, entry->factor * measures[entry->measure]);
    }
    for (int index = 0; index < pool->table_count && it->zone != NO_INDEX; index++) {
        const struct pool_table *table = &pool->tables[index];
        const int class = table->class_of[group];
        if (class != NO_INDEX)
            add_entry(writer, table->rows[pool_square(pool, class, it->zone)],
                      measures[table->measure]);
    }
    add_links(writer, group, place);
}

/* A choice's entries in the floors come after its others, stage by stage. */
static void set_floor(struct writer *writer, int column, int stage, int64_t points)
{
    const struct question *question = writer->question;
    const int row = question->pool->row_count + stage;
    const int at = writer->first_entry[column + 1] - question->stage + stage;
    writer->rows[at] = row;
    writer->parts[at] = (float)-points;
    writer->list->scale[row] = fmax(writer->list->scale[row], fabs((double)points));
}

static void add_group(struct writer *writer, int group)
{
    const struct question *question = writer->question;
    const struct pool *pool = question->pool;
    const int *places = writer->list->places + writer->list->first[group];
    const int count = writer->list->first[group + 1] - writer->list->first[group];
    const int begin = writer->column_count;
    writer->must[group] = pool->groups[group].pinned != NO_INDEX;
    for (int k = 0; k < count; k++) {
        add_choice(writer, group, places[k]);
        writer->entry_count += question->stage;
        end_column(writer);
    }
    for (int stage = 0; stage <= question->stage && count > 0; stage++) {
        pool_points(pool, stage, group, places, count, writer->earned);
        for (int k = 0; k < count && stage < question->stage; k++)
            set_floor(writer, begin + k, stage, writer->earned[k]);
    }
    for (int k = 0; k < count; k++)
        writer->points[begin + k] = (double)writer->earned[k];
}

static void add_count(struct writer *writer, int index)
{
    const struct question *question = writer->question;
    const struct pool *pool = question->pool;
    const struct pool_count *count = &pool->counts[index];
    for (int k = 0; k < count->entry_count; k++) {
        const struct program_entry *entry = &pool->count_entries[count->first_entry + k];
        add_entry(writer, entry->row, entry->coefficient);
    }
    if (is_priced(question) && pool->priced_stage < question->stage)
        add_entry(writer, pool->row_count + pool->priced_stage, count->price);
    writer->points[writer->column_count] =
        pool->priced_stage == question->stage ? -(double)count->price : 0;
    writer->uppers[writer->column_count] = (double)count->upper;
    end_column(writer);
}

static void set_rows(struct writer *writer)
{
    const struct question *question = writer->question;
    const struct pool *pool = question->pool;
    const int rows = pool->row_count + question->stage;
    question_find_still(question, writer->still);
    for (int row = 0; row < rows; row++) {
        writer->list->scale[row] = 1;
        writer->equal[row] = row < pool->row_count && pool->rows[row].equal;
    }
}

static void scale_rows(struct writer *writer)
{
    const struct question *question = writer->question;
    const struct pool *pool = question->pool;
    const double *scale = writer->list->scale;
    for (int k = 0; k < writer->entry_count; k++)
        writer->parts[k] = (float)((double)writer->parts[k] / scale[writer->rows[k]]);
    for (int row = 0; row < pool->row_count + question->stage; row++) {
        const int64_t rhs =
            row < pool->row_count ? pool->rows[row].rhs : -question->values[row - pool->row_count];
        writer->rhs[row] = writer->still[row] ? 0 : (double)rhs / scale[row];
    }
}

/* What a floor's price takes along, and what that changes for each column. */
static bool find_way(struct writer *writer, int floor, struct floor_way *way)
{
    const struct question *question = writer->question;
    const int rows = question->pool->row_count;
    const double *scale = writer->list->scale;
    double *along = room(writer, (size_t)rows + (size_t)question->stage, sizeof *along);
    double *change = room(writer, (size_t)writer->column_count, sizeof *change);
    if (along == NULL || change == NULL)
        return false;
    for (int row = 0; row < rows + floor; row++)
        along[row] = writer->still[row] ? 0
                                        : (double)question->found[floor][row] / 1e6 * scale[row] /
                                              scale[rows + floor];
    along[rows + floor] = 1;
    for (int column = 0; column < writer->column_count; column++) {
        for (int k = writer->first_entry[column]; k < writer->first_entry[column + 1]; k++)
            change[column] += along[writer->rows[k]] * (double)writer->parts[k];
    }
    *way = (struct floor_way){rows + floor, along, change};
    return true;
}

static bool find_ways(struct writer *writer)
{
    const int stage = writer->question->stage;
    struct lagrange *it = &writer->list->lagrange;
    struct floor_way *ways = room(writer, (size_t)stage, sizeof *ways);
    it->spread = room(writer, (size_t)stage, sizeof *it->spread);
    it->begun = room(writer, (size_t)stage, sizeof *it->begun);
    bool found = ways != NULL && it->spread != NULL && it->begun != NULL;
    for (int floor = 0; floor < stage && found; floor++)
        found = find_way(writer, floor, &ways[floor]);
    it->floors = ways;
    it->floor_count = stage;
    return found;
}

static bool write_list(struct writer *writer)
{
    const struct pool *pool = writer->question->pool;
    struct lagrange *it = &writer->list->lagrange;
    set_rows(writer);
    for (int group = 0; group < pool->group_count; group++)
        add_group(writer, group);
    for (int count = 0; count < pool->count_count; count++)
        add_count(writer, count);
    scale_rows(writer);
    it->row_count = pool->row_count + writer->question->stage;
    it->group_count = pool->group_count;
    it->column_count = writer->column_count;
    it->first = writer->list->first;
    it->must = writer->must;
    it->points = writer->points;
    it->uppers = writer->uppers;
    it->first_entry = writer->first_entry;
    it->rows = writer->rows;
    it->parts = writer->parts;
    it->rhs = writer->rhs;
    it->equal = writer->equal;
    it->still = writer->still;
    return find_ways(writer);
}

struct candidates *candidates_new(const struct question *question, const struct candidates *before,
                                  const int *places, int count)
{
    struct arena *arena = arena_new();
    struct candidates *list = arena == NULL ? NULL : arena_take(arena, 1, sizeof *list);
    if (list == NULL) {
        arena_free(arena);
        return NULL;
    }
    list->arena = arena;
    list->numbers = arena_new();
    struct writer writer = {.question = question, .list = list};
    const bool made = list->numbers != NULL &&
                      list_places(list, question->pool, before, places, count) &&
                      make_room(&writer) && write_list(&writer);
    memory_free(writer.earned);
    if (made)
        return list;
    candidates_free(list);
    return NULL;
}

void candidates_prune(struct candidates *list, const double *prices, double loss)
{
    const struct lagrange *lagrange = &list->lagrange;
    int kept = 0, at = 0;
    lagrange_value(lagrange, prices);
    for (int group = 0; group < lagrange->group_count; group++) {
        const int end = list->first[group + 1];
        double most = 0;
        for (int k = at; k < end; k++)
            most = fmax(most, lagrange->worth[k]);
        for (; at < end; at++) {
            if (lagrange->worth[at] >= most - loss)
                list->places[kept++] = list->places[at];
        }
        list->first[group + 1] = kept;
    }
    candidates_forget(list);
}

void candidates_forget(struct candidates *list)
{
    arena_free(list->numbers);
    list->numbers = NULL;
}

void candidates_free(struct candidates *list)
{
    if (list == NULL)
        return;
    arena_free(list->numbers);
    arena_free(list->arena);
}
