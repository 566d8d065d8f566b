/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contract § 4: what placing a household somewhere is worth in each stage. */
#include "rules/stages.h"

#include "base/memory.h"
#include "rules/cost.h"
#include "rules/goals/goal.h"

/* What the points of a pool are told from. */
struct teller {
    const husly_problem *problem;
    const int *household_of, *dwelling_of; /* by group, by place */
    const int *area_of;                    /* by place; area_count for those without */
    const bool *is_scored; /* by household: it has a score for a dwelling, not for an area alone */
};

/* What an area is worth to a household by itself. */
struct area_points {
    int64_t points;
    bool known;
};

static void add_points(const struct breakdown_line *line, void *user)
{
    int64_t *points = user;
    *points += line->points;
}

static bool goal_counts(const husly_problem *problem, const struct goal *goal)
{
    return goal->tell != NULL &&
           (goal->weight == HUSLY_WEIGHT_END || problem->weights[goal->weight] != 0);
}

/* The goals that look at the area alone, or the others. */
static int64_t tell_goals(const husly_problem *problem, int household, int dwelling, bool by_area)
{
    int64_t points = 0;
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->by_area == by_area && goal_counts(problem, goals[goal]))
            goals[goal]->tell(problem, household, dwelling, add_points, &points);
    }
    return points;
}

static bool has_goals_of_pairs(const husly_problem *problem)
{
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (!goals[goal]->by_area && goal_counts(problem, goals[goal]))
            return true;
    }
    return false;
}

/* The goals of areas are asked once an area; `areas` has one more, for dwellings without. */
static void tell_by_areas(const struct teller *teller, int household, const int *places, int count,
                          int64_t *out, struct area_points *areas)
{
    const husly_problem *problem = teller->problem;
    const bool pairs_too = has_goals_of_pairs(problem);
    for (int k = 0; k < count; k++) {
        const int dwelling = teller->dwelling_of[places[k]];
        struct area_points *known = &areas[teller->area_of[places[k]]];
        if (!known->known)
            *known = (struct area_points){tell_goals(problem, household, dwelling, true), true};
        out[k] = known->points;
        if (pairs_too)
            out[k] += tell_goals(problem, household, dwelling, false);
    }
}

/* A household with scores for single dwellings is asked of each pair, and so is everybody when
 * there is no memory to keep what an area is worth. */
static void tell_fit(const struct teller *teller, int household, const int *places, int count,
                     int64_t *out)
{
    const husly_problem *problem = teller->problem;
    struct area_points *areas = teller->is_scored[household] || count < 2
                                    ? NULL
                                    : memory_new((size_t)problem->area_count + 1, sizeof *areas);
    if (areas != NULL)
        tell_by_areas(teller, household, places, count, out, areas);
    for (int k = 0; k < count && areas == NULL; k++)
        out[k] = goal_fit(problem, household, teller->dwelling_of[places[k]]);
    memory_free(areas);
}

static void tell_points(const void *user, int stage, int group, const int *places, int count,
                        int64_t *out)
{
    const struct teller *teller = user;
    const husly_problem *problem = teller->problem;
    const int household = teller->household_of[group];
    const husly_stage of = problem->policy.stages[stage];
    if (of == HUSLY_STAGE_FIT) {
        tell_fit(teller, household, places, count, out);
        return;
    }
    for (int k = 0; k < count; k++)
        out[k] = of == HUSLY_STAGE_NEED
                     ? problem->households[household].need
                     : cost_saved(problem, household, teller->dwelling_of[places[k]]);
}

static const struct teller *teller_make(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    const struct pool *pool = builder->pool;
    struct teller *teller = arena_take(pool->arena, 1, sizeof *teller);
    int *area_of = arena_take(pool->arena, (size_t)pool->place_count + 1, sizeof *area_of);
    bool *is_scored =
        arena_take(pool->arena, (size_t)problem->household_count + 1, sizeof *is_scored);
    if (teller == NULL || area_of == NULL || is_scored == NULL)
        return NULL;
    for (int place = 0; place < pool->place_count; place++) {
        const int zone = pool->places[place].zone;
        area_of[place] = zone != NO_INDEX ? zone : problem->area_count;
    }
    for (int at = 0; at < problem->dwelling_score_count; at++)
        is_scored[problem->dwelling_scores[at].household] = true;
    *teller =
        (struct teller){problem, builder->household_of, builder->dwelling_of, area_of, is_scored};
    return teller;
}

bool stages_compile(struct builder *builder)
{
    const husly_policy *policy = &builder->problem->policy;
    struct pool *pool = builder->pool;
    const size_t count = (size_t)policy->stage_count;
    const char **names = arena_take(pool->arena, count + 1, sizeof *names);
    int64_t *totals = arena_take(pool->arena, count + 1, sizeof *totals);
    pool->user = teller_make(builder);
    if (names == NULL || totals == NULL || pool->user == NULL)
        return false;
    for (int index = 0; index < policy->stage_count; index++) {
        names[index] = husly_stage_name(policy->stages[index]);
        totals[index] = stage_told(builder->problem, policy->stages[index], 0);
        if (policy->stages[index] == HUSLY_STAGE_FIT)
            pool->priced_stage = index;
    }
    pool->points = tell_points;
    pool->stages = names;
    pool->totals = totals;
    pool->stage_count = policy->stage_count;
    return true;
}

int64_t stage_told(const husly_problem *problem, husly_stage stage, int64_t points)
{
    return stage == HUSLY_STAGE_COST ? cost_of_nobody_placed(problem) - points : points;
}
