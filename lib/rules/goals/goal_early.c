/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"
#include "rules/goals/goal_list.h"

static void tell_early(const husly_problem *problem, int household, int dwelling,
                       breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[HUSLY_WEIGHT_EARLY];
    if (weight == 0)
        return;
    int64_t horizon = problem->policy.horizon_days > 1 ? problem->policy.horizon_days : 1;
    int64_t days =
        (int64_t)problem->dwellings[dwelling].available - problem->households[household].ready;
    days = days > 0 ? days : 0;
    wide left = days < horizon ? horizon - days : 0;
    const struct breakdown_line line =
        breakdown_line("early", days, weight, (int64_t)wide_floor(weight * left, horizon));
    tell(&line, user);
}

const struct goal goal_early = {.term = "early", .weight = HUSLY_WEIGHT_EARLY, .tell = tell_early};
