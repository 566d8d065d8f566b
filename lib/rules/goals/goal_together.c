/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/goals/goal_list.h"
#include "rules/pairs.h"

/* A household of a group that may be placed in an area. */
struct meeting {
    int group, area, household;
    int row;
};

struct meetings {
    struct meeting *rows; /* in order of group, area, household */
    int count;
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

static int compare_meetings(const void *one, const void *other)
{
    const struct meeting *a = one, *b = other;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    return (a->household > b->household) - (a->household < b->household);
}

/* Each household once in every area where it has a lawful dwelling. */
static void list_meetings(const struct builder *builder, struct meetings *out, int *seen)
{
    const husly_problem *problem = builder->problem;
    const struct pairs *pairs = builder->pairs;
    for (int household = 0; household < problem->household_count; household++) {
        for (int at = pairs->first[household]; at < pairs->first[household + 1]; at++) {
            int area = problem_area_of(problem, &problem->dwellings[pairs->dwellings[at]]);
            if (area == NONE || !is_shared(problem, household) || seen[area] > household)
                continue;
            seen[area] = household + 1;
            out->rows[out->count++] =
                (struct meeting){problem->households[household].group, area, household, NO_INDEX};
        }
    }
    if (out->count > 1)
        qsort(out->rows, (size_t)out->count, sizeof *out->rows, compare_meetings);
}

static const char *unit_name(struct builder *builder, const struct meeting *meeting)
{
    const husly_problem *problem = builder->problem;
    return program_name(builder->program, "together/%s/%s", problem->groups[meeting->group],
                        problem->areas[meeting->area].id);
}

static void add_row(struct builder *builder, struct meeting *meeting)
{
    const char *unit = unit_name(builder, meeting);
    const char *id = builder->problem->households[meeting->household].id;
    if (unit != NULL)
        meeting->row = program_add_row(builder->program,
                                       program_name(builder->program, "%s/%s", unit, id), false, 0);
}

static bool together_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
    *state = NULL;
    if (problem->weights[HUSLY_WEIGHT_TOGETHER] == 0)
        return true;
    size_t pairs = (size_t)builder->pairs->first[problem->household_count];
    struct meetings *meetings = arena_take(arena, 1, sizeof *meetings);
    int *seen = arena_take(arena, (size_t)problem->area_count + 1, sizeof *seen);
    if (meetings == NULL || seen == NULL)
        return false;
    meetings->rows = arena_take(arena, pairs + 1, sizeof *meetings->rows);
    if (meetings->rows == NULL)
        return false;
    list_meetings(builder, meetings, seen);
    for (int at = 0; at < meetings->count; at++)
        add_row(builder, &meetings->rows[at]);
    *state = meetings;
    return true;
}

static void together_pair(struct builder *builder, void *state, int household, int dwelling)
{
    const struct meetings *meetings = state;
    const husly_problem *problem = builder->problem;
    if (meetings == NULL || meetings->count == 0)
        return;
    struct meeting key = {problem->households[household].group,
                          problem_area_of(problem, &problem->dwellings[dwelling]), household, 0};
    const struct meeting *found =
        bsearch(&key, meetings->rows, (size_t)meetings->count, sizeof key, compare_meetings);
    if (found != NULL)
        program_add_entry(builder->program, found->row, 1);
}

static bool is_same_place(const struct meeting *one, const struct meeting *other)
{
    return one->group == other->group && one->area == other->area;
}

static void together_counts(struct builder *builder, void *state)
{
    const struct meetings *meetings = state;
    int64_t price = goal_price(builder->problem->weights[HUSLY_WEIGHT_TOGETHER], 1);
    for (int at = 0; meetings != NULL && at < meetings->count; at++) {
        const struct meeting *it = &meetings->rows[at];
        if (at == 0 || !is_same_place(it, it - 1))
            program_add_count(builder->program, unit_name(builder, it), 1, price);
        program_add_entry(builder->program, it->row, -1);
    }
}

static int64_t households_there(const husly_problem *problem, const struct placing *plan, int group,
                                int area)
{
    int64_t households = 0;
    for (int household = 0; household < problem->household_count; household++) {
        int dwelling = plan->dwelling_of[household];
        households += dwelling != NONE && problem->households[household].group == group &&
                      problem_area_of(problem, &problem->dwellings[dwelling]) == area;
    }
    return households;
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
    for (int group = 0; group < problem->group_count && weight > 0; group++) {
        for (int area = 0; area < problem->area_count && problem->group_sizes[group] > 1; area++) {
            int64_t households = households_there(problem, plan, group, area);
            if (households == 0)
                continue;
            struct breakdown_line line =
                breakdown_line("together", households, weight, -goal_price(weight, 1));
            line.about = place_name(problem, group, area, arena);
            if (line.about == NULL)
                return false;
            tell(&line, user);
        }
    }
    return true;
}

const struct goal goal_together = {.term = "together",
                                   .tell = tell_company,
                                   .compile_rows = together_rows,
                                   .compile_pair = together_pair,
                                   .compile_counts = together_counts,
                                   .tell_plan = together_tell};
