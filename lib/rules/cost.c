/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/cost.h"

#include "base/wide.h"
#include "model/excess.h"

enum { DAYS_A_MONTH = 30 };

static husly_amount cut(wide amount)
{
    return amount < INT64_MAX ? (husly_amount)amount : INT64_MAX;
}

/* Days until the household can move in, from the day it comes. */
static int days_before(const struct household *household, const struct dwelling *dwelling,
                       husly_date round_date, int most)
{
    const husly_date arrival = household->given->arrival;
    const husly_date from = arrival > round_date ? arrival : round_date;
    const int64_t days = (int64_t)dwelling->available - from;
    if (days <= 0)
        return 0;
    return days < most ? (int)days : most;
}

husly_amount cost_of_days(const husly_problem *problem, int household, int dwelling, int days)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = dwelling != NONE ? &problem->dwellings[dwelling] : NULL;
    const int waits =
        home != NULL ? days_before(people, home, problem->policy.round_date, days) : days;
    if (waits > 0 && people->temporary == HUSLY_NO_AMOUNT)
        return HUSLY_NO_AMOUNT;
    wide sum = waits > 0 ? (wide)people->temporary * waits : 0;
    sum += home != NULL ? (wide)home->cost * (days - waits) : 0;
    return cut(wide_floor(sum, DAYS_A_MONTH));
}

husly_amount cost_of_transit(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *place = &problem->dwellings[dwelling];
    return place->cost +
           excess_of(place->rent + place->utilities, problem->households[household].self_payment);
}

husly_amount cost_of_month(husly_amount month, int days)
{
    return month != HUSLY_NO_AMOUNT ? cut(wide_floor((wide)month * days, DAYS_A_MONTH))
                                    : HUSLY_NO_AMOUNT;
}

int64_t cost_saved(const husly_problem *problem, int household, int dwelling)
{
    const int days = problem->policy.round_days;
    return cost_of_days(problem, household, NONE, days) -
           cost_of_days(problem, household, dwelling, days);
}

int64_t cost_of_nobody_placed(const husly_problem *problem)
{
    int64_t sum = 0;
    for (int household = 0; household < problem->household_count; household++)
        sum += cost_of_days(problem, household, NONE, problem->policy.round_days);
    return sum;
}
