/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/start.h"

#include <string.h>

#include "solve/exact.h"

struct filling {
    struct search *search;
    const bool *wanted;
    int64_t *values, *left; /* the plan so far; by row, what it leaves */
};

static void spend(struct filling *filling, int column, int64_t times)
{
    filling->values[column] += times;
    program_spend(filling->search->program, filling->left, column, times);
}

/* A row that is short takes the extras that it needs; whether there are so many shows afterwards.
 */
static void ease(struct filling *filling, int row)
{
    const int count = filling->search->count_of_row[row];
    if (count != NO_INDEX && filling->left[row] < 0)
        spend(filling, count, -filling->left[row]);
}

/* With a column come all that it shares an equation with. */
static void add(struct filling *filling, int column)
{
    const struct search *search = filling->search;
    const struct program_column *it = &search->program->columns[column];
    spend(filling, column, 1);
    for (int k = 0; k < it->entry_count; k++) {
        const int row = search->program->entries[it->first_entry + k].row;
        ease(filling, row);
        if (!search->program->rows[row].equal)
            continue;
        for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
            const int other = search->row_columns[at];
            if (filling->wanted[other] && filling->values[other] == 0)
                add(filling, other);
        }
    }
}

static bool is_free(const struct search *search, const int64_t *values, int group)
{
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        if (values[search->group_columns[at]] != 0)
            return false;
    }
    return true;
}

void start_fill(struct search *search, const bool *wanted, int64_t *values)
{
    const struct program *program = search->program;
    const size_t columns = (size_t)program->column_count, rows = (size_t)program->row_count;
    struct filling filling = {search, wanted, borrow(search, columns + 1, sizeof(int64_t)),
                              borrow(search, rows + 1, sizeof(int64_t))};
    for (int column = 0; column < program->column_count; column++) {
        if (!wanted[column] || search->barred[column] ||
            !is_free(search, values, program->columns[column].group))
            continue;
        memcpy(filling.values, values, columns * sizeof *values);
        for (size_t row = 0; row < rows; row++)
            filling.left[row] = program->rows[row].rhs;
        for (int at = 0; at < program->column_count; at++) {
            if (values[at] != 0)
                program_spend(program, filling.left, at, values[at]);
        }
        add(&filling, column);
        if (exact_feasible(search, filling.values))
            memcpy(values, filling.values, columns * sizeof *values);
    }
}
