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

/* FNV-1a. */
static size_t hash_of(const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

/* The slot that holds the name, or the free one where it belongs. */
static int *find_slot(const struct count_columns *columns, const char *name)
{
    size_t at = hash_of(name) & (columns->slot_count - 1);
    while (columns->slots[at] != 0 &&
           !text_equal(columns->columns[columns->slots[at] - 1].name, name))
        at = (at + 1) & (columns->slot_count - 1);
    return &columns->slots[at];
}

/* A unit of the right may bear the name of another count, such as together/section/youth; the first
 * one has it. */
static void make_index(struct count_columns *columns, struct arena *arena)
{
    columns->slot_count = 64;
    while (columns->slot_count < 2 * (size_t)columns->count)
        columns->slot_count *= 2;
    columns->slots = arena_take(arena, columns->slot_count, sizeof *columns->slots);
    columns->failed = columns->failed || columns->slots == NULL;
    for (int index = 0; index < columns->count && !columns->failed; index++) {
        int *slot = find_slot(columns, columns->columns[index].name);
        *slot = *slot == 0 ? index + 1 : *slot;
    }
}

bool count_columns_find(struct count_columns *out, const struct count_source *source)
{
    *out = (struct count_columns){0};
    for (int unit = 0; unit < source->right->count; unit++)
        count_columns_add(out, source->arena,
                          (struct count_column){.name = source->right->units[unit].name,
                                                .upper = source->right->units[unit].extras,
                                                .scope = {PLACES_UNIT, unit, MEASURE_ONE, NONE}});
    count_columns_of_homes(out, source->problem, source->arena);
    if (out->failed || !count_goals_add(out, source))
        return false;
    make_index(out, source->arena);
    return !out->failed;
}

int count_columns_named(const struct count_columns *columns, const char *name)
{
    return *find_slot(columns, name) - 1;
}

int count_columns_of_goal(const struct count_columns *columns, const char *name)
{
    int count = count_columns_named(columns, name);
    if (count == NONE || columns->columns[count].scope.set != PLACES_UNIT)
        return count;
    while (count < columns->count && (columns->columns[count].scope.set == PLACES_UNIT ||
                                      !text_equal(columns->columns[count].name, name)))
        count++;
    return count < columns->count ? count : NONE;
}
