/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/crowd.h"

#include <string.h>

static bool counts(const struct crowd *crowd, const struct program_entry *entry)
{
    const struct search *search = crowd->search;
    return entry->row < search->first_floor && !search->idle[entry->row] &&
           (entry->coefficient > 0 || search->program->rows[entry->row].equal);
}

struct crowd crowd_of(struct search *search, const int *choice)
{
    const struct program *program = search->program;
    struct crowd crowd = {.search = search, .choice = choice};
    crowd.rows = borrow(search, (size_t)program->row_count + 1, sizeof *crowd.rows);
    crowd.starts = borrow(search, (size_t)program->group_count + 2, sizeof *crowd.starts);
    int size = 0;
    for (int group = 0; group < program->group_count; group++) {
        int most = 0;
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            const int entries = program->columns[search->group_columns[at]].entry_count;
            most = entries > most ? entries : most;
        }
        crowd.starts[group] = size;
        size += most;
    }
    crowd.places = borrow(search, (size_t)size + 1, sizeof *crowd.places);
    return crowd;
}

static void make_room(struct crowd *crowd, struct crowd_row *row)
{
    if (row->count < row->room)
        return;
    const int room = row->room > 0 ? 2 * row->room : 4;
    int *groups = borrow(crowd->search, (size_t)room, sizeof *groups);
    if (row->count > 0)
        memcpy(groups, row->groups, (size_t)row->count * sizeof *groups);
    row->groups = groups;
    row->room = room;
}

void crowd_enter(struct crowd *crowd, int group, int column)
{
    const struct program *program = crowd->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (!counts(crowd, entry))
            continue;
        struct crowd_row *row = &crowd->rows[entry->row];
        make_room(crowd, row);
        crowd->places[crowd->starts[group] + k] = row->count;
        row->groups[row->count++] = group;
    }
}

/* Where a choice names its row among its entries. */
static int entry_of(const struct program *program, int column, int row)
{
    const struct program_column *it = &program->columns[column];
    int k = 0;
    while (program->entries[it->first_entry + k].row != row)
        k++;
    return k;
}

void crowd_leave(struct crowd *crowd, int group, int column)
{
    const struct program *program = crowd->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (!counts(crowd, entry))
            continue;
        struct crowd_row *row = &crowd->rows[entry->row];
        const int place = crowd->places[crowd->starts[group] + k];
        const int last = row->groups[--row->count];
        row->groups[place] = last;
        if (last != group)
            crowd
                ->places[crowd->starts[last] + entry_of(program, crowd->choice[last], entry->row)] =
                place;
    }
}
