/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/fit_terms.h"
#include "report/verify/verify.h"
#include "rules/benefit.h"

/* Every figure of a placement, worked out anew from the round. */
static void find_figures(const husly_problem *problem, int h, int d,
                         struct figure figures[PLACEMENT_END])
{
    const struct household *household = &problem->households[h];
    const struct dwelling *dwelling = &problem->dwellings[d];
    const int area = problem_area_of(problem, dwelling);
    const husly_amount benefit = benefit_of_pair(problem, h, d);
    const husly_amount net_rent = dwelling->rent + dwelling->utilities - benefit;
    const husly_amount budget = household->has_budget ? household->budget : HUSLY_NO_AMOUNT;
    const husly_amount margin = household->has_budget ? budget - net_rent : HUSLY_NO_AMOUNT;

    figures[PLACEMENT_HOUSEHOLD] = figure_text(household->id);
    figures[PLACEMENT_DWELLING] = figure_text(dwelling->id);
    figures[PLACEMENT_SECTION] = figure_text(problem->sections[dwelling->section].id);
    figures[PLACEMENT_AREA] = figure_text(area != NONE ? problem->areas[area].id : NULL);
    figures[PLACEMENT_PERSONS] = figure_whole((int64_t)household->adults + household->children);
    figures[PLACEMENT_RENT] = figure_amount(dwelling->rent);
    figures[PLACEMENT_UTILITIES] = figure_amount(dwelling->utilities);
    figures[PLACEMENT_BENEFIT] = figure_amount(benefit);
    figures[PLACEMENT_NET_RENT] = figure_amount(net_rent);
    figures[PLACEMENT_BUDGET] = figure_amount(budget);
    figures[PLACEMENT_MARGIN] = figure_amount(margin);
    figures[PLACEMENT_NEED] = figure_whole(household->need);
    figures[PLACEMENT_FIT] = figure_whole(fit_points(problem, h, d));
}

static void place_row(struct verification *verification, const struct result_row *row)
{
    const husly_problem *problem = verification->problem;
    const struct result_table *table = &verification->result->placements;
    const int household = verify_household(verification, table, row);
    const int dwelling = problem_find_dwelling(problem, row->cells[PLACEMENT_DWELLING].text);
    if (dwelling == NONE)
        complain(verification->complaints, cell_place(table, row, PLACEMENT_DWELLING),
                 "the round has no dwelling with this id");
    if (household == NONE || dwelling == NONE)
        return;
    if (verification->placed[household] != NONE) {
        complain(verification->complaints, cell_place(table, row, PLACEMENT_HOUSEHOLD),
                 "household %s is placed twice", problem->households[household].id);
        return;
    }
    verification->placed[household] = dwelling;
}

static void verify_row(struct verification *verification, const struct result_row *row)
{
    const husly_problem *problem = verification->problem;
    const struct result_table *table = &verification->result->placements;
    const int household = problem_find_household(problem, row->cells[PLACEMENT_HOUSEHOLD].text);
    const int dwelling = problem_find_dwelling(problem, row->cells[PLACEMENT_DWELLING].text);
    if (household == NONE || dwelling == NONE)
        return;
    struct figure figures[PLACEMENT_END];
    find_figures(problem, household, dwelling, figures);
    for (int column = 0; column < PLACEMENT_END; column++)
        verify_cell(verification, table, row, column, figures[column]);
}

void verify_placements(struct verification *verification)
{
    const struct result_table *table = &verification->result->placements;
    verify_columns(verification, table, PLACEMENT_END);
    for (size_t at = 0; at < table->count; at++)
        place_row(verification, &table->rows[at]);
}

void verify_figures(struct verification *verification)
{
    const struct result_table *table = &verification->result->placements;
    for (size_t at = 0; at < table->count; at++)
        verify_row(verification, &table->rows[at]);
}
