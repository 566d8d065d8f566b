/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns access_* and points_* of the areas say of the dwelling's. */
#include "base/text.h"
#include "base/wide.h"
#include "rules/goals/goal_list.h"

/* The cell of a column for the dwelling's area; false where it is empty, or there is no area. */
static bool find_cell(const husly_problem *problem, int measure, int dwelling, int64_t *value)
{
    int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    if (area == NONE)
        return false;
    *value =
        problem->measure_values[(size_t)area * (size_t)problem->measure_count + (size_t)measure];
    return *value != HUSLY_NO_WEIGHT;
}

static int64_t access_points(const husly_policy *policy, int64_t weight, int64_t minutes)
{
    int64_t near = policy->access_near, far = policy->access_far;
    if (minutes <= near)
        return weight;
    if (minutes >= far)
        return 0;
    return (int64_t)wide_floor((wide)weight * (far - minutes), far - near);
}

static void tell_columns(const husly_problem *problem, int household, int dwelling, bool is_access,
                         breakdown_fn *tell, void *user)
{
    bool has_children = problem->households[household].children > 0;
    for (int measure = 0; measure < problem->measure_count; measure++) {
        const struct area_measure *it = &problem->measures[measure];
        if (it->is_access != is_access || it->weight == 0)
            continue;
        struct breakdown_line line = breakdown_nothing(it->name, it->weight);
        bool counts = has_children || !text_equal(it->name, "access_school");
        line.has_measure = counts && find_cell(problem, measure, dwelling, &line.measure);
        if (line.has_measure)
            line.points = is_access ? access_points(&problem->policy, it->weight, line.measure)
                                    : it->weight * line.measure;
        else
            line.measure = 0;
        tell(&line, user);
    }
}

static void tell_access(const husly_problem *problem, int household, int dwelling,
                        breakdown_fn *tell, void *user)
{
    tell_columns(problem, household, dwelling, true, tell, user);
}

static void tell_points(const husly_problem *problem, int household, int dwelling,
                        breakdown_fn *tell, void *user)
{
    tell_columns(problem, household, dwelling, false, tell, user);
}

const struct goal goal_access = {
    .term = "access_", .weight = HUSLY_WEIGHT_END, .by_area = true, .tell = tell_access};
const struct goal goal_points = {
    .term = "points_", .weight = HUSLY_WEIGHT_END, .by_area = true, .tell = tell_points};
