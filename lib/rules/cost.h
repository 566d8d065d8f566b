/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_COST_H
#define HUSLY_RULES_COST_H

#include "model/problem.h"

/* What a household costs the municipality, docs/rules.md, Cost. HUSLY_NO_AMOUNT where what it
 * costs meanwhile is not known; a sum beyond 64 bits is cut to them. */

/* Over so many days from the round date, in a permanent dwelling; NONE: without one. */
husly_amount cost_of_days(const husly_problem *problem, int household, int dwelling, int days);

/* A month, in a transit place. */
husly_amount cost_of_transit(const husly_problem *problem, int household, int dwelling);

/* So much a month over so many days. */
husly_amount cost_of_month(husly_amount month, int days);

/* What the pair saves until the next round, compared with no dwelling. */
int64_t cost_saved(const husly_problem *problem, int household, int dwelling);

/* What all households cost until the next round if none had a dwelling. */
int64_t cost_of_nobody_placed(const husly_problem *problem);

#endif
