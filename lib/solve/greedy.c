/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/greedy.h"

#include <stdlib.h>
#include <string.h>

struct turn {
    int group;
    int64_t points; /* the most that the group may bring */
};

static int compare_turns(const void *a, const void *b)
{
    const struct turn *left = a, *right = b;
    if (left->points != right->points)
        return left->points < right->points ? 1 : -1;
    return left->group < right->group ? -1 : left->group > right->group;
}

static struct turn *list_turns(struct search *search)
{
    const struct program *program = search->program;
    struct turn *turns = borrow(search, (size_t)program->group_count + 1, sizeof *turns);
    for (int group = 0; group < program->group_count; group++)
        turns[group].group = group;
    for (int column = 0; column < program->column_count; column++) {
        const int group = program->columns[column].group;
        if (group != NO_INDEX && search->points[column] > turns[group].points)
            turns[group].points = search->points[column];
    }
    qsort(turns, (size_t)program->group_count, sizeof *turns, compare_turns);
    return turns;
}

static void spend(const struct program *program, int64_t *left, int column, int64_t times)
{
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        left[entry->row] -= entry->coefficient * times;
    }
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
        spend(program, left, column, values[column]);

    const struct turn *turns = list_turns(search);
    for (int k = 0; k < program->group_count; k++) {
        const int column = choice_of(search, left, turns[k].group);
        if (column == NO_INDEX)
            continue;
        values[column] = 1;
        spend(program, left, column, 1);
    }
    search_offer(search, values);
}
