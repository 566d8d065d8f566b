/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PLAN_TERMS_H
#define HUSLY_REPORT_PLAN_TERMS_H

#include "model/breakdown.h"
#include "model/problem.h"

/*
 * What the goals of the plan take from stage fit, worked out anew from the tables and apart from
 * lib/rules: docs/rules.md, Goals of the plan. `placed` is each household's dwelling, NONE. A line
 * for each thing that a goal in force is about, in the order of that page; texts live in the
 * arena. False when memory ran out.
 */
bool plan_terms_tell(const husly_problem *problem, const int *placed, struct arena *arena,
                     breakdown_fn *tell, void *user);

/* What all of them come to, never above 0; false when memory ran out. */
bool plan_terms_points(const husly_problem *problem, const int *placed, struct arena *arena,
                       int64_t *points);

#endif
