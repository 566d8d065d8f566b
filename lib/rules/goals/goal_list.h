/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_GOAL_LIST_H
#define HUSLY_RULES_GOAL_LIST_H

#include "rules/goals/goal.h"

/* Of a placement; goal_together too. */
extern const struct goal goal_score, goal_wish, goal_access, goal_points, goal_margin, goal_size,
    goal_reunion, goal_early, goal_youth, goal_unchanged;

/* Of the plan; goal_together of a placement too. */
extern const struct goal goal_school, goal_daycare, goal_even, goal_key, goal_together;

#endif
