/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/wide.h"
#include "model/excess.h"
#include "model/resolve/resolve.h"

/* What a place cost that the household has left says nothing of what comes. */
static husly_amount temporary_of(const struct household *household, husly_date round_date)
{
    const husly_household *given = household->given;
    const bool has_left =
        given->current_until != HUSLY_NO_DATE && given->current_until <= round_date;
    if (!has_left && given->current_cost != HUSLY_NO_AMOUNT)
        return given->current_cost;
    if (!has_left && given->current_rent != HUSLY_NO_AMOUNT)
        return excess_of(given->current_rent, household->self_payment);
    return household->emergency;
}

static void fill_costs(struct household *household, const husly_policy *policy)
{
    household->self_payment = self_payment_of(policy, household->adults, household->children);
    household->emergency = excess_of_emergency(policy, household->self_payment);
    household->temporary = temporary_of(household, policy->round_date);
}

static bool has_stage_cost(const husly_policy *policy)
{
    for (int stage = 0; stage < policy->stage_count; stage++) {
        if (policy->stages[stage] == HUSLY_STAGE_COST)
            return true;
    }
    return false;
}

static husly_amount dearest_dwelling(const husly_problem *problem)
{
    husly_amount most = 0;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        most = problem->dwellings[dwelling].cost > most ? problem->dwellings[dwelling].cost : most;
    return most;
}

/* Sums of the stage must stay far within 64 bits, whatever the plan. */
static bool is_countable(const husly_problem *problem)
{
    const husly_amount dearest = dearest_dwelling(problem);
    wide sum = 0;
    for (int h = 0; h < problem->household_count; h++) {
        const husly_amount temporary = problem->households[h].temporary;
        sum += (wide)(temporary > dearest ? temporary : dearest) * problem->policy.round_days / 30;
    }
    return sum <= INT64_MAX / 8;
}

husly_status resolve_costs(husly_problem *problem, husly_error *error)
{
    for (int h = 0; h < problem->household_count; h++)
        fill_costs(&problem->households[h], &problem->policy);
    if (!has_stage_cost(&problem->policy))
        return HUSLY_OK;
    if (problem->policy.fallback_cost == HUSLY_NO_AMOUNT &&
        problem->policy.fallback_rent == HUSLY_NO_AMOUNT)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "stages"},
                         "stage cost needs the rule fallback_cost or fallback_rent; add one");
    if (!is_countable(problem))
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "stages"},
                         "the kroner of stage cost do not fit into 64 bits; the amounts are too "
                         "large");
    return HUSLY_OK;
}
