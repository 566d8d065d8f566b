/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/benefit.h"
#include "rules/decision.h"
#include "rules/judgement.h"

/* The benefit is worked out only where the rent needs it. */
static bool rent_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];

    if (!problem->policy.affordability || people->adults == 0)
        return true;
    husly_amount over = home->rent + home->utilities - people->budget;
    return over <= 0 || over <= benefit_of_pair(problem, household, dwelling) ||
           decision_lifts(problem, household, dwelling, "rent");
}

/* Contract rule 3; it does not apply to unaccompanied minors (rule 1). */
static struct judgement rent_judge(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    husly_amount benefit = benefit_of_pair(problem, household, dwelling);
    husly_amount net_rent = home->rent + home->utilities - benefit;

    bool applies = problem->policy.affordability && people->adults > 0 &&
                   !decision_lifts(problem, household, dwelling, "rent");
    if (applies && net_rent > people->budget)
        return judgement_broken("rent_over", net_rent, people->budget);
    return judgement_holds();
}

const struct rule rule_rent = {
    .code = "rent", .number = 3, .allows = rent_allows, .judge = rent_judge};
