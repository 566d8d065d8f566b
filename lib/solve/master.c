/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/master.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "solve/exact.h"
#include "solve/master_rows.h"
#include "solve/prices.h"
#include "solve/primal/greedy.h"

/* Below this many columns all of them are in from the start; above, those that pay come
 * one by one. */
enum { ALL_COLUMNS = 4000, COLUMNS_A_GROUP = 8 };

static const double epsilon = 1e-7;

/* A bound that is no whole point above the best plan closes a case: the simplex may stop there. */
static const double beaten_by = 0.999;

/* Remembers which column of the program, if any, an lp column stands for. */
void master_remember_column(struct search *search, int lp_column, int column)
{
    if (lp_column >= search->column_of_room)
        search->column_of = take_more(search, search->column_of, lp_column, &search->column_of_room,
                                      sizeof *search->column_of);
    search->column_of[lp_column] = column;
}

/* The cut's coefficient at a column; the sparse row is in order of columns. */
static int64_t cut_coefficient(const struct cut_row *cut, int column)
{
    int low = 0, high = cut->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (cut->columns[middle] < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < cut->count && cut->columns[low] == column ? cut->coefficients[low] : 0;
}

static void add_entry(struct search *search, int *count, int lp_row, int64_t coefficient)
{
    search->entry_rows[*count] = lp_row;
    search->entry_values[(*count)++] = (double)coefficient / search->row_scale[lp_row];
}

void master_make_room(struct search *search, int wanted)
{
    if (wanted <= search->entry_room)
        return;
    search->entry_room = 2 * wanted;
    search->entry_rows = take(search, (size_t)search->entry_room, sizeof *search->entry_rows);
    search->entry_values = take(search, (size_t)search->entry_room, sizeof *search->entry_values);
}

static void add_column(struct search *search, int column)
{
    const struct program *program = search->program;
    const struct program_column *it = &program->columns[column];
    master_make_room(search, it->entry_count + 1 + search->cut_count);
    int count = 0;
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (search->lp_row[entry->row] != NO_INDEX)
            add_entry(search, &count, search->lp_row[entry->row], entry->coefficient);
    }
    if (it->group != NO_INDEX)
        add_entry(search, &count, search->first_group_row + it->group, 1);
    for (int cut = search->program->seed_count; cut < search->cut_count; cut++) {
        const struct cut_row *row = &search->cuts[cut];
        int64_t coefficient = row->lp_row == NO_INDEX ? 0 : cut_coefficient(row, column);
        if (coefficient != 0)
            add_entry(search, &count, row->lp_row, coefficient);
    }
    int lp_column = lp_add_column(search->lp, (double)search->points[column], (double)it->upper,
                                  count, search->entry_rows, search->entry_values);
    master_remember_column(search, lp_column, column);
    search->lp_column[column] = lp_column;
    master_fix(search, column);
}

/* The group's column outside the linear program that pays best, NO_INDEX when none does. */
static int best_outside(const struct search *search, int group, double least)
{
    int best = NO_INDEX;
    double most = least;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        int column = search->group_columns[at];
        bool outside = search->lp_column[column] == NO_INDEX && !search->barred[column] &&
                       search->fixed[column] == FREE;
        if (outside && search->prices[column] > most) {
            most = search->prices[column];
            best = column;
        }
    }
    return best;
}

/* Takes the few columns of a group in that pay best, if they pay more than `least`. */
static bool add_best_of_group(struct search *search, int group, double least)
{
    for (int taken = 0; taken < COLUMNS_A_GROUP; taken++) {
        int column = best_outside(search, group, least);
        if (column == NO_INDEX)
            return taken > 0;
        add_column(search, column);
    }
    return true;
}

/* All columns of a small program; of a large one what must be in and what looks good at prices
 * found without the simplex. The rest is priced in. */
static void add_first_columns(struct search *search)
{
    const struct program *program = search->program;
    search->all_in = program->column_count <= ALL_COLUMNS;
    if (!search->all_in) {
        greedy_fill(search);
        prices_find(search);
    }
    for (int group = 0; group < program->group_count && !search->all_in; group++)
        add_best_of_group(search, group, -INFINITY);
    for (int column = 0; column < program->column_count; column++) {
        bool must = search->all_in || program->columns[column].pinned ||
                    program->columns[column].group == NO_INDEX;
        if (must && !search->barred[column] && search->lp_column[column] == NO_INDEX)
            add_column(search, column);
    }
}

void master_build(struct search *search)
{
    search->lp = lp_new();
    search->penalty = 1;
    for (int column = 0; column < search->program->column_count; column++) {
        search->lp_column[column] = NO_INDEX;
        double points = fabs((double)search->points[column]);
        search->penalty = fmax(search->penalty, 2 * points);
    }
    master_add_rows(search);
    add_first_columns(search);
}

void master_add_plan(struct search *search, const int64_t *values)
{
    for (int column = 0; column < search->program->column_count; column++) {
        if (values[column] != 0 && search->lp_column[column] == NO_INDEX)
            add_column(search, column);
    }
}

static bool price_in(struct search *search)
{
    const struct program *program = search->program;
    if (search->all_in)
        return false;
    prices_at_duals(search);
    bool added = false;
    for (int group = 0; group < program->group_count; group++)
        added = add_best_of_group(search, group, epsilon * search->penalty) || added;
    return added;
}

bool master_overflows(const struct search *search)
{
    for (int column = 0; column < lp_columns(search->lp); column++) {
        if (search->column_of[column] == NO_INDEX && lp_primal(search->lp, column) > 1e-6)
            return true;
    }
    return false;
}

/* Beyond this the penalty would drown the points in the doubles of GLPK. */
static const double penalty_limit = 1e11;

static bool raise_penalty(struct search *search)
{
    if (search->penalty >= penalty_limit)
        return false;
    search->penalty *= 8;
    for (int column = 0; column < lp_columns(search->lp); column++) {
        if (search->column_of[column] == NO_INDEX)
            lp_set_objective(search->lp, column, -search->penalty);
    }
    return true;
}

/* A large program's steps take longer: its slices have fewer, by its size, never by the clock. */
static int steps_a_slice(const struct search *search)
{
    int steps = 5000000 / (lp_rows(search->lp) + lp_columns(search->lp) + 1);
    return steps > 500 ? 500 : steps < 20 ? 20 : steps;
}

/* Simplex in slices, so that somebody waiting to stop it waits little. Ends optimal or, with the
 * dual method, below what could better the best plan; else somebody stopped it or GLPK lost its
 * way. */
static enum lp_end run_simplex(struct search *search, enum lp_method method)
{
    int troubles = 0;
    while (search_goes_on(search)) {
        enum lp_end end = lp_solve(search->lp, method, steps_a_slice(search));
        if (end == LP_OPTIMAL || end == LP_BELOW || (end == LP_TROUBLE && ++troubles > 2))
            return search_goes_on(search) ? end : LP_TROUBLE;
        if (end == LP_TROUBLE) {
            lp_reset(search->lp);
            method = LP_PRIMAL;
        }
    }
    return LP_TROUBLE;
}

enum master_end master_relax(struct search *search, enum lp_method method, struct bound *bound)
{
    lp_set_least(search->lp, (double)search_target(search) + beaten_by);
    for (enum lp_method next;; method = next) {
        next = LP_PRIMAL;
        enum lp_end end = run_simplex(search, method);
        if (end == LP_TROUBLE)
            return MASTER_STOPPED;
        search->has_duals = true;
        struct bound found = exact_bound_of_duals(search);
        if (found.value < bound->value)
            *bound = exact_bound_kept(search, found);
        if (search_closes(search, bound->value))
            return MASTER_CLOSED;
        if (price_in(search) || end != LP_OPTIMAL)
            continue;
        if (!master_take_violated(search))
            return MASTER_OPTIMAL;
        next = LP_DUAL;
    }
}

enum master_end master_solve(struct search *search, enum lp_method method, struct bound *bound)
{
    *bound = (struct bound){NULL, 0, INT64_MAX};
    enum master_end end = master_relax(search, method, bound);
    while (end == MASTER_OPTIMAL && master_overflows(search) && raise_penalty(search))
        end = master_relax(search, LP_PRIMAL, bound);
    return end;
}

void master_fix(struct search *search, int column)
{
    int lp_column = search->lp_column[column];
    if (lp_column == NO_INDEX)
        return;
    const struct program_column *it = &search->program->columns[column];
    double lower = 0, upper = (double)it->upper;
    if (it->group == NO_INDEX) {
        lower = (double)search->spans[column].low;
        upper = (double)search->spans[column].high;
    } else if (it->pinned || search->fixed[column] == IN) {
        lower = 1;
    } else if (search->fixed[column] == OUT) {
        upper = 0;
    }
    lp_set_bounds(search->lp, lp_column, lower, upper);
}

double master_value(const struct search *search, int column)
{
    int lp_column = search->lp_column[column];
    return lp_column == NO_INDEX ? 0 : lp_primal(search->lp, lp_column);
}

void master_place(struct search *search, int group)
{
    const int row = search->first_group_row + group;
    const bool must = search->placed[group] == IN;
    const double one = 1;
    if (must && search->lp_excuse[group] == NO_INDEX) {
        search->lp_excuse[group] = lp_add_column(search->lp, -search->penalty, -1, 1, &row, &one);
        master_remember_column(search, search->lp_excuse[group], NO_INDEX);
    }
    if (search->lp_excuse[group] != NO_INDEX)
        lp_set_bounds(search->lp, search->lp_excuse[group], 0, must ? 1 : 0);
    lp_set_row(search->lp, row, must ? 1 : -DBL_MAX, search->placed[group] == OUT ? 0 : 1);
}

double master_share(const struct search *search, int group)
{
    double share = 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++)
        share += master_value(search, search->group_columns[at]);
    return share;
}
