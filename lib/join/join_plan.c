/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from a problem to a plan with its certificate. */
#include "join/join_plan.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "join/join_certificate.h"
#include "rules/conflict.h"
#include "rules/rule.h"
#include "rules/stages.h"
#include "rules/transit.h"
#include "solve/solve_pool.h"

/* Hands the solver's progress on in the public words. */
struct listener {
    const husly_problem *problem;
    const husly_solve_options *options;
};

husly_doing doing_told(enum solve_doing doing)
{
    static const husly_doing told[] = {
        [SOLVE_PRICES] = HUSLY_DOING_PRICES, [SOLVE_LINEAR] = HUSLY_DOING_LINEAR,
        [SOLVE_PLANS] = HUSLY_DOING_PLANS,   [SOLVE_CUTS] = HUSLY_DOING_CUTS,
        [SOLVE_CASES] = HUSLY_DOING_CASES,   [SOLVE_DOING_END] = HUSLY_DOING_END};
    return told[doing];
}

static bool tell(const struct listener *listener, const struct solve_progress *progress,
                 husly_stage stage)
{
    const husly_progress told = {.stage = stage,
                                 .value = stage_told(listener->problem, stage, progress->value),
                                 .bound = stage_told(listener->problem, stage, progress->bound),
                                 .has_plan = progress->has_value,
                                 .work = progress->work,
                                 .leaves = progress->open,
                                 .doing = doing_told(progress->doing),
                                 .parts = progress->parts > 1 ? progress->parts : 1,
                                 .parts_done = progress->parts_done};
    return listener->options->on_progress(&told, listener->options->user);
}

static bool on_progress(const struct solve_progress *progress, void *user)
{
    const struct listener *listener = user;
    return tell(listener, progress, listener->problem->policy.stages[progress->stage]);
}

/* Temporary places are no stage, and their points nobody's. */
static bool on_transit(const struct solve_progress *progress, void *user)
{
    return tell(user, progress, HUSLY_STAGE_END);
}

static struct solve_limits limits_of(struct listener *listener)
{
    const husly_solve_options *options = listener->options;
    return (struct solve_limits){.work = options->work > 0 ? options->work : HUSLY_DEFAULT_WORK,
                                 .gap_ppm = options->gap_ppm,
                                 .seconds = options->seconds,
                                 .threads = options->threads,
                                 .on_progress = options->on_progress != NULL ? on_progress : NULL,
                                 .user = listener};
}

/* A gap that was asked for and reached is no proof. Where none was asked for, what is left open is
 * what multipliers in millionths cannot tell apart. */
static husly_outcome outcome_of(const husly_plan *plan, enum solve_end end, int64_t gap_ppm)
{
    if (end != SOLVE_DONE)
        return end == SOLVE_STOPPED_BY_LIMIT ? HUSLY_LIMIT : HUSLY_INTERRUPTED;
    for (size_t stage = 0; stage < plan->stage_count; stage++) {
        if (!plan->stages[stage].proven)
            return gap_ppm > 0 ? HUSLY_WITHIN_GAP : HUSLY_LIMIT;
    }
    return HUSLY_PROVEN;
}

static void write_stages(husly_plan *plan, const husly_problem *problem,
                         const struct round_solution *solution, int64_t gap_ppm)
{
    for (int stage = 0; stage < solution->stage_count; stage++) {
        const struct round_stage *sum = &solution->stages[stage];
        const husly_stage of = problem->policy.stages[stage];
        plan->stages[stage] = (husly_stage_result){.stage = of,
                                                   .value = stage_told(problem, of, sum->value),
                                                   .bound = stage_told(problem, of, sum->bound),
                                                   .proven = sum->value == sum->bound,
                                                   .leaves = sum->leaves,
                                                   .cuts = sum->cuts};
    }
    plan->stage_count = (size_t)solution->stage_count;
    plan->work = solution->work;
    plan->outcome = outcome_of(plan, solution->end, gap_ppm);
}

bool plan_list_placements(husly_plan *plan, const husly_problem *problem)
{
    size_t households = (size_t)problem->household_count;
    plan->placements = arena_take(plan->arena, households + 1, sizeof *plan->placements);
    if (plan->placements == NULL)
        return false;
    for (size_t household = 0; household < households; household++) {
        if (plan->placed[household] == NONE)
            continue;
        const char *whom = problem->households[household].id;
        const char *where = problem->dwellings[plan->placed[household]].id;
        husly_placement *out = &plan->placements[plan->placement_count++];
        out->household_id = arena_text(plan->arena, whom, strlen(whom));
        out->dwelling_id = arena_text(plan->arena, where, strlen(where));
        if (out->household_id == NULL || out->dwelling_id == NULL)
            return false;
    }
    return true;
}

/* Puts the choices of temporary places into the plan. */
static void read_choices(husly_plan *plan, const husly_problem *problem,
                         const struct program *program, const struct solution *solution)
{
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group != NO_INDEX && solution->values[column] != 0)
            plan->temporary[problem_find_household(problem, program->groups[it->group])] = it->key;
    }
}

husly_status plan_demand(const husly_plan *plan, const husly_problem *problem, husly_error *error)
{
    if (plan->household_count == problem->household_count &&
        plan->dwelling_count == problem->dwelling_count)
        return HUSLY_OK;
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){0}, "the plan is of another round");
}

bool plan_take_places(husly_plan *plan, const husly_problem *problem)
{
    size_t households = (size_t)problem->household_count;
    plan->household_count = problem->household_count;
    plan->dwelling_count = problem->dwelling_count;
    plan->placed = arena_take(plan->arena, households + 1, sizeof *plan->placed);
    plan->temporary = arena_take(plan->arena, households + 1, sizeof *plan->temporary);
    if (plan->placed == NULL || plan->temporary == NULL)
        return false;
    for (size_t household = 0; household < households; household++)
        plan->placed[household] = plan->temporary[household] = NONE;
    return true;
}

static bool write_places(husly_plan *plan, const husly_problem *problem, const struct pool *pool,
                         const struct round_solution *solution)
{
    if (!plan_take_places(plan, problem))
        return false;
    for (int group = 0; group < pool->group_count; group++) {
        if (solution->choices[group] != NO_INDEX)
            plan->placed[problem_find_household(problem, pool->groups[group].name)] =
                solution->choices[group];
    }
    return plan_list_placements(plan, problem);
}

/* Temporary places come after all stages. They take their own small part of work and seconds, and
 * have no certificate; what a stopped search leaves free is filled one household after the other.
 */
static struct solve_limits transit_limits(const struct solve_limits *limits)
{
    return (struct solve_limits){.work = HUSLY_DEFAULT_WORK / 10,
                                 .seconds = limits->seconds > 0 ? 0.1 : 0,
                                 .on_progress = limits->on_progress != NULL ? on_transit : NULL,
                                 .user = limits->user};
}

static husly_status search_transit(husly_plan *plan, const husly_problem *problem,
                                   const struct solve_limits *limits, struct arena *scratch,
                                   husly_error *error)
{
    struct program *program = transit_compile(problem, plan->placed);
    if (program == NULL)
        return error_memory(error);
    struct solution solution = {.end = SOLVE_DONE};
    husly_status status = HUSLY_OK;
    if (program->column_count > 0)
        status = solve_program(&solution, program, limits, scratch, error);
    if (status == HUSLY_OK && program->column_count > 0)
        read_choices(plan, problem, program, &solution);
    plan->temporary_stopped = solution.end != SOLVE_DONE;
    program_free(program);
    return status;
}

/* Nobody is dropped: transit places for those left, when the plan stands. */
static husly_status add_transit(husly_plan *plan, const husly_problem *problem,
                                const struct solve_limits *limits, husly_error *error)
{
    struct solve_limits own = transit_limits(limits);
    struct arena *scratch = arena_new();
    if (scratch == NULL)
        return error_memory(error);
    husly_status status = HUSLY_OK;
    if (transit_is_large(problem, plan->placed))
        plan->temporary_stopped = true;
    else
        status = search_transit(plan, problem, &own, scratch, error);
    if (status == HUSLY_OK && plan->temporary_stopped &&
        !transit_fill(problem, plan->placed, plan->temporary, scratch))
        status = error_memory(error);
    arena_free(scratch);
    return status;
}

static husly_status write_plan(husly_plan *plan, const husly_problem *problem,
                               const struct pool *pool, const struct round_solution *solution,
                               const struct solve_limits *limits, husly_error *error)
{
    write_stages(plan, problem, solution, limits->gap_ppm);
    if (!write_places(plan, problem, pool, solution) || !certificate_compose(plan, pool, solution))
        return error_memory(error);
    return HUSLY_OK;
}

static husly_status search_plan(husly_plan *plan, const husly_problem *problem,
                                const struct pool *pool, const struct solve_limits *limits,
                                struct arena *scratch, husly_error *error)
{
    struct round_solution solution;
    const husly_status status = solve_pool(&solution, pool, limits, scratch, error);
    if (status != HUSLY_OK)
        return status;
    if (solution.end == SOLVE_NO_PLAN)
        return rules_conflict(problem, error);
    if (solution.end == SOLVE_NOT_FOUND)
        return error_set(error, HUSLY_E_REFUSED, (struct place){0},
                         "no plan was found with these pins within the limits, and none is ruled "
                         "out: give it more work or fewer pins");
    return write_plan(plan, problem, pool, &solution, limits, error);
}

/* The pool and all that the search took are gone before temporary places are looked for. */
static husly_status fill_plan(husly_plan *plan, const husly_problem *problem,
                              const struct solve_limits *limits, husly_error *error)
{
    struct pool *pool = rules_compile(problem);
    struct arena *scratch = arena_new();
    const husly_status status = pool == NULL || scratch == NULL
                                    ? error_memory(error)
                                    : search_plan(plan, problem, pool, limits, scratch, error);
    arena_free(scratch);
    pool_free(pool);
    memory_give_back();
    return status == HUSLY_OK ? add_transit(plan, problem, limits, error) : status;
}

husly_status husly_solve(husly_plan **out, const husly_problem *problem,
                         const husly_solve_options *options, husly_error *error)
{
    static const husly_solve_options usual = {0};
    struct listener listener = {problem, options != NULL ? options : &usual};
    const struct solve_limits limits = limits_of(&listener);
    *out = NULL;
    husly_plan *plan = plan_new();
    if (plan == NULL)
        return error_memory(error);
    const husly_status status = fill_plan(plan, problem, &limits, error);
    if (status != HUSLY_OK) {
        husly_plan_free(plan);
        return status;
    }
    *out = plan;
    return HUSLY_OK;
}

husly_plan *plan_new(void)
{
    husly_plan *plan = memory_new(1, sizeof *plan);
    struct arena *arena = plan != NULL ? arena_new() : NULL;
    if (arena != NULL) {
        plan->arena = arena;
        return plan;
    }
    memory_free(plan);
    return NULL;
}

void husly_plan_free(husly_plan *plan)
{
    if (plan == NULL)
        return;
    arena_free(plan->arena);
    memory_free(plan);
}

husly_outcome husly_plan_outcome(const husly_plan *plan)
{
    return plan->outcome;
}

size_t husly_plan_stage_count(const husly_plan *plan)
{
    return plan->stage_count;
}

husly_stage_result husly_plan_stage(const husly_plan *plan, size_t index)
{
    return plan->stages[index];
}

size_t husly_plan_placement_count(const husly_plan *plan)
{
    return plan->placement_count;
}

husly_placement husly_plan_placement(const husly_plan *plan, size_t index)
{
    return plan->placements[index];
}
