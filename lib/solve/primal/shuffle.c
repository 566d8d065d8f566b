/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/shuffle.h"

#include <stdlib.h>
#include <string.h>

/* A move shows out this many groups at most; those that rows ask for come besides. */
enum { MOST_SHOWN_OUT = 3 };

/* How many columns of a row are looked at for one that suits. */
enum { LOOKS = 8 };

/* Of so many moves one takes a group out. */
enum { ONE_OUT_IN = 16 };

struct homed {
    int key, column;
};

static int compare_homed(const void *a, const void *b)
{
    const struct homed *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->column < right->column ? -1 : left->column > right->column;
}

static void list_by_home(struct shuffle *shuffle)
{
    struct search *search = shuffle->search;
    const struct program *program = search->program;
    const size_t room = (size_t)program->column_count + 1;
    struct homed *homed = borrow(search, room, sizeof *homed);
    shuffle->by_home = borrow(search, room, sizeof *shuffle->by_home);
    for (int group = 0; group < program->group_count; group++) {
        const int first = search->group_starts[group], end = search->group_starts[group + 1];
        for (int at = first; at < end; at++) {
            const int column = search->group_columns[at];
            homed[at - first] = (struct homed){program->columns[column].key, column};
        }
        qsort(homed, (size_t)(end - first), sizeof *homed, compare_homed);
        for (int at = first; at < end; at++)
            shuffle->by_home[at] = homed[at - first].column;
    }
}

struct shuffle shuffle_of(struct search *search, const int64_t *values,
                          const struct shortlist *list)
{
    const struct program *program = search->program;
    struct shuffle shuffle = {.search = search, .list = *list};
    shuffle.draft = draft_of(search, values);
    shuffle.held = borrow(search, (size_t)program->group_count + 1, sizeof *shuffle.held);
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].pinned)
            shuffle.held[program->columns[column].group] = true;
    }
    shuffle.crowd = crowd_of(search, shuffle.draft.choice);
    for (int group = 0; group < program->group_count; group++) {
        const int column = shuffle.draft.choice[group];
        if (column == NO_INDEX)
            continue;
        shuffle.points += search->points[column];
        crowd_enter(&shuffle.crowd, group, column);
    }
    list_by_home(&shuffle);
    return shuffle;
}

double shuffle_energy(const struct shuffle *shuffle)
{
    return shuffle->draft.settled.penalty -
           (double)(shuffle->points + shuffle->draft.settled.points);
}

static void put(struct shuffle *shuffle, int group, int column)
{
    struct draft *draft = &shuffle->draft;
    const int before = draft->choice[group];
    if (before != NO_INDEX)
        crowd_leave(&shuffle->crowd, group, before);
    shuffle->points += draft_points(draft, column) - draft_points(draft, before);
    draft_set(draft, group, column);
    if (column != NO_INDEX)
        crowd_enter(&shuffle->crowd, group, column);
    shuffle->search->work += 30;
}

static bool may_move(const struct shuffle *shuffle, int group)
{
    for (int k = 0; k < shuffle->count; k++) {
        if (shuffle->groups[k] == group)
            return false;
    }
    return shuffle->count < MOST_MOVED && !shuffle->held[group];
}

static void give(struct shuffle *shuffle, int group, int column)
{
    shuffle->groups[shuffle->count] = group;
    shuffle->before[shuffle->count++] = shuffle->draft.choice[group];
    put(shuffle, group, column);
}

void shuffle_undo(struct shuffle *shuffle)
{
    while (shuffle->count > 0) {
        shuffle->count--;
        put(shuffle, shuffle->groups[shuffle->count], shuffle->before[shuffle->count]);
    }
}

/* One of the group's columns, more often one that loses little. */
static int draw_column(struct shuffle *shuffle, int group)
{
    const int first = shuffle->list.starts[group], end = shuffle->list.starts[group + 1];
    const double share = chance_share(&shuffle->chance);
    return first == end ? NO_INDEX
                        : shuffle->list.columns[first + (int)(share * share * (end - first))];
}

/* The group's column with that key, NO_INDEX when there is none. */
static int column_at_home(const struct shuffle *shuffle, int group, int key)
{
    const struct search *search = shuffle->search;
    int low = search->group_starts[group], high = search->group_starts[group + 1];
    const int end = high;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (search->program->columns[shuffle->by_home[middle]].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == end)
        return NO_INDEX;
    const int column = shuffle->by_home[low];
    const bool suits = search->program->columns[column].key == key && !search->barred[column];
    return suits ? column : NO_INDEX;
}

/* Who is shown out takes the column that came free, another of its own, or none. */
static void show_out(struct shuffle *shuffle, int group, int vacated)
{
    const int way = chance_below(&shuffle->chance, 8);
    int column = NO_INDEX;
    if (way < 3 && vacated != NO_INDEX)
        column = column_at_home(shuffle, group, shuffle->search->program->columns[vacated].key);
    else if (way < 6)
        column = draw_column(shuffle, group);
    if (column == shuffle->draft.choice[group])
        column = NO_INDEX;
    give(shuffle, group, column);
}

/* Somebody in the row who may go, NO_INDEX when nobody may. */
static int draw_from_crowd(struct shuffle *shuffle, int row)
{
    const struct crowd_row *crowd = &shuffle->crowd.rows[row];
    if (crowd->count == 0)
        return NO_INDEX;
    const int start = chance_below(&shuffle->chance, crowd->count);
    for (int k = 0; k < crowd->count && k < LOOKS; k++) {
        const int group = crowd->groups[(start + k) % crowd->count];
        if (may_move(shuffle, group))
            return group;
    }
    return NO_INDEX;
}

/* A row that this one's counts load beyond what it holds, NO_INDEX when none is. */
static int row_behind(const struct shuffle *shuffle, int row)
{
    const struct search *search = shuffle->search;
    const struct settled *settled = &shuffle->draft.settled;
    for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++) {
        const struct program_column *count = &search->program->columns[search->ease_counts[at]];
        for (int k = 0; k < count->entry_count && settled->counts[search->ease_counts[at]] > 0;
             k++) {
            const struct program_entry *entry = &search->program->entries[count->first_entry + k];
            if (entry->coefficient > 0 && settled->left[entry->row] < 0)
                return entry->row;
        }
    }
    return NO_INDEX;
}

static int64_t left_of(const struct shuffle *shuffle, int row)
{
    return shuffle->draft.settled.left[row];
}

/* A column of somebody that brings the row nearer: of those looked at the one that loses least. */
static int draw_helper(struct shuffle *shuffle, int row)
{
    const struct search *search = shuffle->search;
    const int first = search->row_starts[row], count = search->row_starts[row + 1] - first;
    const int start = chance_below(&shuffle->chance, count > 0 ? count : 1);
    int best = NO_INDEX;
    for (int k = 0; k < count && k < LOOKS; k++) {
        const int at = first + (start + k) % count;
        const int column = search->row_columns[at];
        const int group = search->program->columns[column].group;
        const bool nearer = (left_of(shuffle, row) < 0) == (search->row_coefficients[at] < 0);
        if (!nearer || group == NO_INDEX || search->barred[column] ||
            shuffle->draft.choice[group] == column || !may_move(shuffle, group))
            continue;
        if (best == NO_INDEX || shuffle->list.losses[column] < shuffle->list.losses[best])
            best = column;
    }
    return best;
}

/* Somebody whose choice stands against the equation. */
static int draw_hindrance(struct shuffle *shuffle, int row)
{
    const struct program *program = shuffle->search->program;
    const struct crowd_row *crowd = &shuffle->crowd.rows[row];
    for (int k = 0; k < crowd->count; k++) {
        const int group = crowd->groups[k];
        const struct program_column *it = &program->columns[shuffle->draft.choice[group]];
        for (int e = 0; e < it->entry_count; e++) {
            const struct program_entry *entry = &program->entries[it->first_entry + e];
            if (entry->row == row && (left_of(shuffle, row) < 0) == (entry->coefficient > 0) &&
                may_move(shuffle, group))
                return group;
        }
    }
    return NO_INDEX;
}

/* Brings a row nearer that asks for somebody: an equation, or a home with too few. */
static bool mend(struct shuffle *shuffle, int row)
{
    if (shuffle->count == MOST_MOVED)
        return false;
    const int column = draw_helper(shuffle, row);
    if (column != NO_INDEX) {
        give(shuffle, shuffle->search->program->columns[column].group, column);
        return true;
    }
    const int group =
        shuffle->search->program->rows[row].equal ? draw_hindrance(shuffle, row) : NO_INDEX;
    if (group != NO_INDEX)
        give(shuffle, group, NO_INDEX);
    return group != NO_INDEX;
}

/* What is wrong in one row; whether anything was done about it. */
static bool right_row(struct shuffle *shuffle, int row, int vacated, int *shown_out)
{
    const struct search *search = shuffle->search;
    if (row >= search->first_floor)
        return false;
    const int64_t left = left_of(shuffle, row);
    if (search->program->rows[row].equal)
        return left != 0 && mend(shuffle, row);
    const int behind = row_behind(shuffle, row);
    if (left >= 0 && behind == NO_INDEX)
        return false;
    if (behind != NO_INDEX && left >= 0 && shuffle->crowd.rows[behind].count == 0 &&
        search->program->rows[behind].rhs <= 0 && mend(shuffle, behind))
        return true;
    const int group = *shown_out > 0 ? draw_from_crowd(shuffle, row) : NO_INDEX;
    if (group == NO_INDEX)
        return false;
    (*shown_out)--;
    show_out(shuffle, group, vacated);
    return true;
}

static bool right_rows(struct shuffle *shuffle, int column, int vacated, int *shown_out)
{
    const struct program *program = shuffle->search->program;
    bool any = false;
    if (column == NO_INDEX)
        return false;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++)
        any = right_row(shuffle, program->entries[it->first_entry + k].row, vacated, shown_out) ||
              any;
    return any;
}

/* Whoever moves may crowd a row or leave an equation behind; then others move. */
static void follow(struct shuffle *shuffle)
{
    const int vacated = shuffle->before[0];
    int shown_out = 1 + chance_below(&shuffle->chance, MOST_SHOWN_OUT);
    for (int at = 0; at < shuffle->count; at++) {
        const int group = shuffle->groups[at];
        right_rows(shuffle, shuffle->draft.choice[group], vacated, &shown_out);
        if (shuffle->draft.bound[group])
            right_rows(shuffle, shuffle->before[at], vacated, &shown_out);
    }
}

/* Somebody moves to where the first of the move was: the home itself or another in one of its
 * rows. */
static void fill(struct shuffle *shuffle)
{
    const struct search *search = shuffle->search;
    const int vacated = shuffle->before[0];
    if (vacated == NO_INDEX || chance_below(&shuffle->chance, 2) == 0)
        return;
    const struct program_column *it = &search->program->columns[vacated];
    if (it->entry_count == 0)
        return;
    const int k = chance_below(&shuffle->chance, it->entry_count);
    const int row = search->program->entries[it->first_entry + k].row;
    if (row >= search->first_floor || search->program->rows[row].equal ||
        left_of(shuffle, row) <= 0)
        return;
    const int first = search->row_starts[row], count = search->row_starts[row + 1] - first;
    const int column = search->row_columns[first + chance_below(&shuffle->chance, count)];
    const int group = search->program->columns[column].group;
    if (group != NO_INDEX && !search->barred[column] && !shuffle->draft.bound[group] &&
        shuffle->draft.choice[group] != column && may_move(shuffle, group))
        give(shuffle, group, column);
}

void shuffle_move(struct shuffle *shuffle)
{
    shuffle->count = 0;
    const int group = chance_below(&shuffle->chance, shuffle->search->program->group_count);
    if (shuffle->held[group])
        return;
    const int now = shuffle->draft.choice[group];
    int column = draw_column(shuffle, group);
    if (now != NO_INDEX && chance_below(&shuffle->chance, ONE_OUT_IN) == 0)
        column = NO_INDEX;
    if (column == now)
        return;
    give(shuffle, group, column);
    follow(shuffle);
    fill(shuffle);
}
