/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from a question about a plan to its options. */
#include "join/join_explain.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "join/join_ids.h"
#include "join/join_plan.h"
#include "report/reason/reason.h"
#include "report/verify/plan_value.h"
#include "rules/rule.h"
#include "solve/solve.h"

const char *explain_id(const struct explaining *explaining, const char *id)
{
    return id != NULL ? arena_text(explaining->explanation->arena, id, strlen(id)) : NULL;
}

static husly_status find_asked(struct explaining *explaining, const husly_question *question)
{
    husly_explanation *explanation = explaining->explanation;
    const char *whom = question->household_id, *where = question->dwelling_id;
    husly_status status = HUSLY_OK;
    explanation->household = explanation->dwelling = NONE;
    if (whom == NULL && where == NULL)
        return error_set(explaining->error, HUSLY_E_ARGUMENT, (struct place){0},
                         "a question names a household, a dwelling, or both");
    if (whom != NULL)
        status =
            demand_household(explaining->problem, whom, &explanation->household, explaining->error);
    if (status == HUSLY_OK && where != NULL)
        status =
            demand_dwelling(explaining->problem, where, &explanation->dwelling, explaining->error);
    if (status != HUSLY_OK)
        return status;
    explanation->household_id = explain_id(explaining, whom);
    explanation->dwelling_id = explain_id(explaining, where);
    const bool kept = (explanation->household_id != NULL) == (whom != NULL) &&
                      (explanation->dwelling_id != NULL) == (where != NULL);
    return kept ? HUSLY_OK : error_memory(explaining->error);
}

/* Bounds are known of a plan that was solved for, not of one made by hand. */
static bool all_proven(const husly_plan *plan)
{
    for (size_t stage = 0; stage < plan->stage_count; stage++) {
        if (!plan->stages[stage].proven)
            return false;
    }
    return plan->stage_count > 0;
}

static bool copy_plan(struct explaining *explaining)
{
    husly_explanation *explanation = explaining->explanation;
    const husly_plan *plan = explaining->plan;
    const size_t households = (size_t)explaining->problem->household_count;
    int *placed = arena_take(explanation->arena, households + 1, sizeof *placed);
    int *temporary = arena_take(explanation->arena, households + 1, sizeof *temporary);
    if (placed == NULL || temporary == NULL)
        return false;
    memcpy(placed, plan->placed, households * sizeof *placed);
    memcpy(temporary, plan->temporary, households * sizeof *temporary);
    explanation->placed = placed;
    explanation->temporary = temporary;
    explanation->stage_count = plan->stage_count;
    explanation->hand_made = plan->stage_count == 0;
    memcpy(explanation->stages, plan->stages, sizeof explanation->stages);
    const int asked = explanation->household;
    if (asked == NONE || placed[asked] != NONE)
        return true;
    struct reasons *reasons = reasons_new(explaining->problem);
    if (reasons == NULL)
        return false;
    explanation->reason = reason_code(reason_find(reasons, asked, all_proven(plan)));
    const bool found = !reasons_failed(reasons);
    reasons_free(reasons);
    return found;
}

static bool find_base(struct explaining *explaining)
{
    const husly_policy *policy = &explaining->problem->policy;
    for (int stage = 0; stage < policy->stage_count; stage++) {
        wide value = 0;
        if (!plan_value(explaining->problem, policy->stages[stage], explaining->plan->placed,
                        explaining->explanation->arena, &value))
            return false;
        explaining->base[stage] = (int64_t)value;
    }
    return true;
}

static bool start(struct explaining *explaining)
{
    const size_t households = (size_t)explaining->problem->household_count;
    explaining->people = memory_new(households + 1, sizeof *explaining->people);
    explaining->part = NO_INDEX;
    if (explaining->people == NULL || !copy_plan(explaining))
        return false;
    explaining->asked = *explaining->problem;
    explaining->asked.households = explaining->people;
    return find_base(explaining);
}

/* The asked household with every dwelling, the asked dwelling with every household, or both. */
static husly_status fill_options(struct explaining *explaining)
{
    husly_explanation *explanation = explaining->explanation;
    const husly_problem *problem = explaining->problem;
    const int household = explanation->household, dwelling = explanation->dwelling;
    const size_t count = household == NONE  ? (size_t)problem->household_count
                         : dwelling == NONE ? (size_t)problem->dwelling_count
                                            : 1;
    explanation->options = arena_take(explanation->arena, count + 1, sizeof *explanation->options);
    if (explanation->options == NULL)
        return error_memory(explaining->error);
    husly_status status = HUSLY_OK;
    for (size_t at = 0; at < count && status == HUSLY_OK; at++) {
        status = explain_pair(explaining, &explanation->options[at],
                              household == NONE ? (int)at : household,
                              dwelling == NONE ? (int)at : dwelling);
        explanation->option_count++;
    }
    return status;
}

static int compare_numbers(int64_t one, int64_t other)
{
    return (one > other) - (one < other);
}

/* By what the plan that was found costs, the most important stage first. */
static int compare_prices(const husly_option *one, const husly_option *other)
{
    int order = 0;
    for (size_t stage = 0; stage < one->price_count && order == 0; stage++)
        order = compare_numbers(one->prices[stage].most, other->prices[stage].most);
    return order;
}

/* What a person could change comes before what nobody can. */
static int rule_rank(const char *code)
{
    static const char *const ranks[] = {"decision", "rent", "time",  "size",
                                        "access",   "area", "right", "kind"};
    const int count = sizeof ranks / sizeof *ranks;
    int rank = 0;
    while (rank < count && strcmp(ranks[rank], code) != 0)
        rank++;
    return rank;
}

/* The broken rule by which a miss takes its place. */
static const husly_obstacle *foremost(const husly_option *option)
{
    const husly_obstacle *first = option->obstacles;
    for (size_t at = 1; at < option->obstacle_count; at++) {
        if (rule_rank(option->obstacles[at].rule) < rule_rank(first->rule))
            first = &option->obstacles[at];
    }
    return first;
}

/* The nearest miss first: by how many rules, then which, and by how much the foremost fails. */
static int compare_faults(const husly_option *one, const husly_option *other)
{
    const husly_obstacle *a = foremost(one), *b = foremost(other);
    int order = compare_numbers((int64_t)one->obstacle_count, (int64_t)other->obstacle_count);
    if (order == 0)
        order = rule_rank(a->rule) - rule_rank(b->rule);
    if (order == 0)
        order = strcmp(a->what, b->what);
    return order != 0 ? order : compare_numbers(a->amount, b->amount);
}

static int compare_options(const void *a, const void *b)
{
    static const int ranks[] = {[HUSLY_CHOSEN] = 0,
                                [HUSLY_POSSIBLE] = 1,
                                [HUSLY_UNKNOWN] = 2,
                                [HUSLY_CLOSED] = 3,
                                [HUSLY_FORBIDDEN] = 4};
    const husly_option *one = a, *other = b;
    int order = ranks[one->standing] - ranks[other->standing];
    if (order == 0 && one->standing == HUSLY_POSSIBLE)
        order = compare_prices(one, other);
    if (order == 0 && one->standing == HUSLY_FORBIDDEN)
        order = compare_faults(one, other);
    if (order == 0)
        order = strcmp(one->household_id, other->household_id);
    return order != 0 ? order : strcmp(one->dwelling_id, other->dwelling_id);
}

static husly_status answer(struct explaining *explaining, const husly_question *question)
{
    husly_status status = plan_demand(explaining->plan, explaining->problem, explaining->error);
    if (status == HUSLY_OK)
        status = find_asked(explaining, question);
    if (status == HUSLY_OK && !start(explaining))
        status = error_memory(explaining->error);
    if (status == HUSLY_OK)
        status = fill_options(explaining);
    const husly_explanation *explanation = explaining->explanation;
    if (status == HUSLY_OK && explanation->option_count > 1)
        qsort(explanation->options, explanation->option_count, sizeof *explanation->options,
              compare_options);
    solve_memory_free(explaining->memory);
    memory_free(explaining->people);
    return status;
}

static husly_explanation *explanation_new(void)
{
    husly_explanation *explanation = memory_new(1, sizeof *explanation);
    struct arena *arena = explanation != NULL ? arena_new() : NULL;
    if (arena != NULL) {
        explanation->arena = arena;
        return explanation;
    }
    memory_free(explanation);
    return NULL;
}

husly_status husly_explain(husly_explanation **out, const husly_problem *problem,
                           const husly_plan *plan, const husly_question *question,
                           const husly_solve_options *options, husly_error *error)
{
    static const husly_solve_options usual = {0};
    *out = NULL;
    struct explaining explaining = {.explanation = explanation_new(),
                                    .problem = problem,
                                    .plan = plan,
                                    .options = options != NULL ? options : &usual,
                                    .error = error};
    if (explaining.explanation == NULL)
        return error_memory(error);
    const husly_status status = answer(&explaining, question);
    if (status == HUSLY_OK)
        *out = explaining.explanation;
    else
        husly_explanation_free(explaining.explanation);
    return status;
}

void husly_explanation_free(husly_explanation *explanation)
{
    if (explanation == NULL)
        return;
    arena_free(explanation->arena);
    memory_free(explanation);
}

size_t husly_explanation_option_count(const husly_explanation *explanation)
{
    return explanation->option_count;
}

husly_option husly_explanation_option(const husly_explanation *explanation, size_t index)
{
    return explanation->options[index];
}
