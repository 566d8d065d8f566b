/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goals/goal_list.h"

static void tell_score(const husly_problem *problem, int household, int dwelling,
                       breakdown_fn *tell, void *user)
{
    struct breakdown_line line = {.term = "score"};
    if (problem_score(problem, household, dwelling, &line.points))
        tell(&line, user);
}

static bool is_wished(const struct household *household, int area)
{
    for (size_t index = 0; index < household->wish_count; index++) {
        if (household->wishes[index] == area)
            return true;
    }
    return false;
}

static void tell_if(bool met, const char *term, int64_t weight, breakdown_fn *tell, void *user)
{
    const struct breakdown_line line = breakdown_line(term, met, weight, met ? weight : 0);
    if (weight != 0)
        tell(&line, user);
}

static void tell_wish(const husly_problem *problem, int household, int dwelling, breakdown_fn *tell,
                      void *user)
{
    int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    tell_if(is_wished(&problem->households[household], area), "wish", problem->policy.wish_points,
            tell, user);
}

static void tell_youth(const husly_problem *problem, int household, int dwelling,
                       breakdown_fn *tell, void *user)
{
    bool met = problem->households[household].student &&
               problem->dwellings[dwelling].kind == HUSLY_KIND_YOUTH;
    tell_if(met, "youth", problem->weights[HUSLY_WEIGHT_YOUTH], tell, user);
}

static void tell_unchanged(const husly_problem *problem, int household, int dwelling,
                           breakdown_fn *tell, void *user)
{
    tell_if(problem->households[household].earlier == dwelling, "unchanged",
            problem->weights[HUSLY_WEIGHT_UNCHANGED], tell, user);
}

const struct goal goal_score = {
    .term = "score", .weight = HUSLY_WEIGHT_END, .by_area = true, .tell = tell_score};
const struct goal goal_wish = {
    .term = "wish", .weight = HUSLY_WEIGHT_END, .by_area = true, .tell = tell_wish};
const struct goal goal_youth = {.term = "youth", .weight = HUSLY_WEIGHT_YOUTH, .tell = tell_youth};
const struct goal goal_unchanged = {
    .term = "unchanged", .weight = HUSLY_WEIGHT_UNCHANGED, .tell = tell_unchanged};
