/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/pair_kroner.h"

#include "base/wide.h"

/* The first `waiting` of the days at one price a month, the rest at another. */
static husly_amount over_days(husly_amount meanwhile, int64_t waiting, husly_amount after,
                              int64_t days)
{
    const bool unknown = (waiting > 0 && meanwhile == HUSLY_NO_AMOUNT) ||
                         (waiting < days && after == HUSLY_NO_AMOUNT);
    if (unknown)
        return HUSLY_NO_AMOUNT;
    wide sum = 0;
    if (waiting > 0)
        sum += (wide)waiting * meanwhile;
    if (waiting < days)
        sum += (wide)(days - waiting) * after;
    sum = wide_floor(sum, 30);
    return sum > INT64_MAX ? INT64_MAX : (husly_amount)sum;
}

static int64_t between(int64_t low, int64_t number, int64_t high)
{
    if (number < low)
        return low;
    return number > high ? high : number;
}

/* The day the household needs a home. */
static husly_date first_day(const husly_problem *problem, int household)
{
    const husly_date arrival = problem->households[household].given->arrival;
    const husly_date date = problem->policy.round_date;
    return arrival != HUSLY_NO_DATE && arrival > date ? arrival : date;
}

static husly_amount transit_month(const husly_problem *problem, int household, int transit)
{
    const husly_dwelling *place = problem->dwellings[transit].given;
    const husly_amount beyond =
        place->rent + place->utilities - problem->households[household].self_payment;
    return place->cost + (beyond > 0 ? beyond : 0);
}

struct pair_kroner pair_kroner(const husly_problem *problem, int household, int permanent,
                               int transit)
{
    const husly_amount meanwhile = problem->households[household].temporary;
    const int64_t round_days = problem->policy.round_days, year_days = 365;
    struct pair_kroner kroner = {.month = meanwhile};
    int64_t moves_in = 0;
    if (permanent != NONE) {
        kroner.month = problem->dwellings[permanent].given->cost;
        moves_in = (int64_t)problem->dwellings[permanent].available - first_day(problem, household);
    } else if (transit != NONE) {
        kroner.month = transit_month(problem, household, transit);
    }
    kroner.round = over_days(meanwhile, between(0, moves_in, round_days), kroner.month, round_days);
    kroner.year = over_days(meanwhile, between(0, moves_in, year_days), kroner.month, year_days);
    return kroner;
}

void pair_kroner_saved(const husly_problem *problem, int household, const int *dwellings, int count,
                       int64_t *out)
{
    const husly_amount meanwhile = problem->households[household].temporary;
    const int64_t days = problem->policy.round_days;
    const int64_t first = first_day(problem, household);
    const husly_amount without = over_days(meanwhile, 0, meanwhile, days);
    for (int k = 0; k < count; k++) {
        const struct dwelling *home = &problem->dwellings[dwellings[k]];
        const int64_t waiting = between(0, (int64_t)home->available - first, days);
        out[k] = without - over_days(meanwhile, waiting, home->given->cost, days);
    }
}

int64_t stage_figure(const husly_problem *problem, husly_stage stage, int64_t points)
{
    if (stage != HUSLY_STAGE_COST)
        return points;
    wide figure = -(wide)points;
    for (int household = 0; household < problem->household_count; household++)
        figure += pair_kroner(problem, household, NONE, NONE).round;
    if (figure > INT64_MAX)
        return INT64_MAX;
    return figure < INT64_MIN ? INT64_MIN : (int64_t)figure;
}
