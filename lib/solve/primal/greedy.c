/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/greedy.h"

#include <math.h>
#include <string.h>

#include "solve/primal/ranking.h"
#include "solve/primal/settle.h"

/* The groups by the most that each may bring. */
static struct ranked *list_turns(struct search *search)
{
    const struct program *program = search->program;
    struct ranked *turns = borrow(search, (size_t)program->group_count + 1, sizeof *turns);
    for (int group = 0; group < program->group_count; group++)
        turns[group].index = group;
    for (int column = 0; column < program->column_count; column++) {
        const int group = program->columns[column].group;
        if (group != NO_INDEX)
            turns[group].value = fmax(turns[group].value, (double)search->points[column]);
    }
    ranking_sort(turns, program->group_count);
    return turns;
}

/* Whether counts at a price ease a row: then it is a matter of points. */
static bool is_soft(const struct search *search, int row)
{
    const int first = search->ease_starts[row];
    return first < search->ease_starts[row + 1] &&
           search->program->columns[search->ease_counts[first]].price > 0;
}

/* What a column brings after its counts; 0 when it does not fit. Parties, which equations hold
 * together, are left to the search. */
static int64_t worth(const struct settled *settled, int column)
{
    const struct search *search = settled->search;
    const struct program_column *it = &search->program->columns[column];
    int64_t points = search->points[column];
    for (int k = 0; k < it->entry_count && points > 0; k++) {
        const struct program_entry *entry = &search->program->entries[it->first_entry + k];
        const bool lacks = entry->coefficient > 0 && settled->left[entry->row] < entry->coefficient;
        if (search->program->rows[entry->row].equal || (lacks && !is_soft(search, entry->row)))
            return 0;
        const bool pays = lacks && !search->program->rows[entry->row].lazy;
        const int64_t charge = pays ? settled_charge(settled, entry->row, entry->coefficient) : 0;
        points = charge < points ? points - charge : 0;
    }
    return points;
}

/* The group's best column that fits; NO_INDEX when none does, or when the plan has one already. */
static int choice_of(const struct settled *settled, int group)
{
    const struct search *search = settled->search;
    int best = NO_INDEX;
    int64_t most = 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const int column = search->group_columns[at];
        if (search->best[column] != 0)
            return NO_INDEX;
        if (search->barred[column] || search->points[column] <= most)
            continue;
        const int64_t brings = worth(settled, column);
        best = brings > most ? column : best;
        most = brings > most ? brings : most;
    }
    return best;
}

void greedy_fill(struct search *search)
{
    const struct program *program = search->program;
    const size_t columns = (size_t)program->column_count;
    int64_t *values = borrow(search, columns + 1, sizeof *values);
    memcpy(values, search->best, columns * sizeof *values);
    struct settled settled = settled_of(search, values);
    const struct ranked *turns = list_turns(search);
    for (int k = 0; k < program->group_count; k++) {
        const int column = choice_of(&settled, turns[k].index);
        if (column == NO_INDEX)
            continue;
        values[column] = 1;
        settled_change(&settled, column, 1);
    }
    search_offer(search, values);
}
