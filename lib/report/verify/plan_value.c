/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/plan_value.h"

#include "report/certificate/certificate_rows.h"
#include "report/verify/plan_terms.h"

bool plan_value(const husly_problem *problem, husly_stage stage, const int *placed,
                struct arena *arena, wide *value)
{
    int64_t of_the_plan = 0;
    if (stage == HUSLY_STAGE_FIT && !plan_terms_points(problem, placed, arena, &of_the_plan))
        return false;
    *value = of_the_plan;
    for (int h = 0; h < problem->household_count; h++) {
        if (placed[h] != NONE)
            *value += pair_points(problem, stage, h, placed[h]);
    }
    return true;
}
