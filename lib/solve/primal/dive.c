/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/dive.h"

#include <math.h>
#include <stdlib.h>

#include "solve/master.h"
#include "solve/primal/improve.h"
#include "solve/primal/ranking.h"
#include "solve/tree.h"

/* A small part of the fractional columns at a time, so that what is taken together seldom collides;
 * a dive takes some dozens of linear programs at any size. */
enum { MOST_STEPS = 200, PART = 8, MOST_FAILURES = 12 };

static const double nearly = 0.95, likely = 0.5;

/* Counts follow from whole choices, but while one is fractional there is something left to cut. */
bool offer_whole(struct search *search)
{
    const struct program *program = search->program;
    int64_t *values = borrow(search, (size_t)program->column_count + 1, sizeof *values);
    bool whole = true;
    for (int column = 0; column < program->column_count; column++) {
        double value = master_value(search, column);
        values[column] = (int64_t)floor(value + 0.5);
        bool near = fabs(value - (double)values[column]) <= 1e-6;
        if (!near && program->columns[column].group != NO_INDEX)
            return false;
        whole = whole && near;
    }
    search_offer(search, values);
    return whole;
}

/* The columns that the relaxation takes and the search leaves open, those taken most first. */
static int list_wishes(struct search *search, struct ranked *wishes, int *fractional)
{
    const struct program *program = search->program;
    int count = 0;
    *fractional = 0;
    for (int column = 0; column < program->column_count; column++) {
        double value = master_value(search, column);
        bool open = program->columns[column].group != NO_INDEX && search->fixed[column] == FREE &&
                    !program->columns[column].pinned;
        if (!open || value < 1e-6)
            continue;
        wishes[count++] = (struct ranked){column, value};
        *fractional += value < 1 - 1e-6;
    }
    ranking_sort(wishes, count);
    return count;
}

/* What a dive has fixed, to be undone at its end. */
struct trail {
    struct fixing *fixings;
    int count;
};

static void fix(struct search *search, struct trail *trail, enum fixing_kind kind, int column)
{
    struct fixing fixing = {kind, column, 0};
    branch_fix(search, &fixing);
    trail->fixings[trail->count++] = fixing;
}

static void undo(struct search *search, struct trail *trail, int count)
{
    while (trail->count > count)
        branch_free(search, &trail->fixings[--trail->count]);
}

/* Fixes what is nearly whole, and as many more as a step may; the first of those is returned,
 * NO_INDEX when nothing was fractional. */
static int take_wishes(struct search *search, struct trail *trail)
{
    struct ranked *wishes =
        borrow(search, (size_t)search->program->column_count + 1, sizeof *wishes);
    bool *taken = borrow(search, (size_t)search->program->group_count + 1, sizeof *taken);
    int fractional;
    int count = list_wishes(search, wishes, &fractional);
    int left = 1 + fractional / PART;
    int first = NO_INDEX;
    for (int k = 0; k < count && fractional > 0; k++) {
        int group = search->program->columns[wishes[k].index].group;
        bool sure = wishes[k].value >= nearly;
        bool fits = first == NO_INDEX || (wishes[k].value >= likely && left > 0);
        if (taken[group] || (!sure && !fits))
            continue;
        if (!sure && first == NO_INDEX)
            first = wishes[k].index;
        left -= sure ? 0 : 1;
        taken[group] = true;
        fix(search, trail, FIX_USE, wishes[k].index);
    }
    return first;
}

static bool goes_well(struct search *search)
{
    struct bound bound = {NULL, 0, INT64_MAX};
    return master_relax(search, LP_DUAL, &bound) == MASTER_OPTIMAL && !master_overflows(search);
}

/* One step down; a step that fails is taken back, and the first it took is ruled out instead. */
static bool step_down(struct search *search, struct trail *trail, int *failures)
{
    int before = trail->count;
    int first = take_wishes(search, trail);
    if (first == NO_INDEX)
        return false;
    if (goes_well(search))
        return true;
    undo(search, trail, before);
    fix(search, trail, FIX_NOT, first);
    return ++*failures <= MOST_FAILURES && goes_well(search);
}

void dive(struct search *search)
{
    int rows = lp_rows(search->lp), columns = lp_columns(search->lp);
    unsigned char *basis = borrow(search, (size_t)rows + (size_t)columns, 1);
    lp_save_basis(search->lp, basis);
    struct trail trail = {0};
    size_t most = 2 * (size_t)search->program->column_count + MOST_FAILURES;
    trail.fixings = borrow(search, most + 1, sizeof *trail.fixings);
    int failures = 0;
    for (int step = 0; step < MOST_STEPS && search->end == SOLVE_DONE; step++) {
        if (!step_down(search, &trail, &failures))
            break;
    }
    if (!offer_whole(search))
        improve_from_relaxation(search);
    undo(search, &trail, 0);
    lp_load_basis(search->lp, basis, rows, columns);
    goes_well(search);
}
