/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/anneal.h"

#include <math.h>
#include <string.h>

#include "solve/master.h"
#include "solve/primal/allowance.h"
#include "solve/primal/shuffle.h"

/* Longer is no better: what annealing cannot find in this time it does not find. In a program that
 * is soon drawn anew it need not find all, but where floors are it seldom finds them twice. In the
 * units of search->work, and in parts of what is left of the stage. */
enum { WORK_A_COLUMN = 3000, WORK_IN_DRAFT = 1000 };
static const double part_of_stage = 0.25;

/* The temperature falls in so many steps; 2 to the power of HALVINGS. */
enum { HALVINGS = 8, STEPS = 1 << HALVINGS, MOVES_A_LOOK = 256 };

/* Columns a group. */
enum { LEAST_COLUMNS = 10, MOST_COLUMNS = 80 };

/* In parts of what a group's place is worth: the losses of columns that are tried, the first and
 * the last temperature, and what a unit that a row lacks costs. */
static const double worthwhile = 0.2, hottest = 0.12, coldest = 0.0015, penalty = 1.5;

/* What lacks of a floor costs so many times what the linear program would pay. */
static const double dearer_floor = 3;

/* Rows that still overflow as it gets cold become dearer. */
static const double dearer = 1.1;

struct annealing {
    struct search *search;
    struct shuffle shuffle;
    double *penalties; /* by row */
    double *units;  /* by row: for a unit; of a floor in points, of others in worths of a place */
    double *raised; /* by row: times so much */
    double *floor_means; /* by floor: what a choice brings to it */
    double scale;        /* what a group's place is worth */
    double temperature;
    int64_t value; /* of the best plan met */
    int *best;     /* its choices, but for the groups in `changed` */
    int *changed;  /* groups that moved since */
    bool *is_changed;
    int changed_count;
};

struct parts {
    double smallest, mean;
};

/* What the choices of a row have of it. */
static struct parts parts_of(const struct search *search, int row)
{
    struct parts parts = {INFINITY, 0};
    int count = 0;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        const double part = fabs((double)search->row_coefficients[at]);
        if (search->program->columns[search->row_columns[at]].group == NO_INDEX)
            continue;
        parts.smallest = fmin(parts.smallest, part);
        parts.mean += part;
        count++;
    }
    return count > 0 ? (struct parts){parts.smallest, parts.mean / count} : (struct parts){1, 1};
}

/* A floor costs more than the linear program would pay for it; every other row more than the place
 * of a group is worth, with what it brings to the floors. */
static void set_penalties(struct annealing *annealing)
{
    const struct search *search = annealing->search;
    double worth = annealing->scale;
    for (int row = search->first_floor; row < search->program->row_count; row++) {
        annealing->penalties[row] = annealing->raised[row] * annealing->units[row];
        worth += annealing->penalties[row] * annealing->floor_means[row - search->first_floor];
    }
    for (int row = 0; row < search->first_floor; row++)
        annealing->penalties[row] = annealing->raised[row] * worth * annealing->units[row];
    settled_penalise(&annealing->shuffle.draft.settled, annealing->penalties);
}

static void find_units(struct annealing *annealing)
{
    struct search *search = annealing->search;
    const size_t rows = (size_t)search->program->row_count + 1;
    annealing->penalties = borrow(search, rows, sizeof(double));
    annealing->units = borrow(search, rows, sizeof(double));
    annealing->raised = borrow(search, rows, sizeof(double));
    annealing->floor_means = borrow(search, rows, sizeof(double));
    for (int row = 0; row < search->program->row_count; row++) {
        const struct parts parts = parts_of(search, row);
        annealing->raised[row] = 1;
        if (row < search->first_floor) {
            annealing->units[row] = penalty / parts.smallest;
            continue;
        }
        const double dual = fabs(annealing->shuffle.list.prices[row]);
        annealing->floor_means[row - search->first_floor] = parts.mean;
        annealing->units[row] =
            dearer_floor * fmax(dual, 0.1 * annealing->scale / fmax(1, parts.mean));
    }
}

/* Floors first: a plan in the wrong place when it gets cold stays there. */
static void raise_penalties(struct annealing *annealing, int step)
{
    const struct settled *settled = &annealing->shuffle.draft.settled;
    const int first = step >= STEPS / 2 ? 0 : annealing->search->first_floor;
    for (int row = first; row < annealing->search->program->row_count; row++) {
        const bool lacks = settled->left[row] < 0 ||
                           (settled->left[row] > 0 && annealing->search->program->rows[row].equal);
        annealing->raised[row] *= lacks ? dearer : 1;
    }
    set_penalties(annealing);
}

/* exp(-x) nearly, from products alone, so that every machine has the same. */
static double chance_of(double x)
{
    double base = 1 - x / 16;
    if (base <= 0)
        return 0;
    for (int k = 0; k < 4; k++)
        base *= base;
    return base;
}

static void note_changes(struct annealing *annealing)
{
    const struct shuffle *shuffle = &annealing->shuffle;
    for (int k = 0; k < shuffle->count; k++) {
        const int group = shuffle->groups[k];
        if (annealing->is_changed[group])
            continue;
        annealing->is_changed[group] = true;
        annealing->changed[annealing->changed_count++] = group;
    }
}

static void keep_best(struct annealing *annealing)
{
    struct draft *draft = &annealing->shuffle.draft;
    const int64_t value = annealing->shuffle.points + draft->settled.points;
    if (value <= annealing->value || draft->settled.broken > 0 || draft_shortage(draft) > 0)
        return;
    annealing->value = value;
    for (int k = 0; k < annealing->changed_count; k++) {
        const int group = annealing->changed[k];
        annealing->best[group] = draft->choice[group];
        annealing->is_changed[group] = false;
    }
    annealing->changed_count = 0;
}

static void move(struct annealing *annealing)
{
    struct shuffle *shuffle = &annealing->shuffle;
    const double before = shuffle_energy(shuffle);
    shuffle_move(shuffle);
    const double worse = shuffle_energy(shuffle) - before;
    if (worse > 0 && chance_share(&shuffle->chance) >= chance_of(worse / annealing->temperature)) {
        shuffle_undo(shuffle);
        return;
    }
    note_changes(annealing);
    keep_best(annealing);
}

static struct annealing annealing_of(struct search *search)
{
    struct annealing annealing = {
        .search = search,
    };
    const size_t groups = (size_t)search->program->group_count + 1;
    const struct shortlist list = shortlist_of(search, LEAST_COLUMNS, MOST_COLUMNS, worthwhile);
    annealing.scale = list.scale;
    annealing.shuffle = shuffle_of(search, search->best, &list);
    annealing.value = search->best_value;
    annealing.best = borrow(search, groups, sizeof *annealing.best);
    memcpy(annealing.best, annealing.shuffle.draft.choice, (groups - 1) * sizeof *annealing.best);
    annealing.changed = borrow(search, groups, sizeof *annealing.changed);
    annealing.is_changed = borrow(search, groups, sizeof *annealing.is_changed);
    return annealing;
}

static void offer_best(struct annealing *annealing)
{
    struct search *search = annealing->search;
    const struct program *program = search->program;
    int64_t *values = borrow(search, (size_t)program->column_count + 1, sizeof *values);
    for (int group = 0; group < program->group_count; group++) {
        if (annealing->best[group] != NO_INDEX)
            values[annealing->best[group]] = 1;
    }
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group == NO_INDEX)
            values[column] = search->best[column];
    }
    search_offer(search, values);
}

void anneal(struct search *search)
{
    struct annealing annealing = annealing_of(search);
    find_units(&annealing);
    set_penalties(&annealing);
    double ratio = coldest / hottest;
    for (int k = 0; k < HALVINGS; k++)
        ratio = sqrt(ratio);
    annealing.temperature = hottest * annealing.scale;
    const int columns = annealing.shuffle.list.starts[search->program->group_count];
    const bool quick = search->redraws && search->stage == 0;
    const struct allowance allowance = allowance_of(
        search, part_of_stage, (int64_t)(quick ? WORK_IN_DRAFT : WORK_A_COLUMN) * columns);
    for (int step = 0; step < STEPS && search_goes_on(search); step++) {
        while (allowance_used(search, &allowance) * STEPS < step + 1) {
            for (int k = 0; k < MOVES_A_LOOK; k++)
                move(&annealing);
            search->work += MOVES_A_LOOK;
        }
        annealing.temperature *= ratio;
        if (step >= STEPS / 4)
            raise_penalties(&annealing, step);
    }
    if (annealing.value > search->best_value)
        offer_best(&annealing);
}
