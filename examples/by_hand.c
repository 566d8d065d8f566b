/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <husly/husly.h>
#include <stdio.h>

int main(void)
{
    husly_error error = {0}; /* keeps the first error of all these calls */
    husly_policy policy;
    husly_policy_default(&policy);
    policy.round_date = husly_date_of(2026, 3, 1);
    husly_household family = husly_household_usual();
    family.household_id = "family", family.adults = 1, family.children = 2;
    family.max_rent = 700000; /* amounts are in øre */
    husly_dwelling home = husly_dwelling_usual();
    home.kind = HUSLY_KIND_MUNICIPAL, home.section_id = "limes", home.rooms = 3;
    home.dwelling_id = "high", home.rent = 720000;
    husly_round *round = NULL;
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    husly_round_new(&round, &policy, &error);
    husly_round_add_household(round, &family, &error);
    husly_round_add_dwelling(round, &home, &error);
    home.dwelling_id = "low", home.rent = 580000;
    husly_round_add_dwelling(round, &home, &error);
    if (husly_round_finish(round, NULL, NULL, &error) == HUSLY_OK &&
        husly_problem_new(&problem, round, NULL, &error) == HUSLY_OK)
        husly_solve(&plan, problem, NULL, &error);
    for (size_t i = 0; plan != NULL && i < husly_plan_placement_count(plan); i++)
        printf("family: %s\n", husly_plan_placement(plan, i).dwelling_id);
    puts(error.status == HUSLY_OK ? "no plan is better" : error.text);
    husly_plan_free(plan), husly_problem_free(problem), husly_round_free(round);
}
