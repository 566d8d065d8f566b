/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PLAN_VALUE_H
#define HUSLY_REPORT_PLAN_VALUE_H

#include "base/wide.h"
#include "model/problem.h"

/* The points of a plan in a stage, those that the goals of the plan take off; `placed` is each
 * household's dwelling, NONE. The arena is scratch. False when memory ran out. */
bool plan_value(const husly_problem *problem, husly_stage stage, const int *placed,
                struct arena *arena, wide *value);

#endif
