/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judgement.h"

static bool access_allows(const husly_problem *problem, int household, int dwelling)
{
    return problem->dwellings[dwelling].step_free || !problem->households[household].step_free;
}

/* Contract rule 4. */
static struct judgement access_judge(const husly_problem *problem, int household, int dwelling)
{
    bool needed = problem->households[household].given->step_free;
    if (needed && !problem->dwellings[dwelling].given->step_free)
        return judgement_broken("steps", 0, 1);
    return judgement_holds();
}

const struct rule rule_access = {
    .code = "access", .number = 4, .allows = access_allows, .judge = access_judge};
