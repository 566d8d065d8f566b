/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/search.h"

#include <assert.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "solve/cuts/cuts.h"
#include "solve/exact.h"
#include "solve/idle.h"
#include "solve/primal/settle.h"

void *claim(struct arena *arena, size_t count, size_t size)
{
    void *block = arena_take(arena, count, size);
    if (block == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    return block;
}

void *take(struct search *search, size_t count, size_t size)
{
    return claim(*search->arena, count, size);
}

void *borrow(struct search *search, size_t count, size_t size)
{
    return claim(*search->scratch, count, size);
}

void give_back(struct search *search)
{
    arena_free(*search->scratch);
    *search->scratch = arena_new();
    if (*search->scratch == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
}

void *take_more(struct search *search, const void *block, int count, int *room, size_t size)
{
    int wanted = *room > 0 ? 2 * *room : 64;
    while (wanted <= count)
        wanted *= 2;
    char *more = take(search, (size_t)wanted, size);
    if (count > 0)
        memcpy(more, block, (size_t)count * size);
    *room = wanted;
    return more;
}

double search_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* The caller is told a few times a second, not more. */
static bool caller_goes_on(struct search *search, double now)
{
    const struct solve_limits *limits = search->limits;
    if (limits->on_progress == NULL || now - search->told < 0.1)
        return true;
    search->told = now;
    struct solve_progress progress = {.stage = search->stage,
                                      .value = search->best_value,
                                      .bound = search->bound,
                                      .has_value = search->has_plan,
                                      .work = (search->spent + search->work) / WORK_UNIT,
                                      .open = search->open_count,
                                      .doing = search->doing};
    return limits->on_progress(&progress, limits->user);
}

bool search_goes_on(struct search *search)
{
    if (search->end != SOLVE_DONE)
        return false;
    if (search->lp != NULL) {
        int64_t effort = lp_effort(search->lp) - search->effort_counted;
        search->effort_counted += effort;
        search->work += effort;
    }
    const struct solve_limits *limits = search->limits;
    if (search->work_limit > 0 && search->work > search->work_limit)
        search->end = SOLVE_STOPPED_BY_LIMIT;
    if (search->deadline > 0 || limits->on_progress != NULL) {
        double now = search_clock();
        if (search->deadline > 0 && now > search->deadline)
            search->end = SOLVE_STOPPED_BY_LIMIT;
        if (!caller_goes_on(search, now))
            search->end = SOLVE_STOPPED_BY_CALLER;
    }
    return search->end == SOLVE_DONE;
}

int64_t search_target(const struct search *search)
{
    const int64_t level = search->aside != NULL ? search->aside->level : INT64_MIN;
    return level > search->best_value ? level : search->best_value;
}

bool search_meets(const struct search *search, int64_t bound)
{
    bound = bound < search->known ? bound : search->known;
    wide gap = (wide)bound - search->best_value;
    const wide told = (wide)bound - search->program->totals[search->stage];
    const wide size = told < 0 ? -told : told;
    return gap <= 0 || gap * MILLION <= search->limits->gap_ppm * size;
}

bool search_closes(const struct search *search, int64_t bound)
{
    return bound <= search_target(search) || search->known <= search_target(search) ||
           search_meets(search, bound);
}

bool search_offer(struct search *search, const int64_t *values)
{
    const size_t columns = (size_t)search->program->column_count;
    int64_t *plan = search->offered;
    memcpy(plan, values, columns * sizeof *plan);
    settle_values(search, plan);
    int64_t value = exact_points(search, plan);
    if (value <= search->best_value || !exact_feasible(search, plan))
        return false;
    memcpy(search->best, plan, columns * sizeof *plan);
    search->best_value = value;
    return true;
}

/* Columns by row, in order of columns: counted, then laid out. */
static void list_by_row(struct search *search)
{
    const struct program *program = search->program;
    int *starts = take(search, (size_t)program->row_count + 2, sizeof *starts);
    int *columns = take(search, (size_t)program->entry_count + 1, sizeof *columns);
    int64_t *coefficients = take(search, (size_t)program->entry_count + 1, sizeof *coefficients);
    for (int at = 0; at < program->entry_count; at++)
        starts[program->entries[at].row + 2]++;
    for (int row = 0; row < program->row_count; row++)
        starts[row + 2] += starts[row + 1];
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        for (int k = 0; k < it->entry_count; k++) {
            const struct program_entry *entry = &program->entries[it->first_entry + k];
            int at = starts[entry->row + 1]++;
            columns[at] = column;
            coefficients[at] = entry->coefficient;
        }
    }
    search->row_starts = starts;
    search->row_columns = columns;
    search->row_coefficients = coefficients;
}

static void list_by_group(struct search *search)
{
    const struct program *program = search->program;
    int *starts = take(search, (size_t)program->group_count + 2, sizeof *starts);
    int *columns = take(search, (size_t)program->column_count + 1, sizeof *columns);
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != NO_INDEX)
            starts[program->columns[column].group + 2]++;
    }
    for (int group = 0; group < program->group_count; group++)
        starts[group + 2] += starts[group + 1];
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != NO_INDEX)
            columns[starts[program->columns[column].group + 1]++] = column;
    }
    search->group_starts = starts;
    search->group_columns = columns;
}

/* A row's columns are in order of index, and so its counts in order of price. */
static void list_easing(struct search *search)
{
    const struct program *program = search->program;
    int *starts = take(search, (size_t)program->row_count + 2, sizeof *starts);
    int *counts = take(search, (size_t)program->entry_count + 1, sizeof *counts);
    int64_t *parts = take(search, (size_t)program->entry_count + 1, sizeof *parts);
    int size = 0;
    for (int row = 0; row < program->row_count; row++) {
        starts[row] = size;
        const int end = program->rows[row].equal ? 0 : search->row_starts[row + 1];
        for (int at = search->row_starts[row]; at < end; at++) {
            if (search->row_coefficients[at] >= 0 ||
                program->columns[search->row_columns[at]].group != NO_INDEX)
                continue;
            counts[size] = search->row_columns[at];
            parts[size] = -search->row_coefficients[at];
            assert(size == starts[row] || program->columns[counts[size - 1]].price <=
                                              program->columns[counts[size]].price);
            size++;
        }
    }
    starts[program->row_count] = size;
    search->ease_starts = starts;
    search->ease_counts = counts;
    search->ease_parts = parts;
}

static void find_counts(struct search *search)
{
    const struct program *program = search->program;
    bool *has_count = take(search, (size_t)program->row_count + 1, sizeof *has_count);
    search->has_count = has_count;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        const bool counts = it->group == NO_INDEX;
        for (int k = 0; k < it->entry_count && counts; k++)
            has_count[program->entries[it->first_entry + k].row] = true;
        assert(!counts || search->points[column] <= 0);
        search->has_prices = search->has_prices || (counts && search->points[column] != 0);
    }
}

static void find_barred(struct search *search)
{
    const struct program *program = search->program;
    for (int group = 0; group < program->group_count; group++) {
        bool pinned = false;
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++)
            pinned = pinned || program->columns[search->group_columns[at]].pinned;
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            const struct program_column *it = &program->columns[search->group_columns[at]];
            search->barred[search->group_columns[at]] =
                it->dead_by != NO_INDEX || (pinned && !it->pinned);
        }
    }
}

void search_start(struct search *search, const struct program *program, const int64_t *plan,
                  const struct heritage *heritage)
{
    size_t columns = (size_t)program->column_count + 1;
    search->program = program;
    search->points = program->objectives[search->stage];
    search->fixed = take(search, columns, sizeof *search->fixed);
    search->spans = take(search, columns, sizeof *search->spans);
    search->reduced = take(search, columns, sizeof *search->reduced);
    search->sums = take(search, columns, sizeof *search->sums);
    search->summed = take(search, columns, sizeof *search->summed);
    search->touched = take(search, columns, sizeof *search->touched);
    search->prices = take(search, columns, sizeof *search->prices);
    search->barred = take(search, columns, sizeof *search->barred);
    search->lp_column = take(search, columns, sizeof *search->lp_column);
    search->best = take(search, columns, sizeof *search->best);
    search->offered = take(search, columns, sizeof *search->offered);
    const size_t groups = (size_t)program->group_count;
    search->placed = take(search, groups + 1, sizeof *search->placed);
    search->lp_excuse = take(search, groups + 1, sizeof *search->lp_excuse);
    for (int side = 0; side < 2; side++) {
        search->gain[side] = take(search, columns + groups, sizeof(double));
        search->tries[side] = take(search, columns + groups, sizeof(int));
    }
    for (int group = 0; group < program->group_count; group++)
        search->lp_excuse[group] = NO_INDEX;
    for (int column = 0; column < program->column_count; column++)
        search->spans[column] = (struct span){0, program->columns[column].upper};
    list_by_row(search);
    list_by_group(search);
    list_easing(search);
    find_counts(search);
    find_barred(search);
    idle_find(search);
    memcpy(search->best, plan, (columns - 1) * sizeof *plan);
    settle_values(search, search->best);
    search->best_value = exact_points(search, search->best);
    search->has_plan = true;
    search->bound = exact_bound(search, NULL, 0);
    if (heritage->count > 0)
        cuts_inherit(search, heritage);
    else
        cuts_take_seeds(search);
}
