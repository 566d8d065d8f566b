/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/master.h"
#include "solve/primal/draft.h"

/* Who comes together; more than that is left to the search. */
enum { MOST_JOINED = 16 };

struct joining {
    struct draft *draft;
    int groups[MOST_JOINED];
    int count;
    int64_t points;
};

static void join(struct joining *joining, int column)
{
    struct draft *draft = joining->draft;
    const int group = draft->search->program->columns[column].group;
    draft_set(draft, group, column);
    joining->groups[joining->count++] = group;
    joining->points += draft_points(draft, column);
}

static void leave_last(struct joining *joining, int column)
{
    draft_set(joining->draft, joining->groups[--joining->count], NO_INDEX);
    joining->points -= draft_points(joining->draft, column);
}

static bool is_short(const struct draft *draft, int row)
{
    const int64_t left = draft->settled.left[row];
    return left < 0 || (left > 0 && draft->search->program->rows[row].equal);
}

/* Whether a group without a column may take this one, and it brings the row nearer. */
static bool helps(const struct draft *draft, int at, int64_t left)
{
    const struct search *search = draft->search;
    const int column = search->row_columns[at];
    const int group = search->program->columns[column].group;
    const bool nearer = (left < 0) == (search->row_coefficients[at] < 0);
    return nearer && group != NO_INDEX && draft->choice[group] == NO_INDEX &&
           !search->barred[column];
}

/* Of the columns that bring a short row nearer and break no more rows, the one that the relaxation
 * takes most, then the one with most points. */
static int best_helper(struct joining *joining, int row)
{
    struct draft *draft = joining->draft;
    const struct search *search = draft->search;
    const int64_t left = draft->settled.left[row];
    const int broken = draft->settled.broken;
    int best = NO_INDEX;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const int column = search->row_columns[at];
        if (!helps(draft, at, left))
            continue;
        const double more =
            best == NO_INDEX ? 1 : master_value(search, column) - master_value(search, best);
        if (more < 0 || (more == 0 && search->points[column] <= search->points[best]))
            continue;
        draft->search->work += 1;
        join(joining, column);
        best = draft->settled.broken <= broken ? column : best;
        leave_last(joining, column);
    }
    return best;
}

/* A row that asks for somebody and finds one; false when none does. */
static bool join_next(struct joining *joining)
{
    struct draft *draft = joining->draft;
    for (int row = 0; row < draft->search->first_floor; row++) {
        const int column = is_short(draft, row) ? best_helper(joining, row) : NO_INDEX;
        if (column == NO_INDEX)
            continue;
        join(joining, column);
        return true;
    }
    return false;
}

bool draft_join(struct draft *draft, int column, bool pays)
{
    struct joining joining = {.draft = draft};
    const struct standing was = draft_standing(draft, 0);
    join(&joining, column);
    while (draft->settled.broken > was.broken && joining.count < MOST_JOINED && join_next(&joining))
        draft->search->work += draft->search->first_floor / 10;
    const struct standing now = draft_standing(draft, joining.points);
    if (pays ? standing_is_better(now, was) : now.broken <= was.broken)
        return true;
    while (joining.count > 0)
        draft_set(draft, joining.groups[--joining.count], NO_INDEX);
    return false;
}
