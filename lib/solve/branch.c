/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "solve/master.h"
#include "solve/tree.h"

/* Candidates tried by a few dual steps before one is trusted, and how many tries make it known. */
enum { CANDIDATES = 8, KNOWN_AFTER = 1, PROBE_STEPS = 40 };

static const double whole = 1e-6;

/* Ranks a column that nothing is known of before all others. */
static const double untried = 1e30;

static struct span span_after(const struct search *search, const struct fixing *fixing)
{
    struct span span = search->spans[fixing->column];
    if (fixing->kind == FIX_AT_LEAST && fixing->number > span.low)
        span.low = fixing->number;
    if (fixing->kind == FIX_AT_MOST && fixing->number < span.high)
        span.high = fixing->number;
    return span;
}

static void place(struct search *search, int group, signed char placed)
{
    search->placed[group] = placed;
    master_place(search, group);
}

void branch_fix(struct search *search, const struct fixing *fixing)
{
    if (!fixing_has_column(fixing)) {
        place(search, fixing->column, fixing->kind == FIX_PLACED ? IN : OUT);
        return;
    }
    if (fixing->kind == FIX_USE || fixing->kind == FIX_NOT)
        search->fixed[fixing->column] = fixing->kind == FIX_USE ? IN : OUT;
    else
        search->spans[fixing->column] = span_after(search, fixing);
    master_fix(search, fixing->column);
}

void branch_free(struct search *search, const struct fixing *fixing)
{
    int column = fixing->column;
    if (!fixing_has_column(fixing)) {
        place(search, column, FREE);
        return;
    }
    search->fixed[column] = FREE;
    search->spans[column] = (struct span){0, search->program->columns[column].upper};
    master_fix(search, column);
}

struct fixed branch_fix_for_now(struct search *search, const struct fixing *fixing)
{
    const bool group = !fixing_has_column(fixing);
    struct fixed before = {.state = group ? search->placed[fixing->column]
                                          : search->fixed[fixing->column]};
    if (!group)
        before.span = search->spans[fixing->column];
    branch_fix(search, fixing);
    return before;
}

void branch_take_back(struct search *search, const struct fixing *fixing, struct fixed before)
{
    if (!fixing_has_column(fixing)) {
        place(search, fixing->column, before.state);
        return;
    }
    search->fixed[fixing->column] = before.state;
    search->spans[fixing->column] = before.span;
    master_fix(search, fixing->column);
}

void branch_fixings(const struct search *search, struct split split, struct fixing out[2])
{
    int column = split.column;
    if (split.column >= search->program->column_count) {
        column -= search->program->column_count;
        out[0] = (struct fixing){FIX_PLACED, column, 0};
        out[1] = (struct fixing){FIX_UNPLACED, column, 0};
        return;
    }
    if (search->program->columns[column].group != NO_INDEX) {
        out[0] = (struct fixing){FIX_USE, column, 0};
        out[1] = (struct fixing){FIX_NOT, column, 0};
        return;
    }
    int64_t below = (int64_t)floor(split.value);
    out[0] = (struct fixing){FIX_AT_MOST, column, below};
    out[1] = (struct fixing){FIX_AT_LEAST, column, below + 1};
}

struct candidate {
    struct split split;
    double score;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;
    if (left->score != right->score)
        return left->score < right->score ? 1 : -1;
    return left->split.column < right->split.column ? -1 : left->split.column > right->split.column;
}

static double expected(const struct search *search, int side, int column)
{
    int tries = search->tries[side][column];
    return tries == 0 ? 0 : search->gain[side][column] / tries;
}

/* Both sides should lose much: their product, with a little of how fractional it is. */
static double score_of(double lost_out, double lost_in, double value)
{
    double away = fabs(value - floor(value + 0.5));
    return fmax(lost_out, 1e-3) * fmax(lost_in, 1e-3) + 1e-9 * away;
}

/* With or without the counts at a price, which follow from the choices. */
static int list_fractional(struct search *search, struct candidate *list, bool priced)
{
    int count = 0;
    for (int column = 0; column < search->program->column_count; column++) {
        double value = master_value(search, column);
        if (search->lp_column[column] == NO_INDEX || fabs(value - floor(value + 0.5)) <= whole ||
            (!priced && search->program->columns[column].price > 0))
            continue;
        double score = score_of(expected(search, 0, column) * value,
                                expected(search, 1, column) * (1 - value), value);
        if (search->tries[0][column] == 0)
            score = untried * (1 + fabs(value - floor(value + 0.5)));
        list[count++] = (struct candidate){{column, value}, score};
    }
    return count;
}

static bool may_place(const struct search *search, int group)
{
    if (search->placed[group] != FREE)
        return false;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const struct program_column *it = &search->program->columns[search->group_columns[at]];
        if (it->pinned || it->dead_by != NO_INDEX)
            return false;
    }
    return true;
}

/* Groups that the solution takes in part. */
static int list_shared(struct search *search, struct candidate *list)
{
    const int columns = search->program->column_count;
    int count = 0;
    for (int group = 0; group < search->program->group_count; group++) {
        const double share = master_share(search, group);
        const double away = fabs(share - floor(share + 0.5));
        const int subject = columns + group;
        if (away <= whole || !may_place(search, group))
            continue;
        double score = score_of(expected(search, 0, subject) * share,
                                expected(search, 1, subject) * (1 - share), share);
        if (search->tries[0][subject] == 0)
            score = untried * (1 + away);
        list[count++] = (struct candidate){{subject, share}, score};
    }
    return count;
}

/* The basis of the case at hand, to come back to after a probe. */
struct camp {
    unsigned char *basis;
    int rows, columns;
    double value;
};

/* What the bound loses within a few steps when the fixing is made. */
static double probe(struct search *search, struct fixing fixing, const struct camp *camp)
{
    const struct fixed before = branch_fix_for_now(search, &fixing);
    lp_solve(search->lp, LP_DUAL, PROBE_STEPS);
    double lost = camp->value - lp_value(search->lp);
    branch_take_back(search, &fixing, before);
    lp_load_basis(search->lp, camp->basis, camp->rows, camp->columns);
    return lost > 0 ? lost : 0;
}

static int side_of(const struct fixing *fixing)
{
    return fixing->kind == FIX_USE || fixing->kind == FIX_AT_LEAST || fixing->kind == FIX_PLACED;
}

static void learn(struct search *search, const struct fixing *fixing, double lost)
{
    const int side = side_of(fixing);
    const int subject =
        fixing->column + (!fixing_has_column(fixing) ? search->program->column_count : 0);
    search->gain[side][subject] += lost;
    search->tries[side][subject]++;
}

void branch_learn(struct search *search, const struct node *node, double before, double after)
{
    learn(search, &node->fixing, before > after ? before - after : 0);
}

static double probe_both(struct search *search, struct split split, const struct camp *camp)
{
    struct fixing fixings[2];
    double lost[2];
    branch_fixings(search, split, fixings);
    for (int k = 0; k < 2; k++) {
        lost[k] = probe(search, fixings[k], camp);
        learn(search, &fixings[k], lost[k]);
    }
    return score_of(lost[0], lost[1], split.value);
}

/* A column of the plan at hand that is not decided yet, when none is fractional. */
static struct split choose_undecided(const struct search *search)
{
    const struct program *program = search->program;
    for (int column = 0; column < program->column_count; column++) {
        bool open = program->columns[column].group != NO_INDEX && !search->barred[column] &&
                    !program->columns[column].pinned && search->fixed[column] == FREE;
        if (open && master_value(search, column) > 0.5)
            return (struct split){column, 1};
    }
    return (struct split){NO_INDEX, 0};
}

static struct split choose_by_probes(struct search *search, struct candidate *list, int count)
{
    struct camp camp = {.rows = lp_rows(search->lp),
                        .columns = lp_columns(search->lp),
                        .value = lp_value(search->lp)};
    camp.basis = borrow(search, (size_t)camp.rows + (size_t)camp.columns, 1);
    lp_save_basis(search->lp, camp.basis);
    struct candidate best = list[0];
    for (int k = 0; k < count && k < CANDIDATES; k++) {
        if (search->tries[0][list[k].split.column] < KNOWN_AFTER)
            list[k].score = probe_both(search, list[k].split, &camp);
        if (k == 0 || list[k].score > best.score)
            best = list[k];
    }
    return best.split;
}

struct split branch_choose(struct search *search)
{
    struct candidate *list = borrow(
        search, (size_t)search->program->column_count + (size_t)search->program->group_count + 1,
        sizeof *list);
    int count = list_shared(search, list);
    if (count == 0)
        count = list_fractional(search, list, false);
    if (count == 0)
        count = list_fractional(search, list, true);
    if (count == 0)
        return choose_undecided(search);
    qsort(list, (size_t)count, sizeof *list, compare_candidates);
    return choose_by_probes(search, list, count);
}
