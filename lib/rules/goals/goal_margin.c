/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"
#include "rules/benefit.h"
#include "rules/goals/goal_list.h"

static int64_t margin_points(int64_t weight, husly_amount margin, husly_amount full)
{
    if (margin <= 0)
        return 0;
    if (margin >= full)
        return weight;
    return (int64_t)wide_floor((wide)weight * margin, full);
}

static void tell_margin(const husly_problem *problem, int household, int dwelling,
                        breakdown_fn *tell, void *user)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t weight = problem->weights[HUSLY_WEIGHT_MARGIN];
    if (weight == 0)
        return;
    struct breakdown_line line = breakdown_nothing("margin", weight);
    if (people->has_budget) {
        husly_amount margin = people->budget + benefit_of_pair(problem, household, dwelling) -
                              home->rent - home->utilities;
        line = breakdown_line("margin", (int64_t)wide_floor(margin, 100), weight,
                              margin_points(weight, margin, problem->policy.margin_full));
    }
    tell(&line, user);
}

const struct goal goal_margin = {
    .term = "margin", .weight = HUSLY_WEIGHT_MARGIN, .tell = tell_margin};
