/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "rules/rule.h"

const struct rule *const rules[] = {
    &rule_kind,     &rule_size,     &rule_rent,  &rule_access, &rule_area, &rule_time,
    &rule_decision, &rule_capacity, &rule_right, &rule_spread, NULL};

bool rules_allow(const husly_problem *problem, int household, int dwelling)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->allows != NULL && !(*rule)->allows(problem, household, dwelling))
            return false;
    }
    return true;
}

bool rules_judge(const husly_problem *problem, int household, int dwelling)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->judge != NULL && !(*rule)->judge(problem, household, dwelling).holds)
            return false;
    }
    return true;
}

/* Stands before the caller's function, so that nobody is told more once it has heard enough. */
struct audience {
    breach_fn *tell;
    void *user;
    bool listens;
};

static bool tell_audience(const struct breach *breach, void *user)
{
    struct audience *audience = user;
    if (audience->listens)
        audience->listens = audience->tell(breach, audience->user);
    return audience->listens;
}

/* Tells of a pair that breaks the rule; one that another household or a union of rows breaks is for
 * check. */
static bool check_pair(const husly_problem *problem, const struct rule *rule, int household,
                       int dwelling, struct audience *audience)
{
    struct judgement judgement = rule->judge(problem, household, dwelling);
    if (judgement.holds)
        return true;
    char row[160];
    snprintf(row, sizeof row, "%s/%s", problem->households[household].id,
             problem->dwellings[dwelling].id);
    struct breach breach = {.rule = rule->code,
                            .row = row,
                            .household = household,
                            .dwelling = dwelling,
                            .used = judgement.given,
                            .limit = judgement.limit};
    tell_audience(&breach, audience);
    return false;
}

bool rules_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                 void *user)
{
    struct audience audience = {tell, user, true};
    bool holds = true;
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        for (int index = 0; index < problem->household_count && (*rule)->judge != NULL; index++) {
            int dwelling = plan->dwelling_of[index];
            if (dwelling != NONE)
                holds = check_pair(problem, *rule, index, dwelling, &audience) && holds;
        }
        if ((*rule)->check != NULL)
            holds = (*rule)->check(problem, plan, tell_audience, &audience) && holds;
    }
    return holds;
}
