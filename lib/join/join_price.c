/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from a pinned pair to its price: its part of the round solved again, as near to the plan
 * as may be. */
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "join/join_explain.h"
#include "join/join_plan.h"
#include "report/verify/plan_value.h"
#include "rules/rule.h"
#include "rules/stages.h"
#include "solve/solve.h"

/* One solve. */
struct pricing {
    struct explaining *explaining;
    struct pool *whole, *own; /* the round, and the part in hand, NULL where it is the whole */
    const struct pool *pool;  /* of these two the one in hand */
    int part;
    struct program *program;
    struct arena *arena;
    struct solution solution;
    int *household_of; /* by group */
    int *placed;       /* by household: what the solution gives, NONE */
    struct solve_start start;
    struct known_bound known[HUSLY_STAGE_END + 1];
    int64_t rest[HUSLY_STAGE_END]; /* what the plan has in each stage outside the part */
};

static bool on_progress(const struct solve_progress *progress, void *user)
{
    struct explaining *explaining = user;
    const husly_solve_options *options = explaining->options;
    const husly_policy *policy = &explaining->problem->policy;
    const bool keeps = progress->stage >= policy->stage_count;
    const husly_stage stage = keeps ? HUSLY_STAGE_END : policy->stages[progress->stage];
    const husly_progress told = {.stage = stage,
                                 .value = stage_told(explaining->problem, stage, progress->value),
                                 .bound = stage_told(explaining->problem, stage, progress->bound),
                                 .has_plan = progress->has_value,
                                 .work = explaining->work + progress->work,
                                 .leaves = progress->open,
                                 .doing = doing_told(progress->doing),
                                 .parts = 1};
    explaining->stopped = explaining->stopped || !options->on_progress(&told, options->user);
    return !explaining->stopped;
}

static struct solve_limits limits_of(const struct pricing *pricing)
{
    struct explaining *explaining = pricing->explaining;
    const husly_solve_options *options = explaining->options;
    return (struct solve_limits){.work = options->work > 0 ? options->work : HUSLY_DEFAULT_WORK,
                                 .gap_ppm = options->gap_ppm,
                                 .seconds = options->seconds,
                                 .on_progress = options->on_progress != NULL ? on_progress : NULL,
                                 .user = explaining,
                                 .start = &pricing->start};
}

static bool find_households(struct pricing *pricing)
{
    const struct program *program = pricing->program;
    const husly_problem *problem = pricing->explaining->problem;
    pricing->household_of =
        arena_take(pricing->arena, (size_t)program->group_count + 1, sizeof *pricing->household_of);
    if (pricing->household_of == NULL)
        return false;
    for (int group = 0; group < program->group_count; group++)
        pricing->household_of[group] = problem_find_household(problem, program->groups[group]);
    return true;
}

static int dwelling_of(const struct pricing *pricing, const struct program_column *column)
{
    return pricing->pool->places[column->key].key;
}

/* Whether the column is what its household has in the plan. */
static bool is_kept(const struct pricing *pricing, const struct program_column *column)
{
    const int *placed = pricing->explaining->plan->placed;
    return column->group != NO_INDEX &&
           placed[pricing->household_of[column->group]] == dwelling_of(pricing, column);
}

/* One point more for a household that stays where the plan has it, one less for a household that
 * the plan has nowhere and that is placed: up to a constant, those that stay as they are. */
static bool add_keep_stage(struct pricing *pricing)
{
    struct program *program = pricing->program;
    const int *placed = pricing->explaining->plan->placed;
    int64_t *points = program_add_stage(program, "keep");
    for (int at = 0; at < program->column_count && points != NULL; at++) {
        const struct program_column *column = &program->columns[at];
        if (is_kept(pricing, column))
            points[at] = 1;
        else if (column->group != NO_INDEX && placed[pricing->household_of[column->group]] == NONE)
            points[at] = -1;
    }
    return points != NULL;
}

/* The search begins with what of the plan goes together with the pair. What was proven of the
 * plan's stages holds for the plans with one pin more too, and with it a plan that costs nothing
 * is known to be best. */
static bool prepare_start(struct pricing *pricing, bool was_pinned)
{
    const struct program *program = pricing->program;
    const husly_plan *plan = pricing->explaining->plan;
    bool *wanted = arena_take(pricing->arena, (size_t)program->column_count + 1, sizeof *wanted);
    if (wanted == NULL)
        return false;
    for (int at = 0; at < program->column_count; at++)
        wanted[at] = is_kept(pricing, &program->columns[at]);
    const struct explaining *explaining = pricing->explaining;
    const bool is_known = explaining->knows_rest && !was_pinned;
    for (size_t stage = 0; stage < plan->stage_count && is_known; stage++) {
        const husly_stage_result *found = &plan->stages[stage];
        const husly_problem *problem = explaining->problem;
        const int64_t rest = explaining->rest[stage];
        pricing->known[stage] =
            (struct known_bound){true, stage_told(problem, found->stage, found->value) - rest,
                                 stage_told(problem, found->stage, found->bound) - rest};
    }
    pricing->start = (struct solve_start){wanted, pricing->known, explaining->memory};
    return true;
}

/* Who is in no group of the part stays where the plan has it. */
static bool read_places(struct pricing *pricing)
{
    const struct program *program = pricing->program;
    const husly_plan *plan = pricing->explaining->plan;
    const size_t households = (size_t)pricing->explaining->problem->household_count;
    pricing->placed = arena_take(pricing->arena, households + 1, sizeof *pricing->placed);
    if (pricing->placed == NULL)
        return false;
    for (size_t household = 0; household < households; household++)
        pricing->placed[household] = plan->placed[household];
    for (int group = 0; group < program->group_count; group++)
        pricing->placed[pricing->household_of[group]] = NONE;
    for (int at = 0; at < program->column_count; at++) {
        const struct program_column *column = &program->columns[at];
        if (column->group != NO_INDEX && pricing->solution.values[at] != 0)
            pricing->placed[pricing->household_of[column->group]] = dwelling_of(pricing, column);
    }
    return true;
}

/* What all have together, less what the part has. */
static bool find_rest(struct pricing *pricing)
{
    const husly_problem *problem = pricing->explaining->problem;
    if (!read_places(pricing))
        return false;
    for (int stage = 0; stage < problem->policy.stage_count; stage++) {
        wide value = 0;
        if (!plan_value(problem, problem->policy.stages[stage], pricing->placed, pricing->arena,
                        &value))
            return false;
        pricing->rest[stage] = (int64_t)value - pricing->solution.stages[stage].value;
    }
    return true;
}

/* The least that any plan has in a stage: each household's worst dwelling, or none, and all that
 * the goals of the plan may take. */
static int64_t least_of(const struct pricing *pricing, int stage)
{
    const struct program *program = pricing->program;
    const int64_t *points = program->objectives[stage];
    int64_t sum = 0;
    for (int first = 0, end = 0; first < program->column_count; first = end) {
        int64_t least = 0;
        for (end = first; end < program->column_count &&
                          program->columns[end].group == program->columns[first].group;
             end++)
            least = points[end] < least ? points[end] : least;
        sum += program->columns[first].group != NO_INDEX ? least : 0;
    }
    for (int at = 0; at < program->column_count; at++) {
        if (program->columns[at].group == NO_INDEX)
            sum += points[at] * program->columns[at].upper;
    }
    return sum;
}

/* After a stage that is not proven the best plan may have more there and, for that, less here than
 * the one that was found; at most what any plan with so much there has. */
static void write_prices(const struct pricing *pricing, husly_option *option)
{
    const struct explaining *explaining = pricing->explaining;
    const husly_policy *policy = &explaining->problem->policy;
    bool proven = true;
    for (int stage = 0; stage < policy->stage_count; stage++) {
        const struct stage_answer *answer = &pricing->solution.stages[stage];
        const int64_t least = proven ? answer->value : least_of(pricing, stage);
        const int64_t base = explaining->base[stage] - pricing->rest[stage];
        option->prices[option->price_count++] = (husly_price){
            .stage = policy->stages[stage], .least = base - answer->bound, .most = base - least};
        proven = proven && answer->value == answer->bound;
    }
    const struct stage_answer *keep = &pricing->solution.stages[policy->stage_count];
    option->fewest = proven && keep->value == keep->bound;
}

static const char *dwelling_id(const struct explaining *explaining, int dwelling)
{
    return dwelling != NONE ? explain_id(explaining, explaining->problem->dwellings[dwelling].id)
                            : NULL;
}

static bool write_changes(const struct pricing *pricing, husly_option *option)
{
    const struct explaining *explaining = pricing->explaining;
    const husly_problem *problem = explaining->problem;
    const int *before = explaining->plan->placed;
    size_t count = 0;
    for (int h = 0; h < problem->household_count; h++)
        count += before[h] != pricing->placed[h];
    husly_change *changes = arena_take(explaining->explanation->arena, count + 1, sizeof *changes);
    option->changes = changes;
    for (int h = 0; h < problem->household_count && changes != NULL; h++) {
        const int after = pricing->placed[h];
        if (before[h] == after)
            continue;
        husly_change *change = &changes[option->change_count++];
        *change =
            (husly_change){explain_id(explaining, problem->households[h].id),
                           dwelling_id(explaining, before[h]), dwelling_id(explaining, after)};
        if (change->household_id == NULL || (change->from == NULL) != (before[h] == NONE) ||
            (change->to == NULL) != (after == NONE))
            return false;
    }
    return changes != NULL;
}

static husly_status solve_pair(struct pricing *pricing, husly_option *option, bool was_pinned)
{
    struct explaining *explaining = pricing->explaining;
    if (!find_households(pricing) || !add_keep_stage(pricing) ||
        !prepare_start(pricing, was_pinned))
        return error_memory(explaining->error);
    const struct solve_limits limits = limits_of(pricing);
    const husly_status status = solve_program(&pricing->solution, pricing->program, &limits,
                                              pricing->arena, explaining->error);
    if (status != HUSLY_OK)
        return status;
    explaining->work += pricing->solution.work;
    if (pricing->solution.end == SOLVE_NO_PLAN)
        option->standing = HUSLY_CLOSED;
    if (pricing->solution.end == SOLVE_NO_PLAN || pricing->solution.end == SOLVE_NOT_FOUND)
        return HUSLY_OK;
    if (!find_rest(pricing))
        return error_memory(explaining->error);
    write_prices(pricing, option);
    option->standing = HUSLY_POSSIBLE;
    return write_changes(pricing, option) ? HUSLY_OK : error_memory(explaining->error);
}

/* The plan's own part is searched first, for the cuts that every question about it can use, and for
 * what the plan has elsewhere. */
static husly_status search_plan(struct pricing *pricing)
{
    struct explaining *explaining = pricing->explaining;
    solve_memory_free(explaining->memory);
    explaining->memory = solve_memory_new(explaining->problem->policy.stage_count + 1);
    explaining->part = NO_INDEX;
    explaining->knows_rest = false;
    if (explaining->memory == NULL || !find_households(pricing) || !prepare_start(pricing, true))
        return error_memory(explaining->error);
    const struct solve_limits limits = limits_of(pricing);
    const husly_status status = solve_program(&pricing->solution, pricing->program, &limits,
                                              pricing->arena, explaining->error);
    if (status != HUSLY_OK)
        return status;
    explaining->work += pricing->solution.work;
    explaining->part = pricing->part;
    explaining->knows_rest =
        pricing->solution.end != SOLVE_NO_PLAN && pricing->solution.end != SOLVE_NOT_FOUND;
    if (explaining->knows_rest && !find_rest(pricing))
        return error_memory(explaining->error);
    memcpy(explaining->rest, pricing->rest, sizeof explaining->rest);
    return HUSLY_OK;
}

static int group_of(const struct pricing *pricing, int household)
{
    const struct pool *whole = pricing->whole;
    const char *id = pricing->explaining->problem->households[household].id;
    int group = 0;
    while (group < whole->group_count && strcmp(whole->groups[group].name, id) != 0)
        group++;
    return group < whole->group_count ? group : NO_INDEX;
}

/* A plan that somebody made by hand may have what no part allows, so its round stays whole. False
 * when memory ran out. */
static bool take_part(struct pricing *pricing, int household)
{
    const struct pool *whole = pricing->whole;
    const bool divides = pricing->explaining->plan->stage_count > 0;
    const int group = group_of(pricing, household);
    int *part_of = arena_take(pricing->arena, (size_t)whole->group_count + 1, sizeof *part_of);
    const int parts = part_of == NULL ? -1 : divides ? pool_split(whole, part_of) : 1;
    pricing->pool = whole;
    if (parts <= 1 || group == NO_INDEX || part_of[group] == NO_INDEX)
        return parts >= 0;
    pricing->part = part_of[group];
    pricing->own = pool_part(whole, part_of, pricing->part);
    pricing->pool = pricing->own;
    return pricing->own != NULL;
}

/* The household's part of a problem, as a program; false when memory ran out. */
static bool pricing_open(struct pricing *pricing, const husly_problem *problem, int household)
{
    pricing->arena = arena_new();
    pricing->whole = rules_compile(problem);
    if (pricing->arena == NULL || pricing->whole == NULL || !take_part(pricing, household))
        return false;
    pricing->program = pool_program(pricing->pool, NULL);
    return pricing->program != NULL;
}

static void pricing_close(struct pricing *pricing)
{
    arena_free(pricing->arena);
    program_free(pricing->program);
    pool_free(pricing->own);
    pool_free(pricing->whole);
}

static husly_status search_part_of(struct explaining *explaining, int household)
{
    struct pricing pricing = {.explaining = explaining};
    const husly_status status = pricing_open(&pricing, explaining->problem, household)
                                    ? search_plan(&pricing)
                                    : error_memory(explaining->error);
    pricing_close(&pricing);
    return status;
}

husly_status explain_price(struct explaining *explaining, husly_option *option, int household,
                           bool was_pinned)
{
    struct pricing pricing = {.explaining = explaining};
    husly_status status = HUSLY_OK;
    if (!pricing_open(&pricing, &explaining->asked, household))
        status = error_memory(explaining->error);
    else if (explaining->part != pricing.part)
        status = search_part_of(explaining, household);
    if (status == HUSLY_OK && !explaining->stopped)
        status = solve_pair(&pricing, option, was_pinned);
    pricing_close(&pricing);
    return status;
}
