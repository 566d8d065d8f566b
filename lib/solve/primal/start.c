/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/start.h"

#include <string.h>

#include "solve/exact.h"
#include "solve/primal/settle.h"

struct filling {
    const struct search *search;
    const bool *wanted;
    int64_t *values; /* the choices so far */
    struct settled settled;
};

static bool is_free(const struct search *search, const int64_t *values, int group)
{
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        if (values[search->group_columns[at]] != 0)
            return false;
    }
    return true;
}

static void add(struct filling *filling, int column);

/* Adds what is wanted in a row: all of an equation, and of a short row those that help it. */
static void add_partners(struct filling *filling, int row)
{
    const struct search *search = filling->search;
    const bool equal = search->program->rows[row].equal;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const int other = search->row_columns[at];
        const bool helps = search->row_coefficients[at] < 0 && filling->settled.left[row] < 0;
        if ((equal || helps) && filling->wanted[other] &&
            is_free(search, filling->values, search->program->columns[other].group))
            add(filling, other);
    }
}

/* A home that opens for a column asks for more of them. */
static void add_partners_of_counts(struct filling *filling, int row)
{
    const struct search *search = filling->search;
    for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++) {
        const struct program_column *count = &search->program->columns[search->ease_counts[at]];
        for (int k = 0; k < count->entry_count; k++) {
            const struct program_entry *entry = &search->program->entries[count->first_entry + k];
            if (entry->coefficient > 0)
                add_partners(filling, entry->row);
        }
    }
}

/* With a column come all that it cannot do without. */
static void add(struct filling *filling, int column)
{
    const struct program *program = filling->search->program;
    const struct program_column *it = &program->columns[column];
    filling->values[column] = 1;
    settled_change(&filling->settled, column, 1);
    for (int k = 0; k < it->entry_count; k++) {
        const int row = program->entries[it->first_entry + k].row;
        add_partners(filling, row);
        add_partners_of_counts(filling, row);
    }
}

/* Puts the filling in the place of the plan when it holds. */
static void take_filling(const struct filling *filling, int64_t *values)
{
    const struct search *search = filling->search;
    settled_copy_counts(&filling->settled, filling->values);
    if (exact_feasible(search, filling->values))
        memcpy(values, filling->values, (size_t)search->program->column_count * sizeof *values);
}

/* The pins, where they do not hold by themselves, with all that is wanted beside them. */
static void complete_pins(struct filling *filling, int64_t *values)
{
    const struct program *program = filling->search->program;
    memcpy(filling->values, values, (size_t)program->column_count * sizeof *values);
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        for (int k = 0; k < it->entry_count && it->pinned; k++) {
            const int row = program->entries[it->first_entry + k].row;
            add_partners(filling, row);
            add_partners_of_counts(filling, row);
        }
    }
    take_filling(filling, values);
}

void start_fill(struct search *search, const bool *wanted, int64_t *values)
{
    const struct program *program = search->program;
    const size_t columns = (size_t)program->column_count;
    struct filling filling = {search, wanted, borrow(search, columns + 1, sizeof(int64_t)),
                              settled_of(search, values)};
    if (!exact_feasible(search, values))
        complete_pins(&filling, values);
    for (int column = 0; column < program->column_count; column++) {
        if (!wanted[column] || search->barred[column] ||
            !is_free(search, values, program->columns[column].group))
            continue;
        memcpy(filling.values, values, columns * sizeof *values);
        settled_set(&filling.settled, values);
        add(&filling, column);
        take_filling(&filling, values);
    }
}
