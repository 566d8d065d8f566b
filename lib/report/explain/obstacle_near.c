/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/obstacle.h"

#include "base/text.h"
#include "report/reason/reason_survey.h"

void obstacles_add_near(struct obstacles *obstacles, const char *what, int whom, int dwelling)
{
    const husly_problem *problem = obstacles->problem;
    struct text unit = {0};
    text_add_format(&unit, "near/%s", problem->sections[problem->dwellings[dwelling].section].id);
    obstacles->failed = obstacles->failed || unit.failed;
    obstacles_add(
        obstacles,
        (husly_obstacle){.rule = "near", .what = what, .amount = 1, .given = 0, .limit = 1},
        text_string(&unit), whom);
    text_free(&unit);
}

void obstacles_of_near(struct obstacles *obstacles, int household, int dwelling)
{
    const husly_problem *problem = obstacles->problem;
    for (int other = 0; other < problem->household_count; other++) {
        if (problem_are_near(problem, household, other) &&
            !survey_reaches(problem, other, problem->dwellings[dwelling].section))
            obstacles_add_near(obstacles, "near_none", other, dwelling);
    }
}
