/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/shortlist.h"

#include <math.h>
#include <string.h>

#include "solve/prices.h"
#include "solve/primal/ranking.h"

static double *find_losses(struct search *search)
{
    const int columns = search->program->column_count;
    double *losses = take(search, (size_t)columns + 1, sizeof *losses);
    prices_at_duals(search);
    for (int column = 0; column < columns; column++)
        losses[column] = search->prices[column] < 0 ? -search->prices[column] : 0;
    return losses;
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
    struct shortlist list = {.losses = find_losses(search), .scale = worth_of_place(search)};
    list.starts = take(search, (size_t)program->group_count + 2, sizeof *list.starts);
    list.worths = take(search, (size_t)program->group_count + 1, sizeof *list.worths);
    list.prices = take(search, (size_t)program->row_count + 1, sizeof *list.prices);
    for (int row = 0; row < program->row_count; row++)
        list.prices[row] = lp_dual(search->lp, row) / search->row_scale[row];
    int *columns = borrow(search, (size_t)program->column_count + 1, sizeof *columns);
    struct ranked *ranks = borrow(search, (size_t)program->column_count + 1, sizeof *ranks);
    int size = 0;
    for (int group = 0; group < program->group_count; group++) {
        list.starts[group] = size;
        const int count = rank_group(search, list.losses, group, ranks);
        for (int k = 0;
             k < count && k < most && (k < least || -ranks[k].value <= part * list.scale); k++)
            columns[size++] = ranks[k].index;
        list.worths[group] = lp_dual(search->lp, program->row_count + group);
    }
    list.starts[program->group_count] = size;
    list.columns = take(search, (size_t)size + 1, sizeof *columns);
    memcpy(list.columns, columns, (size_t)size * sizeof *columns);
    return list;
}
