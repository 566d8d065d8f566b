/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/improve.h"

#include "solve/master.h"
#include "solve/primal/draft.h"
#include "solve/primal/ranking.h"

/* What trying a move costs, in the units of search->work. */
enum { WORK_A_MOVE = 4, WORK_A_LOOK = 8 };

/* What a move changes: two groups at most. It stays when it pays. */
struct move {
    int group[2], column[2];
    int size;
};

/* The most points that a move may bring; when `strict`, INT64_MIN if it surely breaks a row.
 * Without prices the points of the pairs tell it, and the rest shows when it is tried. */
static int64_t promise(struct draft *draft, const struct move *move, bool strict)
{
    int64_t points = 0;
    for (int k = 0; k < move->size; k++) {
        const int now = draft->choice[move->group[k]];
        points += draft_points(draft, move->column[k]) - draft_points(draft, now);
        if (!draft->search->has_prices)
            continue;
        if (now != NO_INDEX)
            settled_consider(&draft->settled, now, -1);
        if (move->column[k] != NO_INDEX)
            settled_consider(&draft->settled, move->column[k], 1);
    }
    const int64_t more = draft->search->has_prices ? settled_outlook(&draft->settled, strict) : 0;
    return more == INT64_MIN ? INT64_MIN : points + more;
}

static int64_t part_in(const struct program *program, int column, int row)
{
    if (column == NO_INDEX)
        return 0;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        if (program->entries[it->first_entry + k].row == row)
            return program->entries[it->first_entry + k].coefficient;
    }
    return 0;
}

/* How much more of a row the move would use. */
static int64_t use_of(const struct draft *draft, const struct move *move, int row)
{
    const struct program *program = draft->search->program;
    int64_t more = 0;
    for (int k = 0; k < move->size; k++)
        more += part_in(program, move->column[k], row) -
                part_in(program, draft->choice[move->group[k]], row);
    return more;
}

/* Whether a row in which this column has a part of the sign would not hold, and no count helps. */
static bool breaks(const struct draft *draft, const struct move *move, int column, int sign)
{
    const struct search *search = draft->search;
    const struct program *program = search->program;
    if (column == NO_INDEX)
        return false;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (entry->coefficient * sign > 0 && !search->has_count[entry->row] &&
            use_of(draft, move, entry->row) > draft->settled.left[entry->row])
            return true;
    }
    return false;
}

/* A look is many times cheaper than a try. Only what comes with more, or goes with less than
 * nothing, uses up a row. */
static bool breaks_rows(const struct draft *draft, const struct move *move)
{
    for (int k = 0; k < move->size; k++) {
        if (breaks(draft, move, move->column[k], 1) ||
            breaks(draft, move, draft->choice[move->group[k]], -1))
            return true;
    }
    return false;
}

static void apply(struct draft *draft, const struct move *move, const int *columns)
{
    for (int k = 0; k < move->size; k++)
        draft_set(draft, move->group[k], NO_INDEX);
    for (int k = 0; k < move->size; k++)
        draft_set(draft, move->group[k], columns[k]);
}

static bool try_move(struct draft *draft, const struct move *move)
{
    int before[2];
    int64_t gain = 0;
    for (int k = 0; k < move->size; k++) {
        before[k] = draft->choice[move->group[k]];
        gain += draft_points(draft, move->column[k]) - draft_points(draft, before[k]);
    }
    const struct standing was = draft_standing(draft, 0);
    const bool whole = was.shortage == 0 && was.broken == 0;
    draft->search->work += draft->search->has_prices ? WORK_A_LOOK : 0;
    if (whole && (promise(draft, move, true) <= 0 || breaks_rows(draft, move)))
        return false;
    draft->search->work += WORK_A_MOVE;
    apply(draft, move, move->column);
    if (standing_is_better(draft_standing(draft, gain), was))
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

/* What a row has left, with what counts at a price may yet give. */
static int64_t room_of(const struct draft *draft, int row)
{
    const struct search *search = draft->search;
    int64_t room = draft->settled.left[row];
    for (int at = search->ease_starts[row]; at < search->ease_starts[row + 1]; at++) {
        const struct program_column *count = &search->program->columns[search->ease_counts[at]];
        const int64_t spare = count->upper - draft->settled.counts[search->ease_counts[at]];
        room += count->price > 0 ? spare * search->ease_parts[at] : 0;
    }
    return room;
}

/* Whether taking `other` out would free any row that the column lacks. */
static bool stands_in_the_way(const struct draft *draft, int column, int other)
{
    const struct program *program = draft->search->program;
    const struct program_column *wanted = &program->columns[column];
    const struct program_column *rival = &program->columns[draft->choice[other]];
    for (int k = 0; k < wanted->entry_count; k++) {
        const struct program_entry *entry = &program->entries[wanted->first_entry + k];
        if (room_of(draft, entry->row) >= entry->coefficient)
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
static bool is_wanted(struct draft *draft, int group, int column)
{
    if (draft->search->barred[column] || column == draft->choice[group])
        return false;
    if (draft_shortage(draft) > 0)
        return draft->choice[group] == NO_INDEX;
    const struct move move = {{group}, {column}, 1};
    return draft_points(draft, column) > draft_points(draft, draft->choice[group]) ||
           promise(draft, &move, false) > 0;
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

/* Those that an equation ties are not moved by single moves; left out, they may come together. */
static bool better_tied(struct draft *draft, int group)
{
    const struct search *search = draft->search;
    if (draft->choice[group] != NO_INDEX)
        return false;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const int column = search->group_columns[at];
        if (!search->barred[column] && draft_join(draft, column, true))
            return true;
    }
    return false;
}

/* Moves until none pays; large programs get fewer rounds, since each round looks at all pairs. */
static void better(struct draft *draft)
{
    int groups = draft->search->program->group_count;
    bool large = draft->search->program->column_count > 20000;
    for (int round = 0; round < (large ? 2 : 20); round++) {
        bool any = false;
        for (int group = 0; group < groups; group++) {
            any = (draft->bound[group] ? better_tied(draft, group) : better_group(draft, group)) ||
                  any;
            if (!search_goes_on(draft->search))
                return;
        }
        if (!any)
            return;
    }
}

void improve_from(struct search *search, const int64_t *values)
{
    struct draft draft = draft_of(search, values);
    better(&draft);
    draft_offer(&draft);
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

/* Those that an equation ties and the best plan leaves out come first: later there is seldom room
 * for all of them. */
static void join_tied(struct draft *draft, const struct ranked *ranks, int count)
{
    for (int k = 0; k < count; k++) {
        int group = draft->search->program->columns[ranks[k].index].group;
        if (draft->bound[group] && draft->choice[group] == NO_INDEX)
            draft_join(draft, ranks[k].index, false);
    }
}

/* Groups bound by equations keep what the best plan gives them; the others follow the relaxation.
 */
void improve_from_relaxation(struct search *search)
{
    const struct program *program = search->program;
    struct draft draft = draft_of(search, search->best);
    for (int group = 0; group < program->group_count; group++) {
        if (!draft.bound[group])
            draft_set(&draft, group, NO_INDEX);
    }
    struct ranked *ranks = borrow(search, (size_t)program->column_count + 1, sizeof *ranks);
    int count = rank_columns(search, ranks);
    join_tied(&draft, ranks, count);
    for (int k = 0; k < count; k++) {
        int group = program->columns[ranks[k].index].group;
        if (!draft.bound[group] && draft.choice[group] == NO_INDEX)
            draft_join(&draft, ranks[k].index, false);
    }
    better(&draft);
    draft_offer(&draft);
}
