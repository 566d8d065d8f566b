/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goal.h"

#include "base/wide.h"

const struct goal *const goals[] = {&goal_school, &goal_daycare,  &goal_even,
                                    &goal_key,    &goal_together, NULL};

int64_t goal_fit(const husly_problem *problem, int household, int dwelling)
{
    int64_t points = problem_fit(problem, household, dwelling);
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->points != NULL)
            points += goals[goal]->points(problem, household, dwelling);
    }
    return points;
}

bool goals_tell(const husly_problem *problem, const struct placing *plan, goal_line_fn *tell,
                void *user)
{
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->tell != NULL && !goals[goal]->tell(problem, plan, tell, user))
            return false;
    }
    return true;
}

static bool add_points(const struct goal_line *line, void *user)
{
    int64_t *points = user;
    *points += line->points;
    return true;
}

bool goals_plan_points(const husly_problem *problem, const struct placing *plan, int64_t *points)
{
    *points = 0;
    return goals_tell(problem, plan, add_points, points);
}

int64_t goal_price(int64_t weight, int64_t times)
{
    static const int64_t most = 1000000000;
    wide price = (wide)weight * times;
    return price < most ? (int64_t)price : most;
}
