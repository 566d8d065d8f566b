/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_PLAN_H
#define HUSLY_JOIN_PLAN_H

#include "model/plan.h"
#include "solve/solve.h"

/* An empty plan; NULL when memory ran out. */
husly_plan *plan_new(void);

/* Nobody placed yet; false when memory ran out. */
bool plan_take_places(husly_plan *plan, const husly_problem *problem);

/* What a search is doing, in public words. */
husly_doing doing_told(enum solve_doing doing);

/* HUSLY_E_ARGUMENT for a plan of another problem. */
husly_status plan_demand(const husly_plan *plan, const husly_problem *problem, husly_error *error);

/* Lists by id what `placed` says; false when memory ran out. */
bool plan_list_placements(husly_plan *plan, const husly_problem *problem);

#endif
