/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_COUNT_GOALS_H
#define HUSLY_REPORT_COUNT_GOALS_H

#include "report/certificate/count_columns.h"

/* Adds the counts that the goals of the plan price; false when memory ran out. */
bool count_goals_add(struct count_columns *columns, const struct count_source *source);

#endif
