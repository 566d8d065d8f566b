/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/prices.h"

#include <math.h>

#include "solve/master.h"

/* Steps are cheap, one look at every pair each; after these the simplex does better. */
enum { STEPS = 300 };

struct ascent {
    double *price;   /* by row, of the row divided by its scale */
    double *slope;   /* by row */
    double *history; /* by row: squares of the slopes so far */
    double length;
};

static double left_of(const struct search *search, const struct ascent *ascent, int column)
{
    const struct program *program = search->program;
    const struct program_column *it = &program->columns[column];
    double left = (double)search->points[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        left -= ascent->price[entry->row] * (double)entry->coefficient / search->scales[entry->row];
    }
    return left;
}

static void use(const struct search *search, struct ascent *ascent, int column, double times)
{
    const struct program *program = search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        ascent->slope[entry->row] -=
            times * (double)entry->coefficient / search->scales[entry->row];
    }
}

/* The column that a group takes at these prices: the pinned one, else the best above 0. */
static int best_of_group(const struct search *search, int group)
{
    int best = NO_INDEX;
    double most = 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        int column = search->group_columns[at];
        bool pinned = search->program->columns[column].pinned;
        if (!search->barred[column] && (pinned || search->prices[column] > most)) {
            most = search->prices[column];
            best = column;
        }
    }
    return best;
}

/* The slope of the Lagrangian: what each row has left when every group takes its best. */
static void find_slopes(struct search *search, struct ascent *ascent)
{
    const struct program *program = search->program;
    for (int row = 0; row < program->row_count; row++)
        ascent->slope[row] = (double)program->rows[row].rhs / search->scales[row];
    for (int column = 0; column < program->column_count; column++)
        search->prices[column] = left_of(search, ascent, column);
    for (int group = 0; group < program->group_count; group++) {
        int best = best_of_group(search, group);
        if (best != NO_INDEX)
            use(search, ascent, best, 1);
    }
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group == NO_INDEX && search->prices[column] > 0)
            use(search, ascent, column, (double)program->columns[column].upper);
    }
}

static void step(const struct search *search, struct ascent *ascent)
{
    for (int row = 0; row < search->program->row_count; row++) {
        double slope = ascent->slope[row];
        if (slope == 0 || search->idle[row] || search->program->rows[row].lazy)
            continue;
        ascent->history[row] += slope * slope;
        ascent->price[row] -= ascent->length * slope / sqrt(ascent->history[row]);
        if (ascent->price[row] < 0 && !search->program->rows[row].equal)
            ascent->price[row] = 0;
    }
}

/* At most half of the stage's work goes into prices, however many pairs there are. */
static bool may_step(struct search *search)
{
    return search_goes_on(search) &&
           (search->work_limit == 0 || search->work < search->work_limit / 2);
}

void prices_known(struct search *search)
{
    const struct aside *aside = search->aside;
    for (int column = 0; column < search->program->column_count; column++)
        search->prices[column] = (double)search->points[column];
    for (int k = 0; k < aside->count; k++) {
        const int row = aside->terms[k].index;
        const double price = (double)aside->terms[k].multiplier / MILLION;
        for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++)
            search->prices[search->row_columns[at]] -= price * (double)search->row_coefficients[at];
    }
}

void prices_find(struct search *search)
{
    const struct program *program = search->program;
    if (search->aside != NULL) {
        prices_known(search);
        return;
    }
    size_t rows = (size_t)program->row_count + 1;
    struct ascent ascent = {.price = borrow(search, rows, sizeof(double)),
                            .slope = borrow(search, rows, sizeof(double)),
                            .history = borrow(search, rows, sizeof(double))};
    for (int column = 0; column < program->column_count; column++)
        ascent.length = fmax(ascent.length, 0.05 * fabs((double)search->points[column]));
    search->doing = SOLVE_PRICES;
    for (int k = 0; k < STEPS && may_step(search); k++) {
        find_slopes(search, &ascent);
        step(search, &ascent);
        search->work += program->entry_count;
    }
}

void prices_at_duals(struct search *search)
{
    const struct program *program = search->program;
    double *prices = search->prices;
    for (int column = 0; column < program->column_count; column++)
        prices[column] = (double)search->points[column];
    for (int row = 0; row < program->row_count; row++) {
        double dual = master_row_dual(search, row);
        for (int at = search->row_starts[row]; dual != 0 && at < search->row_starts[row + 1]; at++)
            prices[search->row_columns[at]] -= dual * (double)search->row_coefficients[at];
    }
    for (int group = 0; group < program->group_count; group++) {
        double dual = master_group_dual(search, group);
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++)
            prices[search->group_columns[at]] -= dual;
    }
    for (int cut = search->program->seed_count; cut < search->cut_count; cut++) {
        const struct cut_row *it = &search->cuts[cut];
        double dual = it->lp_row == NO_INDEX
                          ? 0
                          : lp_dual(search->lp, it->lp_row) / search->row_scale[it->lp_row];
        for (int at = 0; dual != 0 && at < it->count; at++)
            prices[it->columns[at]] -= dual * (double)it->coefficients[at];
    }
}
