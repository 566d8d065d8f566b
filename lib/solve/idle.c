/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/idle.h"

#include "base/wide.h"

/* What the counts of a row can ease it by. */
static wide easing(const struct search *search, int row)
{
    wide most = 0;
    for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++)
        most +=
            (wide)search->ease_parts[at] * search->program->columns[search->ease_counts[at]].upper;
    return most;
}

/* Whether one more of each count that eases the row costs nothing at all: neither points nor room
 * in a row. */
static bool eased_for_nothing(const struct search *search, int row)
{
    const struct program *program = search->program;
    for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++) {
        const int count = search->ease_counts[at];
        const struct program_column *it = &program->columns[count];
        if (search->points[count] != 0)
            return false;
        for (int k = 0; k < it->entry_count; k++) {
            if (program->entries[it->first_entry + k].coefficient > 0)
                return false;
        }
    }
    return search->ease_starts[row] < search->ease_starts[row + 1];
}

/* The most that choices can load on the row, since each group takes one of its own. */
static wide load_by_groups(const struct search *search, int row)
{
    wide load = 0;
    int64_t most = 0;
    int group = NO_INDEX;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const int own = search->program->columns[search->row_columns[at]].group;
        const int64_t part = search->row_coefficients[at];
        if (own == NO_INDEX)
            continue;
        if (own != group) {
            load += most;
            most = 0;
        }
        group = own;
        most = part > most ? part : most;
    }
    return load + most;
}

/* What choices can load on a row that none of them eases, -1 for any other. */
static wide room_of(const struct search *search, int row)
{
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const bool counts = search->program->columns[search->row_columns[at]].group == NO_INDEX;
        if ((search->row_coefficients[at] > 0) == counts)
            return -1;
    }
    const wide room = search->program->rows[row].rhs + easing(search, row);
    return room > 0 ? room : 0;
}

/* A column's first row is that of its home: the homes, too, bound what can come together. */
static wide load_by_homes(struct search *search, int row)
{
    const struct program *program = search->program;
    int64_t *most = borrow(search, (size_t)program->row_count + 1, sizeof *most);
    wide load = 0;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const struct program_column *it = &program->columns[search->row_columns[at]];
        const int64_t part = search->row_coefficients[at];
        if (part <= 0 || it->group == NO_INDEX)
            continue;
        const struct program_entry *home = &program->entries[it->first_entry];
        const wide room = home->row == row ? -1 : room_of(search, home->row);
        if (room < 0)
            return -1;
        const int64_t times = 1 + (part - 1) / home->coefficient;
        if (times > most[home->row]) {
            load += (times - most[home->row]) * room;
            most[home->row] = times;
        }
    }
    return load;
}

void idle_find(struct search *search)
{
    const struct program *program = search->program;
    search->idle = take(search, (size_t)program->row_count + 1, sizeof *search->idle);
    for (int row = 0; row < program->row_count; row++) {
        if (!eased_for_nothing(search, row))
            continue;
        const wide room = program->rows[row].rhs + easing(search, row);
        const wide homes = load_by_homes(search, row);
        search->idle[row] = load_by_groups(search, row) <= room || (homes >= 0 && homes <= room);
    }
}
