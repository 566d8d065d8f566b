/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/draft.h"

#include <string.h>

int64_t draft_shortage(const struct draft *draft)
{
    int64_t sum = 0;
    for (int row = draft->search->first_floor; row < draft->search->program->row_count; row++)
        sum += draft->settled.left[row] < 0 ? -draft->settled.left[row] : 0;
    return sum;
}

void draft_set(struct draft *draft, int group, int column)
{
    if (draft->choice[group] != NO_INDEX)
        settled_change(&draft->settled, draft->choice[group], -1);
    draft->choice[group] = column;
    if (column != NO_INDEX)
        settled_change(&draft->settled, column, 1);
}

int64_t draft_points(const struct draft *draft, int column)
{
    return column == NO_INDEX ? 0 : draft->search->points[column];
}

struct standing draft_standing(const struct draft *draft, int64_t choices)
{
    return (struct standing){draft->settled.broken, draft_shortage(draft),
                             choices + draft->settled.points};
}

bool standing_is_better(struct standing now, struct standing before)
{
    if (now.broken != before.broken)
        return now.broken < before.broken;
    if (now.shortage != before.shortage)
        return now.shortage < before.shortage;
    return now.points > before.points;
}

static void bind_groups(struct draft *draft)
{
    const struct program *program = draft->search->program;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX)
            continue;
        bool bound = it->pinned;
        for (int k = 0; k < it->entry_count; k++)
            bound = bound || program->rows[program->entries[it->first_entry + k].row].equal;
        draft->bound[it->group] = draft->bound[it->group] || bound;
    }
}

struct draft draft_of(struct search *search, const int64_t *values)
{
    const struct program *program = search->program;
    struct draft draft = {.search = search};
    draft.choice = borrow(search, (size_t)program->group_count + 1, sizeof *draft.choice);
    draft.bound = borrow(search, (size_t)program->group_count + 1, sizeof *draft.bound);
    draft.offered = borrow(search, (size_t)program->column_count + 1, sizeof *draft.offered);
    draft.settled = settled_of(search, values);
    for (int group = 0; group < program->group_count; group++)
        draft.choice[group] = NO_INDEX;
    bind_groups(&draft);
    for (int column = 0; column < program->column_count; column++) {
        if (values[column] != 0 && program->columns[column].group != NO_INDEX)
            draft.choice[program->columns[column].group] = column;
    }
    return draft;
}

void draft_offer(struct draft *draft)
{
    struct search *search = draft->search;
    const struct program *program = search->program;
    int64_t *values = draft->offered;
    memcpy(values, draft->settled.counts, (size_t)program->column_count * sizeof *values);
    for (int group = 0; group < program->group_count; group++) {
        if (draft->choice[group] != NO_INDEX)
            values[draft->choice[group]] = 1;
    }
    search_offer(search, values);
}
