/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/count_columns.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/count_goals.h"

void count_columns_add(struct count_columns *columns, struct arena *arena,
                       struct count_column column)
{
    if (columns->count == columns->room && !columns->failed) {
        const int room = columns->room > 0 ? 2 * columns->room : 64;
        struct count_column *grown = arena_take(arena, (size_t)room, sizeof *grown);
        columns->failed = grown == NULL;
        if (grown != NULL && columns->count > 0)
            memcpy(grown, columns->columns, (size_t)columns->count * sizeof *grown);
        columns->columns = grown != NULL ? grown : columns->columns;
        columns->room = grown != NULL ? room : columns->room;
    }
    if (!columns->failed)
        columns->columns[columns->count++] = column;
}

bool count_columns_find(struct count_columns *out, const husly_problem *problem,
                        const struct lawful_pairs *pairs, const struct right_count *right,
                        struct arena *arena)
{
    *out = (struct count_columns){0};
    for (int unit = 0; unit < right->count; unit++)
        count_columns_add(
            out, arena,
            (struct count_column){right->units[unit].name, right->units[unit].extras, 0});
    count_columns_of_homes(out, problem, arena);
    return !out->failed && count_goals_add(out, problem, pairs, right, arena);
}

int count_columns_named(const struct count_columns *columns, const char *name)
{
    for (int index = 0; index < columns->count; index++) {
        if (text_equal(columns->columns[index].name, name))
            return index;
    }
    return NONE;
}
