/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/master_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a lazy row has to be violated by, of its largest coefficient. */
static const double violated = 1e-6;

static void add_overflow(struct search *search, int row, double sign)
{
    int column = lp_add_column(search->lp, -search->penalty, -1, 1, &row, &sign);
    master_remember_column(search, column, NO_INDEX);
}

static void remember_row(struct search *search, int lp_row, double scale)
{
    if (lp_row >= search->lp_row_room)
        search->row_scale = take_more(search, search->row_scale, lp_row, &search->lp_row_room,
                                      sizeof *search->row_scale);
    search->row_scale[lp_row] = scale;
}

static double largest_of(const int64_t *coefficients, int count)
{
    int64_t largest = 1;
    for (int k = 0; k < count; k++)
        largest = llabs(coefficients[k]) > largest ? llabs(coefficients[k]) : largest;
    return (double)largest;
}

/* A row should not overflow because that is cheaper than its counts. */
static void cover_prices(struct search *search)
{
    for (int row = 0; row < search->program->row_count; row++) {
        for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++) {
            double price = -(double)search->points[search->ease_counts[at]];
            double most = 2 * price * search->scales[row] / (double)search->ease_parts[at];
            search->penalty = fmax(search->penalty, most);
        }
    }
}

static void find_scales(struct search *search)
{
    const size_t rows = (size_t)search->program->row_count + 1;
    search->scales = take(search, rows, sizeof *search->scales);
    search->lp_row = take(search, rows, sizeof *search->lp_row);
    for (int row = 0; row < search->program->row_count; row++) {
        const int first = search->row_starts[row];
        search->scales[row] =
            largest_of(&search->row_coefficients[first], search->row_starts[row + 1] - first);
        search->lp_row[row] = NO_INDEX;
    }
}

void master_add_rows(struct search *search)
{
    const struct program *program = search->program;
    find_scales(search);
    for (int row = 0; row < program->row_count; row++) {
        const struct program_row *it = &program->rows[row];
        if (it->lazy || search->idle[row])
            continue;
        search->lp_row[row] =
            lp_add_row(search->lp, (double)it->rhs / search->scales[row], it->equal);
        remember_row(search, search->lp_row[row], search->scales[row]);
    }
    search->first_group_row = lp_rows(search->lp);
    for (int group = 0; group < program->group_count; group++)
        remember_row(search, lp_add_row(search->lp, 1.0, false), 1.0);
    cover_prices(search);
    for (int row = 0; row < program->row_count; row++) {
        if (search->lp_row[row] == NO_INDEX)
            continue;
        add_overflow(search, search->lp_row[row], -1.0);
        if (program->rows[row].equal)
            add_overflow(search, search->lp_row[row], 1.0);
    }
}

/* A row that comes late, and what it stands for, as in search->late. */
struct late_row {
    const int *columns;
    const int64_t *coefficients;
    int count;
    int64_t rhs;
    double scale;
    int late;
};

static void remember_late(struct search *search, int late)
{
    if (search->late_count == search->late_room)
        search->late = take_more(search, search->late, search->late_count, &search->late_room,
                                 sizeof *search->late);
    search->late[search->late_count++] = late;
}

/* Over the columns that are in. */
static int add_late(struct search *search, const struct late_row *it)
{
    master_make_room(search, it->count + 1);
    int count = 0;
    for (int at = 0; at < it->count; at++) {
        if (search->lp_column[it->columns[at]] == NO_INDEX)
            continue;
        search->entry_rows[count] = search->lp_column[it->columns[at]];
        search->entry_values[count++] = (double)it->coefficients[at] / it->scale;
    }
    const int row = lp_add_full_row(search->lp, (double)it->rhs / it->scale, count,
                                    search->entry_rows, search->entry_values);
    remember_row(search, row, it->scale);
    add_overflow(search, row, -1.0);
    remember_late(search, it->late);
    return row;
}

void master_add_cut(struct search *search, int cut)
{
    struct cut_row *it = &search->cuts[cut];
    const double scale = largest_of(it->coefficients, it->count);
    const struct late_row row = {it->columns, it->coefficients, it->count, it->rhs, scale, cut};
    it->lp_row = add_late(search, &row);
}

static bool is_violated(const struct search *search, int row)
{
    double left = (double)search->program->rows[row].rhs;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++)
        left -=
            (double)search->row_coefficients[at] * master_value(search, search->row_columns[at]);
    return left < -violated * search->scales[row];
}

bool master_take_violated(struct search *search)
{
    const struct program *program = search->program;
    bool any = false;
    for (int row = 0; row < program->row_count; row++) {
        if (!program->rows[row].lazy || search->idle[row] || search->lp_row[row] != NO_INDEX ||
            !is_violated(search, row))
            continue;
        const int first = search->row_starts[row];
        const struct late_row late = {.columns = search->row_columns + first,
                                      .coefficients = search->row_coefficients + first,
                                      .count = search->row_starts[row + 1] - first,
                                      .rhs = program->rows[row].rhs,
                                      .scale = search->scales[row],
                                      .late = -1 - row};
        search->lp_row[row] = add_late(search, &late);
        any = true;
    }
    return any;
}

/* GLPK numbers the rows that stay anew, without gaps and in the old order. */
static void renumber(struct search *search)
{
    const int first = search->first_group_row + search->program->group_count;
    int kept = 0;
    for (int at = 0; at < search->late_count; at++) {
        const int late = search->late[at];
        int *row = late < 0 ? &search->lp_row[-1 - late] : &search->cuts[late].lp_row;
        if (*row == NO_INDEX)
            continue;
        search->row_scale[first + kept] = search->row_scale[first + at];
        search->late[kept] = late;
        *row = first + kept++;
    }
    search->late_count = kept;
}

void master_drop_idle_cuts(struct search *search)
{
    int *rows = borrow(search, (size_t)search->cut_count + 1, sizeof *rows);
    int count = 0;
    for (int at = 0; at < search->late_count; at++) {
        if (search->late[at] < 0)
            continue;
        struct cut_row *it = &search->cuts[search->late[at]];
        it->idle = lp_row_basic(search->lp, it->lp_row) ? it->idle + 1 : 0;
        if (it->idle < 3)
            continue;
        rows[count++] = it->lp_row;
        it->lp_row = NO_INDEX;
    }
    lp_delete_rows(search->lp, count, rows);
    renumber(search);
}

double master_row_dual(const struct search *search, int row)
{
    const int lp_row = search->lp_row[row];
    return lp_row == NO_INDEX ? 0 : lp_dual(search->lp, lp_row) / search->scales[row];
}

double master_group_dual(const struct search *search, int group)
{
    return lp_dual(search->lp, search->first_group_row + group);
}
