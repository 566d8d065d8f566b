/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <husly/husly.h>
#include <stdio.h>

int main(void)
{
    husly_error error = {.language = HUSLY_ENGLISH}; /* keeps the first error of all these calls */
    husly_policy policy;
    husly_policy_default(&policy);
    policy.round_date = husly_date_of(2026, 3, 1);
    policy.right = (husly_share){1, 2}; /* every second vacancy of a section */
    husly_round *round = NULL;
    husly_round_new(&round, &policy, &error);

    husly_household family = husly_household_usual(), couple = husly_household_usual();
    family.household_id = "family", family.adults = 1, family.children = 2;
    couple.household_id = "couple", couple.adults = 2;
    family.max_rent = couple.max_rent = 700000; /* amounts are in øre */
    husly_dwelling low = husly_dwelling_usual(), high;
    low.dwelling_id = "low", low.section_id = "limes", low.rooms = 3, low.rent = 580000;
    high = low, high.dwelling_id = "high", high.rent = 720000;
    husly_round_add_household(round, &family, &error);
    husly_round_add_household(round, &couple, &error);
    husly_round_add_dwelling(round, &low, &error);
    husly_round_add_dwelling(round, &high, &error);
    husly_round_finish(round, NULL, NULL, &error);

    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    if (error.status == HUSLY_OK && husly_problem_new(&problem, round, NULL, &error) == HUSLY_OK &&
        husly_solve(&plan, problem, NULL, &error) == HUSLY_OK) {
        for (size_t i = 0; i < husly_plan_placement_count(plan); i++)
            printf("%s: %s\n", husly_plan_placement(plan, i).household_id,
                   husly_plan_placement(plan, i).dwelling_id);
        printf("%s\n", husly_plan_outcome(plan) == HUSLY_PROVEN ? "no plan is better" : "stopped");
    } else {
        printf("%s: %s: %s\n", error.source, error.field, error.text);
    }
    husly_plan_free(plan);
    husly_problem_free(problem);
    husly_round_free(round);
    return error.status == HUSLY_OK ? 0 : 1;
}
