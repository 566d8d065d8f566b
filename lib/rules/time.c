/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judgement.h"

static bool time_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t ready = problem->households[household].ready;

    if (home->available > ready + problem->policy.horizon_days)
        return false;
    if (home->lease_end == HUSLY_NO_DATE || home->kind == HUSLY_KIND_TRANSIT)
        return true;
    int64_t start = home->available > ready ? home->available : ready;
    return home->lease_end - start >= problem->policy.permanent_days;
}

/* Contract rule 6, from the dates as given: an arrival before the round counts as the round's day.
 */
static struct judgement time_judge(const husly_problem *problem, int household, int dwelling)
{
    const husly_policy *policy = &problem->policy;
    const husly_dwelling *home = problem->dwellings[dwelling].given;
    int64_t ready = problem->households[household].given->arrival;
    if (ready < policy->round_date)
        ready = policy->round_date;
    int64_t available = home->available_from;
    if (available == HUSLY_NO_DATE)
        available = policy->round_date;

    int64_t last = ready + policy->horizon_days;
    if (available > last)
        return judgement_broken("late", available, last);
    int64_t stay = home->lease_end - (available > ready ? available : ready);
    bool lasts = home->lease_end == HUSLY_NO_DATE || home->kind == HUSLY_KIND_TRANSIT;
    if (!lasts && stay < policy->permanent_days)
        return judgement_broken("lease_short", stay, policy->permanent_days);
    return judgement_holds();
}

const struct rule rule_time = {
    .code = "time", .number = 6, .allows = time_allows, .judge = time_judge};
