/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/problem.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/resolve/resolve.h"

static husly_status resolve(husly_problem *problem, husly_error *error)
{
    static husly_status (*const steps[])(husly_problem *, husly_error *) = {
        resolve_names,  resolve_places,    resolve_households, resolve_chains, resolve_goals,
        resolve_scores, resolve_decisions, resolve_earlier,    resolve_costs};

    if (problem->policy.round_date == HUSLY_NO_DATE)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){.field = "round_date"},
                         "no round date is known; give one");
    husly_status status = HUSLY_OK;
    for (size_t step = 0; step < sizeof steps / sizeof *steps && status == HUSLY_OK; step++)
        status = steps[step](problem, error);
    return status;
}

husly_status problem_new(husly_problem **out, const husly_round *round, const husly_policy *policy,
                         husly_error *error)
{
    *out = NULL;
    husly_problem *problem = memory_new(1, sizeof *problem);
    if (problem == NULL)
        return error_memory(error);
    problem->round = round;
    problem->policy = policy != NULL ? *policy : round->policy;
    problem->arena = arena_new();
    husly_status status = problem->arena != NULL ? resolve(problem, error) : error_memory(error);
    if (status != HUSLY_OK) {
        husly_problem_free(problem);
        return status;
    }
    *out = problem;
    return HUSLY_OK;
}

void husly_problem_free(husly_problem *problem)
{
    if (problem == NULL)
        return;
    arena_free(problem->arena);
    memory_free(problem);
}

/* Every row begins with its id, so a pointer to the row is one to the id. */
static int compare_id(const void *id, const void *row)
{
    return text_compare(id, *(const char *const *)row);
}

int find_by_id(const void *rows, int count, size_t row_size, const char *id)
{
    if (id == NULL || count == 0)
        return NONE;
    const char *found = bsearch(id, rows, (size_t)count, row_size, compare_id);
    return found != NULL ? (int)((size_t)(found - (const char *)rows) / row_size) : NONE;
}

int problem_find_household(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->households, problem->household_count, sizeof *problem->households,
                      id);
}

int problem_find_dwelling(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->dwellings, problem->dwelling_count, sizeof *problem->dwellings, id);
}

int problem_days_counted(const struct household *household)
{
    return household->waiting_days < NEED_DAYS_MOST ? household->waiting_days : NEED_DAYS_MOST;
}

bool problem_section_needs_mark(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation &&
           find_by_id(problem->organisations, problem->organisation_count,
                      sizeof *problem->organisations, section->id) != NONE;
}

int problem_area_of(const husly_problem *problem, const struct dwelling *dwelling)
{
    return problem->sections[dwelling->section].area;
}

int decision_compare(const void *key, const void *row)
{
    const struct decision *a = key;
    const struct decision *b = row;
    if (a->household != b->household)
        return a->household < b->household ? -1 : 1;
    return (a->dwelling > b->dwelling) - (a->dwelling < b->dwelling);
}

const struct decision *problem_decision(const husly_problem *problem, int household, int dwelling)
{
    if (problem->decision_count == 0)
        return NULL;
    const struct decision key = {NULL, household, dwelling};
    return bsearch(&key, problem->decisions, (size_t)problem->decision_count, sizeof key,
                   decision_compare);
}

int score_compare(const void *key, const void *row)
{
    const struct score *a = key;
    const struct score *b = row;
    if (a->household != b->household)
        return a->household < b->household ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

static const struct score *find_score(const struct score *scores, int count, int household,
                                      int target)
{
    if (count == 0 || target == NONE)
        return NULL;
    const struct score key = {household, target, 0};
    return bsearch(&key, scores, (size_t)count, sizeof key, score_compare);
}

/* The dwelling's own row goes before its area's. */
static const struct score *score_of(const husly_problem *problem, int household, int dwelling)
{
    const struct score *own =
        find_score(problem->dwelling_scores, problem->dwelling_score_count, household, dwelling);
    if (own != NULL)
        return own;
    return find_score(problem->area_scores, problem->area_score_count, household,
                      problem_area_of(problem, &problem->dwellings[dwelling]));
}

bool problem_scored(const husly_problem *problem, int household, int dwelling)
{
    return score_of(problem, household, dwelling) != NULL;
}

bool problem_score(const husly_problem *problem, int household, int dwelling, int64_t *points)
{
    const struct score *score = score_of(problem, household, dwelling);
    if (score != NULL)
        *points = score->score;
    return score != NULL;
}

bool problem_are_together(const husly_problem *problem, int household, int other)
{
    const int party = problem->households[household].party;
    return other == household || (party != NONE && problem->households[other].party == party);
}

int problem_party_size(const husly_problem *problem, int party)
{
    return party != NONE ? problem->of_party.sizes[party] : 0;
}

int problem_near_size(const husly_problem *problem, int near)
{
    return near != NONE ? problem->of_near.sizes[near] : 0;
}

bool problem_are_near(const husly_problem *problem, int household, int other)
{
    const int near = problem->households[household].near;
    return other == household || (near != NONE && problem->households[other].near == near);
}

bool problem_has_shelter(const struct household *household)
{
    return household->has_place || household->is_deferred;
}
