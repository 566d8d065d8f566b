/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/plan_terms.h"

#include "base/memory.h"
#include "report/verify/plan_goals.h"

/* In the order of docs/rules.md; NULL ends the list. */
static plan_term_fn *const plan_terms[] = {plan_term_school, plan_term_daycare,  plan_term_even,
                                           plan_term_key,    plan_term_together, NULL};

bool plan_terms_tell(const husly_problem *problem, const int *placed, struct arena *arena,
                     breakdown_fn *tell, void *user)
{
    bool told = true;
    for (size_t at = 0; plan_terms[at] != NULL && told; at++)
        told = plan_terms[at](problem, placed, arena, tell, user);
    return told;
}

static void add_points(const struct breakdown_line *line, void *user)
{
    int64_t *points = user;
    *points += line->points;
}

bool plan_terms_points(const husly_problem *problem, const int *placed, struct arena *arena,
                       int64_t *points)
{
    *points = 0;
    return plan_terms_tell(problem, placed, arena, add_points, points);
}
