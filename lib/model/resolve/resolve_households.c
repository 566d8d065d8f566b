/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/resolve/resolve.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/wide.h"
#include "model/labels.h"
#include "model/net_income.h"

/* What the living minimum leaves of the income, contract rule 3. A sum beyond 64 bits is cut to
 * them. */
static husly_amount budget_of_income(const husly_household *given, const husly_policy *policy,
                                     husly_amount net_income)
{
    wide minimum = given->adults == 1
                       ? policy->living_minimum_single
                       : (wide)policy->living_minimum_couple +
                             (wide)policy->living_minimum_child * (given->adults - 2);
    minimum += (wide)policy->living_minimum_child * given->children;
    wide budget = net_income - minimum;
    return budget > -INT64_MAX ? (husly_amount)budget : -INT64_MAX;
}

static void fill_budget(struct household *household, const husly_policy *policy)
{
    const husly_household *given = household->given;
    household->has_budget = true;
    if (given->max_rent != HUSLY_NO_AMOUNT)
        household->budget = given->max_rent;
    else if (given->net_income != HUSLY_NO_AMOUNT && given->adults > 0)
        household->budget = budget_of_income(given, policy, given->net_income);
    else
        household->has_budget = false;
}

/* What a benefit class says where nothing else does. */
static void fill_benefit(struct household *household, const husly_policy *policy)
{
    const husly_household *given = household->given;
    const struct net_income income = net_income_of(given, policy);
    if (income.gap != NET_INCOME_KNOWN)
        return;
    if (!household->has_budget) {
        household->budget = budget_of_income(given, policy, income.net);
        household->has_budget = true;
    }
    if (household->income == HUSLY_NO_AMOUNT)
        household->income = 12 * income.gross;
}

/* A household at a højskole stays there until its end; when that is after the next round, so is its
 * turn. */
static void fill_hojskole(struct household *household, const husly_policy *policy)
{
    if (household->given->hojskole_from == HUSLY_NO_DATE)
        return;
    const husly_household *given = household->given;
    const husly_date end = given->hojskole_from + policy->hojskole_days;
    if (household->waiting_days > 0 && end > given->waiting_since)
        household->waiting_days = end < policy->round_date ? policy->round_date - end : 0;
    household->is_deferred = end > policy->round_date + policy->round_days;
    household->ready = end > household->ready ? end : household->ready;
}

static void fill_dates(struct household *household, husly_date round_date)
{
    const husly_household *given = household->given;
    bool waits = given->waiting_since != HUSLY_NO_DATE && given->waiting_since < round_date;
    household->waiting_days = waits ? round_date - given->waiting_since : 0;
    bool arrives = given->arrival != HUSLY_NO_DATE && given->arrival > round_date;
    household->ready = arrives ? given->arrival : round_date;
    household->has_place = given->current_place != NULL && (given->current_until == HUSLY_NO_DATE ||
                                                            given->current_until > round_date);
}

static int64_t need_points(const struct household *household, bool counts_households)
{
    if (household->is_deferred)
        return 0;
    int64_t weight = counts_households ? 1 : household->persons;
    return weight * (NEED_OF_PRIORITY * (int64_t)household->given->priority +
                     problem_days_counted(household));
}

static bool has_index(const int *indices, size_t count, int wanted)
{
    for (size_t at = 0; at < count; at++) {
        if (indices[at] == wanted)
            return true;
    }
    return false;
}

static void insert_ascending(int *indices, size_t *count, int index)
{
    size_t at = *count;
    for (; at > 0 && indices[at - 1] > index; at--)
        indices[at] = indices[at - 1];
    indices[at] = index;
    (*count)++;
}

/* The areas that a cell names, ascending, each once, without those in `except`. */
static const int *areas_named(husly_problem *problem, const char *cell, const int *except,
                              size_t except_count, size_t *count)
{
    *count = 0;
    size_t room = cell != NULL ? strlen(cell) / 2 + 1 : 1;
    int *indices = arena_take(problem->arena, room, sizeof *indices);
    size_t size = 0;
    const char *word = indices != NULL ? word_next(cell, &size) : NULL;
    for (; word != NULL; word = word_next(word + size, &size)) {
        const char *id = arena_text(problem->arena, word, size);
        if (id == NULL)
            return NULL;
        int area = find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, id);
        if (!has_index(indices, *count, area) && !has_index(except, except_count, area))
            insert_ascending(indices, count, area);
    }
    return indices;
}

static bool fill_areas(husly_problem *problem, struct household *household)
{
    const husly_household *given = household->given;
    household->avoid = areas_named(problem, given->avoid, NULL, 0, &household->avoid_count);
    if (household->avoid == NULL)
        return false;
    household->wishes = areas_named(problem, given->wishes, household->avoid,
                                    household->avoid_count, &household->wish_count);
    return household->wishes != NULL;
}

static void fill_labels(const husly_problem *problem, struct household *household)
{
    const husly_household *given = household->given;
    household->group = labels_find(problem->groups, problem->group_count, given->group);
    household->party = labels_find(problem->parties, problem->party_count, given->party);
    household->near = labels_find(problem->nears, problem->near_count, given->near);
    household->municipality =
        labels_find(problem->municipalities, problem->municipality_count, given->municipality);
}

static void fill_household(const husly_problem *problem, struct household *household,
                           const husly_household *given)
{
    household->given = given;
    household->adults = given->adults;
    household->children = given->children;
    household->persons = given->adults + given->children;
    household->expected_persons =
        given->expected_persons != HUSLY_NO_NUMBER ? given->expected_persons : household->persons;
    household->income = given->income;
    household->step_free = given->step_free;
    household->student = given->student;
    household->pin = NONE;
    household->earlier = NONE;
    household->small_children = given->small_children;
    household->emergency = household->temporary = HUSLY_NO_AMOUNT;
    fill_budget(household, &problem->policy);
    fill_benefit(household, &problem->policy);
    fill_dates(household, problem->policy.round_date);
    fill_hojskole(household, &problem->policy);
    fill_labels(problem, household);
    household->need = need_points(household, problem->policy.need_counts_households);
}

static struct place row_place(const husly_household *given, const char *field)
{
    return (struct place){.source = "households.csv", .line = given->line, .field = field};
}

/* A label that one household has alone says nothing. */
static bool drop_single_nears(husly_problem *problem)
{
    int *sizes = arena_take(problem->arena, (size_t)problem->near_count + 1, sizeof *sizes);
    if (sizes == NULL)
        return false;
    for (int index = 0; index < problem->household_count; index++) {
        const int near = problem->households[index].near;
        if (near != NONE)
            sizes[near]++;
    }
    for (int index = 0; index < problem->household_count; index++) {
        struct household *household = &problem->households[index];
        if (household->near != NONE && sizes[household->near] < 2)
            household->near = NONE;
    }
    return true;
}

static husly_status refuse_budget(const struct household *household, husly_error *error)
{
    if (household->given->benefit_class != HUSLY_CLASS_NONE)
        return error_set(error, HUSLY_E_INPUT, row_place(household->given, "benefit_class"),
                         "no net income comes out for household %s; set the rules tax_rate and "
                         "tax_allowance, or write max_rent or net_income",
                         household->id);
    return error_set(error, HUSLY_E_INPUT, row_place(household->given, "max_rent"),
                     "household %s has neither max_rent nor net_income; write one, or set "
                     "the rule affordability to off",
                     household->id);
}

static husly_status resolve_household(husly_problem *problem, const husly_household *given,
                                      husly_error *error)
{
    struct household *household =
        &problem->households[problem_find_household(problem, given->household_id)];
    if (household->given != NULL)
        return error_set(error, HUSLY_E_INPUT, row_place(given, "household_id"),
                         "the id stands in an earlier row too; give each row its own");
    fill_household(problem, household, given);
    if (household->group != NONE)
        problem->group_sizes[household->group]++;
    if (!fill_areas(problem, household))
        return error_memory(error);
    if (given->party != NULL && given->near != NULL)
        return error_set(error, HUSLY_E_INPUT, row_place(given, "near"),
                         "household %s has both party and near; keep one", household->id);
    if (problem->policy.affordability && household->adults > 0 && !household->has_budget)
        return refuse_budget(household, error);
    return HUSLY_OK;
}

husly_status resolve_households(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    husly_status status = HUSLY_OK;
    problem->group_sizes =
        arena_take(problem->arena, (size_t)problem->group_count + 1, sizeof *problem->group_sizes);
    if (problem->group_sizes == NULL)
        return error_memory(error);
    for (size_t index = 0; index < round->household_count && status == HUSLY_OK; index++)
        status = resolve_household(problem, &round->households[index], error);
    if (status == HUSLY_OK && !drop_single_nears(problem))
        status = error_memory(error);
    return status;
}
