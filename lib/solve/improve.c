/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/improve.h"

#include <stdlib.h>
#include <string.h>

#include "solve/exact.h"
#include "solve/master.h"
#include "solve/ranking.h"

/* What trying a move costs, in the units of search->work. */
enum { WORK_A_MOVE = 4 };

/* A plan under work: what each group has, and what each row has left. Counts of extras follow by
 * themselves: they are raised when a row needs it and lowered when it does not. */
struct draft {
    struct search *search;
    int *choice;     /* by group, NO_INDEX = none */
    int64_t *left;   /* by row: right-hand side - used */
    int64_t *counts; /* by column, for count columns */
    bool *bound;     /* groups that no single move may touch: pinned, or in an equation */
};

/* Raises or lowers the count that eases a row to just what the row needs. */
static void settle(struct draft *draft, int row)
{
    int column = draft->search->count_of_row[row];
    if (column == NO_INDEX)
        return;
    int64_t wanted = draft->counts[column] - draft->left[row];
    int64_t upper = draft->search->program->columns[column].upper;
    wanted = wanted < 0 ? 0 : wanted > upper ? upper : wanted;
    int64_t more = wanted - draft->counts[column];
    if (more == 0)
        return;
    program_spend(draft->search->program, draft->left, column, more);
    draft->counts[column] = wanted;
}

static void change(struct draft *draft, int column, int64_t times)
{
    const struct program *program = draft->search->program;
    const struct program_column *it = &program->columns[column];
    program_spend(draft->search->program, draft->left, column, times);
    for (int k = 0; k < it->entry_count; k++)
        settle(draft, program->entries[it->first_entry + k].row);
}

/* Whether the rows that a column weighs on hold. */
static bool rows_hold(const struct draft *draft, int column)
{
    const struct program *program = draft->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (entry->coefficient > 0 && draft->left[entry->row] < 0)
            return false;
    }
    return true;
}

/* The same with the counts that were raised for it. */
static bool holds_with(const struct draft *draft, int column)
{
    const struct program *program = draft->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        int row = program->entries[it->first_entry + k].row;
        int count = draft->search->count_of_row[row];
        if (count != NO_INDEX && !rows_hold(draft, count))
            return false;
    }
    return rows_hold(draft, column);
}

/* How far the plan is below the floors of earlier stages; 0 when it keeps them all. */
static int64_t shortage(const struct draft *draft)
{
    int64_t sum = 0;
    for (int row = draft->search->first_floor; row < draft->search->program->row_count; row++)
        sum += draft->left[row] < 0 ? -draft->left[row] : 0;
    return sum;
}

/* Gives the group a column, or none, instead of what it has. */
static void set_choice(struct draft *draft, int group, int column)
{
    if (draft->choice[group] != NO_INDEX)
        change(draft, draft->choice[group], -1);
    draft->choice[group] = column;
    if (column != NO_INDEX)
        change(draft, column, 1);
}

static int64_t points_of(const struct draft *draft, int column)
{
    return column == NO_INDEX ? 0 : draft->search->points[column];
}

/* What a move changes: two groups at most. It stays when it holds and pays: nearer to the floors,
 * or as near with more points. */
struct move {
    int group[2], column[2];
    int size;
};

static void apply(struct draft *draft, const struct move *move, const int *columns)
{
    for (int k = 0; k < move->size; k++)
        set_choice(draft, move->group[k], NO_INDEX);
    for (int k = 0; k < move->size; k++)
        set_choice(draft, move->group[k], columns[k]);
}

static bool all_hold(const struct draft *draft, const struct move *move)
{
    for (int k = 0; k < move->size; k++) {
        if (move->column[k] != NO_INDEX && !holds_with(draft, move->column[k]))
            return false;
    }
    return true;
}

static bool try_move(struct draft *draft, const struct move *move)
{
    int before[2];
    int64_t gain = 0;
    for (int k = 0; k < move->size; k++) {
        before[k] = draft->choice[move->group[k]];
        gain += points_of(draft, move->column[k]) - points_of(draft, before[k]);
    }
    int64_t short_before = shortage(draft);
    if (gain <= 0 && short_before == 0)
        return false;
    draft->search->work += WORK_A_MOVE;
    apply(draft, move, move->column);
    int64_t short_after = shortage(draft);
    bool pays = short_after < short_before || (short_after == short_before && gain > 0);
    if (pays && all_hold(draft, move))
        return true;
    apply(draft, move, before);
    return false;
}

/* The group's column with a dwelling, NO_INDEX when the pair is not lawful. */
static int column_with_key(const struct search *search, int group, int key)
{
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        int column = search->group_columns[at];
        if (search->program->columns[column].key == key && !search->barred[column])
            return column;
    }
    return NO_INDEX;
}

/* The other group takes another of its columns, or leaves, to make way. */
static bool move_other_away(struct draft *draft, int group, int column, int other)
{
    const struct search *search = draft->search;
    struct move move = {{group, other}, {column, NO_INDEX}, 2};
    if (draft->choice[group] != NO_INDEX) {
        int key = search->program->columns[draft->choice[group]].key;
        move.column[1] = column_with_key(search, other, key);
        if (move.column[1] != NO_INDEX && try_move(draft, &move))
            return true;
    }
    for (int at = search->group_starts[other]; at < search->group_starts[other + 1]; at++) {
        move.column[1] = search->group_columns[at];
        if (move.column[1] != draft->choice[other] && !search->barred[move.column[1]] &&
            try_move(draft, &move))
            return true;
    }
    move.column[1] = NO_INDEX;
    return try_move(draft, &move);
}

/* Whether taking `other` out would free any row that the column lacks. */
static bool stands_in_the_way(const struct draft *draft, int column, int other)
{
    const struct program *program = draft->search->program;
    const struct program_column *wanted = &program->columns[column];
    const struct program_column *rival = &program->columns[draft->choice[other]];
    for (int k = 0; k < wanted->entry_count; k++) {
        const struct program_entry *entry = &program->entries[wanted->first_entry + k];
        if (draft->left[entry->row] >= entry->coefficient)
            continue;
        for (int m = 0; m < rival->entry_count; m++) {
            const struct program_entry *his = &program->entries[rival->first_entry + m];
            if (his->row == entry->row && his->coefficient > 0)
                return true;
        }
    }
    return false;
}

static bool better_column(struct draft *draft, int group, int column)
{
    struct move move = {{group}, {column}, 1};
    if (try_move(draft, &move))
        return true;
    int groups = draft->search->program->group_count;
    for (int other = 0; other < groups; other++) {
        if (other == group || draft->bound[other] || draft->choice[other] == NO_INDEX)
            continue;
        if (stands_in_the_way(draft, column, other) && move_other_away(draft, group, column, other))
            return true;
    }
    return false;
}

/* A column that is no better than what the group has is left to the moves of others, who may ask
 * the group to go there. Below the floors only somebody more helps. */
static bool is_wanted(const struct draft *draft, int group, int column)
{
    if (draft->search->barred[column] || column == draft->choice[group])
        return false;
    if (shortage(draft) > 0)
        return draft->choice[group] == NO_INDEX;
    return points_of(draft, column) > points_of(draft, draft->choice[group]);
}

static bool better_group(struct draft *draft, int group)
{
    const struct search *search = draft->search;
    bool any = false;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        int column = search->group_columns[at];
        if (is_wanted(draft, group, column))
            any = better_column(draft, group, column) || any;
    }
    return any;
}

/* Moves until none pays; large programs get fewer rounds, since each round looks at all pairs. */
static void better(struct draft *draft)
{
    int groups = draft->search->program->group_count;
    bool large = draft->search->program->column_count > 20000;
    for (int round = 0; round < (large ? 2 : 20); round++) {
        bool any = false;
        for (int group = 0; group < groups; group++) {
            if (!draft->bound[group])
                any = better_group(draft, group) || any;
            if (!search_goes_on(draft->search))
                return;
        }
        if (!any)
            return;
    }
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

static struct draft draft_of(struct search *search, const int64_t *values)
{
    const struct program *program = search->program;
    struct draft draft = {.search = search};
    draft.choice = borrow(search, (size_t)program->group_count + 1, sizeof *draft.choice);
    draft.left = borrow(search, (size_t)program->row_count + 1, sizeof *draft.left);
    draft.counts = borrow(search, (size_t)program->column_count + 1, sizeof *draft.counts);
    draft.bound = borrow(search, (size_t)program->group_count + 1, sizeof *draft.bound);
    for (int group = 0; group < program->group_count; group++)
        draft.choice[group] = NO_INDEX;
    for (int row = 0; row < program->row_count; row++)
        draft.left[row] = program->rows[row].rhs;
    bind_groups(&draft);
    for (int column = 0; column < program->column_count; column++) {
        if (values[column] == 0)
            continue;
        program_spend(program, draft.left, column, values[column]);
        if (program->columns[column].group == NO_INDEX)
            draft.counts[column] = values[column];
        else
            draft.choice[program->columns[column].group] = column;
    }
    return draft;
}

static void offer_draft(struct draft *draft)
{
    struct search *search = draft->search;
    const struct program *program = search->program;
    int64_t *values = borrow(search, (size_t)program->column_count + 1, sizeof *values);
    memcpy(values, draft->counts, (size_t)program->column_count * sizeof *values);
    for (int group = 0; group < program->group_count; group++) {
        if (draft->choice[group] != NO_INDEX)
            values[draft->choice[group]] = 1;
    }
    search_offer(search, values);
}

void improve_from(struct search *search, const int64_t *values)
{
    struct draft draft = draft_of(search, values);
    better(&draft);
    offer_draft(&draft);
}

void improve_best(struct search *search)
{
    improve_from(search, search->best);
}

static int rank_columns(struct search *search, struct ranked *ranks)
{
    int count = 0;
    for (int column = 0; column < search->program->column_count; column++) {
        double value = master_value(search, column);
        if (search->program->columns[column].group != NO_INDEX && value > 0.01)
            ranks[count++] = (struct ranked){column, value};
    }
    ranking_sort(ranks, count);
    return count;
}

/* Groups bound by equations keep what the best plan gives them; the others follow the relaxation.
 */
void improve_from_relaxation(struct search *search)
{
    const struct program *program = search->program;
    struct draft draft = draft_of(search, search->best);
    for (int group = 0; group < program->group_count; group++) {
        if (!draft.bound[group])
            set_choice(&draft, group, NO_INDEX);
    }
    struct ranked *ranks = borrow(search, (size_t)program->column_count + 1, sizeof *ranks);
    int count = rank_columns(search, ranks);
    for (int k = 0; k < count; k++) {
        int group = program->columns[ranks[k].index].group;
        if (draft.bound[group] || draft.choice[group] != NO_INDEX)
            continue;
        set_choice(&draft, group, ranks[k].index);
        if (!holds_with(&draft, ranks[k].index))
            set_choice(&draft, group, NO_INDEX);
    }
    better(&draft);
    offer_draft(&draft);
}
