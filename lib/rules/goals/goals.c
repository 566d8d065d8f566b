/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goals/goal_list.h"

#include "base/memory.h"
#include "base/wide.h"

const struct goal *const goals[] = {&goal_score,  &goal_wish,      &goal_access,   &goal_points,
                                    &goal_margin, &goal_size,      &goal_reunion,  &goal_early,
                                    &goal_youth,  &goal_unchanged, &goal_school,   &goal_daycare,
                                    &goal_even,   &goal_key,       &goal_together, NULL};

void goal_tell(const husly_problem *problem, int household, int dwelling, breakdown_fn *tell,
               void *user)
{
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->tell != NULL)
            goals[goal]->tell(problem, household, dwelling, tell, user);
    }
}

bool goal_tell_plan(const husly_problem *problem, const struct placing *plan, struct arena *arena,
                    breakdown_fn *tell, void *user)
{
    bool told = true;
    for (int goal = 0; goals[goal] != NULL && told; goal++) {
        if (goals[goal]->tell_plan != NULL)
            told = goals[goal]->tell_plan(problem, plan, arena, tell, user);
    }
    return told;
}

static void add_points(const struct breakdown_line *line, void *user)
{
    int64_t *points = user;
    *points += line->points;
}

int64_t goal_fit(const husly_problem *problem, int household, int dwelling)
{
    int64_t points = 0;
    goal_tell(problem, household, dwelling, add_points, &points);
    return points;
}

bool goal_plan_points(const husly_problem *problem, const struct placing *plan, int64_t *points)
{
    struct arena *arena = arena_new();
    *points = 0;
    bool told = arena != NULL && goal_tell_plan(problem, plan, arena, add_points, points);
    arena_free(arena);
    return told;
}

int64_t goal_price(int64_t weight, int64_t times)
{
    static const int64_t most = 1000000000;
    wide price = (wide)weight * times;
    return price < most ? (int64_t)price : most;
}
