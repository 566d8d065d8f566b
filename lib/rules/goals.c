/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goal.h"

const struct goal *const goals[] = {NULL};

int64_t goal_fit(const husly_problem *problem, int household, int dwelling)
{
    int64_t points = problem_fit(problem, household, dwelling);
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->points != NULL)
            points += goals[goal]->points(problem, household, dwelling);
    }
    return points;
}
