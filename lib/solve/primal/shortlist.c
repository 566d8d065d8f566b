/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/shortlist.h"

#include "solve/prices.h"
#include "solve/primal/ranking.h"

static double *find_losses(struct search *search)
{
    const int columns = search->program->column_count;
    double *losses = borrow(search, (size_t)columns + 1, sizeof *losses);
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

struct shortlist shortlist_of(struct search *search, int least, int most, double loss)
{
    const struct program *program = search->program;
    struct shortlist list = {.losses = find_losses(search)};
    list.starts = borrow(search, (size_t)program->group_count + 2, sizeof *list.starts);
    list.columns = borrow(search, (size_t)program->column_count + 1, sizeof *list.columns);
    struct ranked *ranks = borrow(search, (size_t)program->column_count + 1, sizeof *ranks);
    int size = 0;
    for (int group = 0; group < program->group_count; group++) {
        list.starts[group] = size;
        const int count = rank_group(search, list.losses, group, ranks);
        for (int k = 0; k < count && k < most && (k < least || -ranks[k].value <= loss); k++)
            list.columns[size++] = ranks[k].index;
    }
    list.starts[program->group_count] = size;
    return list;
}
