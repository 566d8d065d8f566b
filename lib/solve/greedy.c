/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/greedy.h"

#include <math.h>
#include <string.h>

#include "solve/ranking.h"

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

/* Parties, which equations hold together, are left to the search. */
static bool fits(const struct program *program, const int64_t *left, int column)
{
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (program->rows[entry->row].equal ||
            (entry->coefficient > 0 && left[entry->row] < entry->coefficient))
            return false;
    }
    return true;
}

/* The group's best column that fits; NO_INDEX when none does, or when the plan has one already. */
static int choice_of(const struct search *search, const int64_t *left, int group)
{
    int best = NO_INDEX;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const int column = search->group_columns[at];
        const int64_t least = best == NO_INDEX ? 0 : search->points[best];
        if (search->best[column] != 0)
            return NO_INDEX;
        if (!search->barred[column] && search->points[column] > least &&
            fits(search->program, left, column))
            best = column;
    }
    return best;
}

void greedy_fill(struct search *search)
{
    const struct program *program = search->program;
    int64_t *values = borrow(search, (size_t)program->column_count + 1, sizeof *values);
    int64_t *left = borrow(search, (size_t)program->row_count + 1, sizeof *left);
    memcpy(values, search->best, (size_t)program->column_count * sizeof *values);
    for (int row = 0; row < program->row_count; row++)
        left[row] = program->rows[row].rhs;
    for (int column = 0; column < program->column_count; column++)
        program_spend(program, left, column, values[column]);

    const struct ranked *turns = list_turns(search);
    for (int k = 0; k < program->group_count; k++) {
        const int column = choice_of(search, left, turns[k].index);
        if (column == NO_INDEX)
            continue;
        values[column] = 1;
        program_spend(program, left, column, 1);
    }
    search_offer(search, values);
}
