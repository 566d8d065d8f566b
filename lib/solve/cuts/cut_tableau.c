/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "solve/cuts/cuts.h"
#include "solve/master.h"
#include "solve/primal/ranking.h"

/* How many fractional columns are asked for a cut in one round. */
enum { MOST_SOURCES = 60 };

static double away_from_whole(double value)
{
    return fabs(value - floor(value + 0.5));
}

/* The multiplier of one row: the fractional part in millionths, rounded up so that a coefficient
 * which is whole in exact arithmetic stays whole. An equation keeps its multiplier as it is. */
static int64_t fraction(double multiplier, bool equal)
{
    double part = equal ? multiplier : multiplier - floor(multiplier);
    if (fabs(part) < 1e-6 || (!equal && part > 1 - 1e-6) || fabs(part) > 1e6)
        return 0;
    return (int64_t)ceil(part * MILLION - 1e-3);
}

static void add_term(struct term *terms, int *count, struct term term)
{
    if (term.multiplier != 0)
        terms[(*count)++] = term;
}

/* Gomory's cut, told in the rows of the program: fractional parts of the tableau's multipliers. */
static int terms_of_multipliers(const struct search *search, const double *multipliers,
                                double times, struct term *terms)
{
    const struct program *program = search->program;
    int count = 0;
    for (int row = 0; row < program->row_count; row++) {
        bool equal = program->rows[row].equal;
        const int lp_row = search->lp_row[row];
        if (lp_row == NO_INDEX)
            continue;
        int64_t part = fraction(times * multipliers[lp_row] / search->scales[row], equal);
        add_term(terms, &count, (struct term){TERM_ROW, row, part});
    }
    for (int group = 0; group < program->group_count; group++) {
        int64_t part = fraction(times * multipliers[search->first_group_row + group], false);
        add_term(terms, &count, (struct term){TERM_GROUP, group, part});
    }
    for (int cut = search->program->seed_count; cut < search->cut_count; cut++) {
        int row = search->cuts[cut].lp_row;
        if (row == NO_INDEX)
            continue;
        int64_t part = fraction(times * multipliers[row] / search->row_scale[row], false);
        add_term(terms, &count, (struct term){TERM_CUT, cut, part});
    }
    return count;
}

/* The fractional columns of the basis, the most fractional first. */
static int find_sources(struct search *search, struct ranked *sources)
{
    int count = 0;
    for (int column = 0; column < lp_columns(search->lp); column++) {
        if (search->column_of[column] == NO_INDEX || !lp_column_basic(search->lp, column))
            continue;
        double away = away_from_whole(lp_primal(search->lp, column));
        if (away > 0.005)
            sources[count++] = (struct ranked){column, away};
    }
    ranking_sort(sources, count);
    return count < MOST_SOURCES ? count : MOST_SOURCES;
}

void cuts_from_tableau(struct search *search, struct offers *offers)
{
    static const double times[] = {1, -1, 2, 3};
    struct ranked *sources = borrow(search, (size_t)lp_columns(search->lp) + 1, sizeof *sources);
    int count = find_sources(search, sources);
    size_t rows = (size_t)lp_rows(search->lp);
    double *multipliers = borrow(search, rows + 1, sizeof *multipliers);
    struct term *terms = borrow(search, rows + 1, sizeof *terms);
    for (int k = 0; k < count; k++) {
        if (!lp_tableau_multipliers(search->lp, sources[k].index, multipliers))
            return;
        for (size_t t = 0; t < sizeof times / sizeof *times; t++) {
            int size = terms_of_multipliers(search, multipliers, times[t], terms);
            cuts_offer(search, offers, terms, size);
        }
    }
}
