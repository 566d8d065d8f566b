/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/stages.h"

#include "rules/cost.h"
#include "rules/goals/goal.h"

/* Contract § 4: what placing the household there is worth in a stage. */
static int64_t stage_points(const husly_problem *problem, husly_stage stage, int household,
                            int dwelling)
{
    switch (stage) {
    case HUSLY_STAGE_NEED:
        return problem->households[household].need;
    case HUSLY_STAGE_FIT:
        return goal_fit(problem, household, dwelling);
    case HUSLY_STAGE_COST:
        return cost_saved(problem, household, dwelling);
    case HUSLY_STAGE_END:
        break;
    }
    return 0;
}

bool stages_compile(struct builder *builder, const int *household_of)
{
    const husly_policy *policy = &builder->problem->policy;
    struct program *program = builder->program;
    for (int index = 0; index < policy->stage_count; index++) {
        husly_stage stage = policy->stages[index];
        int64_t *points = program_add_stage(program, husly_stage_name(stage));
        if (points != NULL)
            program->totals[index] = stage_told(builder->problem, stage, 0);
        for (int at = 0; at < program->column_count && points != NULL; at++) {
            const struct program_column *column = &program->columns[at];
            if (column->group != NO_INDEX)
                points[at] =
                    stage_points(builder->problem, stage, household_of[column->group], column->key);
            else if (stage == HUSLY_STAGE_FIT)
                points[at] = -column->price;
        }
    }
    return !program->failed;
}

int64_t stage_told(const husly_problem *problem, husly_stage stage, int64_t points)
{
    return stage == HUSLY_STAGE_COST ? cost_of_nobody_placed(problem) - points : points;
}
