/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_LEVEL_H
#define HUSLY_RULES_LEVEL_H

#include "model/problem.h"

/* Refugees a thousand residents, rounded down; docs/rules.md, Evenness. */
int64_t level_of(int64_t refugees, int64_t residents);

/* Where everybody of the round would be spread evenly over the areas with residents; 0 where no
 * area has any. */
int64_t level_of_town(const husly_problem *problem);

/* How far the areas are from the town on average, weighted by residents, with so many persons
 * placed in each: thousandths of a refugee a thousand residents, rounded. */
int64_t level_deviation(const husly_problem *problem, const int64_t *placed);

#endif
