/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_COUNT_GOALS_H
#define HUSLY_REPORT_COUNT_GOALS_H

#include "report/certificate/count_columns.h"

/* Adds the counts of the goals of the plan, docs/rules.md. False when memory ran out. */
bool count_goals_add(struct count_columns *columns, const husly_problem *problem,
                     const struct lawful_pairs *pairs, const struct right_count *right,
                     struct arena *arena);

#endif
