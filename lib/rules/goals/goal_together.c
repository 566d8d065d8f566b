/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/goals/goal_list.h"
#include "rules/measures.h"
#include "rules/pairs.h"

/* By group label and area, as pool_square() has it. */
struct meetings {
    int *members; /* households of the label that may be placed in the area */
    int *rows;
};

/* Only groups of two or more households. */
static bool is_shared(const husly_problem *problem, int household)
{
    int group = problem->households[household].group;
    return group != NONE && problem->group_sizes[group] > 1;
}

static void tell_company(const husly_problem *problem, int household, int dwelling,
                         breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[HUSLY_WEIGHT_TOGETHER];
    bool met = is_shared(problem, household) &&
               problem_area_of(problem, &problem->dwellings[dwelling]) != NONE;
    const struct breakdown_line line = breakdown_line("together", met, weight, met ? weight : 0);
    if (weight != 0)
        tell(&line, user);
}

/* Each household once in every area where it has a lawful dwelling. */
static void count_members(const struct builder *builder, int *members)
{
    const husly_problem *problem = builder->problem;
    const int end = problem->area_count;
    for (int household = 0; household < problem->household_count; household++) {
        const uint64_t *areas = pairs_areas(builder->pairs, household);
        const int group = problem->households[household].group;
        for (int area = bits_next(areas, 0, end); area < end && is_shared(problem, household);
             area = bits_next(areas, area + 1, end))
            members[pool_square(builder->pool, group, area)]++;
    }
}

static const char *unit_name(struct builder *builder, int group, int area)
{
    const husly_problem *problem = builder->problem;
    return pool_name(builder->pool, "together/%s/%s", problem->groups[group],
                     problem->areas[area].id);
}

static bool together_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    *state = NULL;
    if (problem->weights[HUSLY_WEIGHT_TOGETHER] == 0)
        return true;
    struct meetings *meetings = arena_take(pool->arena, 1, sizeof *meetings);
    if (meetings == NULL)
        return false;
    *meetings = (struct meetings){
        arena_take(pool->arena, pool_square(pool, problem->group_count, 0) + 1, sizeof(int)),
        pool_add_table(pool, builder->class_of, MEASURE_ONE)};
    if (meetings->members == NULL || meetings->rows == NULL)
        return false;
    count_members(builder, meetings->members);
    for (int group = 0; group < problem->group_count; group++) {
        for (int area = 0; area < problem->area_count; area++) {
            const size_t at = pool_square(pool, group, area);
            if (meetings->members[at] > 0)
                meetings->rows[at] = pool_add_row(pool, unit_name(builder, group, area), false, 0);
        }
    }
    *state = meetings;
    return true;
}

/* Σ members there <= all members × count, and for each member by itself: its choices there <=
 * count. For one member both are the same. */
static void together_counts(struct builder *builder, void *state)
{
    const struct meetings *meetings = state;
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const int64_t price = goal_price(problem->weights[HUSLY_WEIGHT_TOGETHER], 1);
    int *ties = meetings != NULL ? pool_add_tie(pool, "together", builder->class_of) : NULL;
    for (int group = 0; group < problem->group_count && ties != NULL; group++) {
        for (int area = 0; area < problem->area_count; area++) {
            const size_t at = pool_square(pool, group, area);
            if (meetings->members[at] == 0)
                continue;
            const int count = pool_add_count(pool, unit_name(builder, group, area), 1, price);
            pool_add_count_entry(pool, meetings->rows[at], -meetings->members[at]);
            if (meetings->members[at] > 1)
                ties[at] = count;
        }
    }
}

/* A household that the plan places in an area where others of its group may be. */
struct stay {
    int group, area;
};

static int compare_stays(const void *one, const void *other)
{
    const struct stay *a = one, *b = other;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->area > b->area) - (a->area < b->area);
}

/* By group, then area; NULL when memory ran out. */
static struct stay *list_stays(const husly_problem *problem, const struct placing *plan,
                               struct arena *arena, size_t *count)
{
    struct stay *stays = arena_take(arena, (size_t)problem->household_count + 1, sizeof *stays);
    *count = 0;
    for (int household = 0; household < problem->household_count && stays != NULL; household++) {
        int dwelling = plan->dwelling_of[household];
        int area =
            dwelling != NONE ? problem_area_of(problem, &problem->dwellings[dwelling]) : NONE;
        if (area != NONE && is_shared(problem, household))
            stays[(*count)++] = (struct stay){problem->households[household].group, area};
    }
    if (*count > 1)
        qsort(stays, *count, sizeof *stays, compare_stays);
    return stays;
}

static const char *place_name(const husly_problem *problem, int group, int area,
                              struct arena *arena)
{
    struct text name = {0};
    text_add_format(&name, "%s/%s", problem->groups[group], problem->areas[area].id);
    const char *kept = name.failed ? NULL : arena_text(arena, name.bytes, name.size);
    text_free(&name);
    return kept;
}

static bool together_tell(const husly_problem *problem, const struct placing *plan,
                          struct arena *arena, breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[HUSLY_WEIGHT_TOGETHER];
    size_t count = 0, first = 0;
    const struct stay *stays = weight > 0 ? list_stays(problem, plan, arena, &count) : NULL;
    for (size_t at = 0; at < count; at++) {
        const struct stay *stay = &stays[at];
        if (at + 1 < count && compare_stays(stay, stay + 1) == 0)
            continue;
        struct breakdown_line line =
            breakdown_line("together", (int64_t)(at + 1 - first), weight, -goal_price(weight, 1));
        line.about = place_name(problem, stay->group, stay->area, arena);
        if (line.about == NULL)
            return false;
        tell(&line, user);
        first = at + 1;
    }
    return weight <= 0 || stays != NULL;
}

const struct goal goal_together = {.term = "together",
                                   .weight = HUSLY_WEIGHT_TOGETHER,
                                   .by_area = true,
                                   .tell = tell_company,
                                   .compile_rows = together_rows,
                                   .compile_counts = together_counts,
                                   .tell_plan = together_tell};
