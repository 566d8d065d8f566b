/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a plan holds, and what it is worth. */
#include "solve/exact.h"

static bool row_holds(const struct search *search, int row, const int64_t *values)
{
    const struct program_row *limit = &search->program->rows[row];
    wide used = 0;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++)
        used += (wide)search->row_coefficients[at] * values[search->row_columns[at]];
    return limit->equal ? used == limit->rhs : used <= limit->rhs;
}

static bool group_holds(const struct search *search, int group, const int64_t *values)
{
    int64_t chosen = 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++)
        chosen += values[search->group_columns[at]];
    return chosen <= 1;
}

bool exact_feasible(const struct search *search, const int64_t *values)
{
    const struct program *program = search->program;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (values[column] < (it->pinned ? 1 : 0) || values[column] > it->upper)
            return false;
    }
    for (int group = 0; group < program->group_count; group++) {
        if (!group_holds(search, group, values))
            return false;
    }
    for (int row = 0; row < program->row_count; row++) {
        if (!row_holds(search, row, values))
            return false;
    }
    return true;
}

int64_t exact_points(const struct search *search, const int64_t *values)
{
    int64_t points = 0;
    for (int column = 0; column < search->program->column_count; column++)
        points += search->points[column] * values[column];
    return points;
}
