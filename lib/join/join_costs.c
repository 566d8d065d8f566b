/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from a plan to what each household costs, docs/rules.md, Cost. */
#include "base/memory.h"
#include "base/wide.h"
#include "join/join_outcome.h"
#include "rules/cost.h"

enum { DAYS_A_YEAR = 365 };

static struct cost_row permanent_row(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    return (struct cost_row){
        .place = COST_PERMANENT,
        .dwelling_id = home->id,
        .until = home->lease_end,
        .self_payment = HUSLY_NO_AMOUNT,
        .excess = home->cost,
        .round = cost_of_days(problem, household, dwelling, problem->policy.round_days),
        .year = cost_of_days(problem, household, dwelling, DAYS_A_YEAR)};
}

/* A month's price, from the round date on. */
static struct cost_row temporary_row(const husly_problem *problem, int household,
                                     enum cost_place place, husly_amount month)
{
    return (struct cost_row){.place = place,
                             .until = HUSLY_NO_DATE,
                             .self_payment = problem->households[household].self_payment,
                             .excess = month,
                             .round = cost_of_month(month, problem->policy.round_days),
                             .year = cost_of_month(month, DAYS_A_YEAR)};
}

/* When the lease ends, or its longest stay, whichever comes first. */
static husly_date transit_until(const struct household *people, const struct dwelling *place)
{
    if (place->max_stay == HUSLY_NO_NUMBER)
        return place->lease_end;
    const husly_date end = people->ready + place->max_stay;
    return place->lease_end != HUSLY_NO_DATE && place->lease_end < end ? place->lease_end : end;
}

static struct cost_row transit_row(const husly_problem *problem, int household, int dwelling)
{
    struct cost_row row = temporary_row(problem, household, COST_TRANSIT,
                                        cost_of_transit(problem, household, dwelling));
    row.dwelling_id = problem->dwellings[dwelling].id;
    row.until = transit_until(&problem->households[household], &problem->dwellings[dwelling]);
    return row;
}

static struct cost_row sheltered_row(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    struct cost_row row = temporary_row(problem, household, COST_EMERGENCY, people->temporary);
    if (people->is_deferred) {
        row.place = COST_HOJSKOLE;
        row.until = people->given->hojskole_from + problem->policy.hojskole_days;
        row.self_payment = HUSLY_NO_AMOUNT;
    } else if (people->has_place) {
        row.place = COST_CURRENT;
        row.until = people->given->current_until;
    }
    return row;
}

static struct cost_row row_of(const husly_problem *problem, const husly_plan *plan, int household)
{
    if (plan->placed[household] != NONE)
        return permanent_row(problem, household, plan->placed[household]);
    if (plan->temporary[household] != NONE)
        return transit_row(problem, household, plan->temporary[household]);
    return sheltered_row(problem, household);
}

static husly_amount added(husly_amount sum, husly_amount amount)
{
    if (sum == HUSLY_NO_AMOUNT || amount == HUSLY_NO_AMOUNT)
        return HUSLY_NO_AMOUNT;
    return (wide)sum + amount < INT64_MAX ? sum + amount : INT64_MAX;
}

bool outcome_add_costs(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan)
{
    struct cost_total *total = &outcome->cost;
    outcome->costs =
        arena_take(outcome->arena, (size_t)problem->household_count + 1, sizeof *outcome->costs);
    if (outcome->costs == NULL)
        return false;
    for (int household = 0; household < problem->household_count; household++) {
        struct cost_row *row = &outcome->costs[outcome->cost_count++];
        *row = row_of(problem, plan, household);
        row->household_id = problem->households[household].id;
        total->round = added(total->round, row->round);
        total->year = added(total->year, row->year);
        if (row->self_payment != HUSLY_NO_AMOUNT)
            total->self_payment = added(total->self_payment, row->self_payment);
    }
    return true;
}
