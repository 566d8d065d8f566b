/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PLAN_GOALS_H
#define HUSLY_REPORT_PLAN_GOALS_H

#include "report/verify/plan_terms.h"

/* What a goal of the plan takes, a line for each thing it is about; see plan_terms_tell(). */
typedef bool plan_term_fn(const husly_problem *problem, const int *placed, struct arena *arena,
                          breakdown_fn *tell, void *user);

plan_term_fn plan_term_school, plan_term_daycare, plan_term_even, plan_term_key, plan_term_together;

#endif
