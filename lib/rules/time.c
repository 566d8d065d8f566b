/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judgement.h"

static bool time_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t ready = problem->households[household].ready;

    if (problem->households[household].is_deferred)
        return false;
    if (home->available > ready + problem->policy.horizon_days)
        return false;
    if (home->lease_end == HUSLY_NO_DATE || home->kind == HUSLY_KIND_TRANSIT)
        return true;
    int64_t start = home->available > ready ? home->available : ready;
    return home->lease_end - start >= problem->policy.permanent_days;
}

/* The day on which a stay at a højskole ends; HUSLY_NO_DATE without one. */
static int64_t stay_end(const husly_policy *policy, const husly_household *given)
{
    return given->hojskole_from == HUSLY_NO_DATE
               ? HUSLY_NO_DATE
               : (int64_t)given->hojskole_from + policy->hojskole_days;
}

static int64_t later(int64_t day, int64_t other)
{
    return day > other ? day : other;
}

/* Between the dispensation and its use the neighbours are heard. */
static int64_t day_available(const husly_policy *policy, const husly_dwelling *given)
{
    int64_t day = given->available_from;
    if (given->available_from == HUSLY_NO_DATE)
        day = policy->round_date;
    if (given->hearing_from == HUSLY_NO_DATE)
        return day;
    return later(day, (int64_t)given->hearing_from + policy->hearing_days);
}

static struct judgement judge_lease(const husly_dwelling *given, int64_t start, int64_t wanted)
{
    int64_t stay = given->lease_end - start;
    bool lasts = given->lease_end == HUSLY_NO_DATE || given->kind == HUSLY_KIND_TRANSIT;
    return lasts || stay >= wanted ? judgement_holds()
                                   : judgement_broken("lease_short", stay, wanted);
}

/* Contract rule 6, from the dates as given: an arrival before the round counts as the round's day,
 * and so does a stay that has ended. */
static struct judgement time_judge(const husly_problem *problem, int household, int dwelling)
{
    const husly_policy *policy = &problem->policy;
    const husly_dwelling *home = problem->dwellings[dwelling].given;
    const husly_household *people = problem->households[household].given;
    const int64_t end = stay_end(policy, people);
    const int64_t next_round = (int64_t)policy->round_date + policy->round_days;
    if (end > next_round)
        return judgement_broken("at_hojskole", end, next_round);

    const int64_t ready = later(later(policy->round_date, people->arrival), end);
    const int64_t available = day_available(policy, home);
    const int64_t last = ready + policy->horizon_days;
    if (available > last)
        return judgement_broken("late", available, last);
    return judge_lease(home, later(available, ready), policy->permanent_days);
}

const struct rule rule_time = {
    .code = "time", .number = 6, .allows = time_allows, .judge = time_judge};
