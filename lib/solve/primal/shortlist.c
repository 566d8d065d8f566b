/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/shortlist.h"

#include <math.h>
#include <string.h>

#include "solve/master.h"
#include "solve/prices.h"
#include "solve/primal/ranking.h"

/* Until there are duals, the multipliers that were found before the program was drawn, at which a
 * group is worth what its best column has left. */
static void take_known(struct search *search, struct shortlist *list)
{
    const struct aside *aside = search->aside;
    prices_known(search);
    for (int k = 0; k < aside->count; k++)
        list->prices[aside->terms[k].index] = (double)aside->terms[k].multiplier / MILLION;
    for (int group = 0; group < search->program->group_count; group++) {
        double worth = 0;
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            const int column = search->group_columns[at];
            worth = search->barred[column] ? worth : fmax(worth, search->prices[column]);
        }
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++)
            search->prices[search->group_columns[at]] -= worth;
        list->worths[group] = worth;
    }
}

static void take_duals(struct search *search, struct shortlist *list)
{
    const struct program *program = search->program;
    prices_at_duals(search);
    for (int row = 0; row < program->row_count; row++)
        list->prices[row] = master_row_dual(search, row);
    for (int group = 0; group < program->group_count; group++)
        list->worths[group] = master_group_dual(search, group);
}

static void find_losses(struct search *search, struct shortlist *list)
{
    const int columns = search->program->column_count;
    if (search->aside != NULL && !search->has_duals)
        take_known(search, list);
    else
        take_duals(search, list);
    for (int column = 0; column < columns; column++)
        list->losses[column] = search->prices[column] < 0 ? -search->prices[column] : 0;
}

static int rank_group(const struct search *search, const double *losses, int group,
                      struct ranked *ranks)
{
    int count = 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const int column = search->group_columns[at];
        if (!search->barred[column])
            ranks[count++] = (struct ranked){column, -losses[column]};
    }
    ranking_sort(ranks, count);
    return count;
}

/* What the choices of a group may differ by, on average. */
static double worth_of_place(const struct search *search)
{
    double sum = 0;
    for (int group = 0; group < search->program->group_count; group++) {
        double most = 0, least = 0;
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            most = fmax(most, (double)search->points[search->group_columns[at]]);
            least = fmin(least, (double)search->points[search->group_columns[at]]);
        }
        sum += most - least;
    }
    return fmax(1, sum / (search->program->group_count + 1));
}

struct shortlist shortlist_of(struct search *search, int least, int most, double part)
{
    const struct program *program = search->program;
    struct shortlist list = {.scale = worth_of_place(search)};
    list.losses = take(search, (size_t)program->column_count + 1, sizeof *list.losses);
    list.starts = take(search, (size_t)program->group_count + 2, sizeof *list.starts);
    list.worths = take(search, (size_t)program->group_count + 1, sizeof *list.worths);
    list.prices = take(search, (size_t)program->row_count + 1, sizeof *list.prices);
    find_losses(search, &list);
    int *columns = borrow(search, (size_t)program->column_count + 1, sizeof *columns);
    struct ranked *ranks = borrow(search, (size_t)program->column_count + 1, sizeof *ranks);
    int size = 0;
    for (int group = 0; group < program->group_count; group++) {
        list.starts[group] = size;
        const int count = rank_group(search, list.losses, group, ranks);
        for (int k = 0;
             k < count && k < most && (k < least || -ranks[k].value <= part * list.scale); k++)
            columns[size++] = ranks[k].index;
    }
    list.starts[program->group_count] = size;
    list.columns = take(search, (size_t)size + 1, sizeof *columns);
    memcpy(list.columns, columns, (size_t)size * sizeof *columns);
    return list;
}
