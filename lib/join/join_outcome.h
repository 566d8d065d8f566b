/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_OUTCOME_H
#define HUSLY_JOIN_OUTCOME_H

#include "model/outcome.h"

/* Tells a plan in figures. The outcome borrows the problem; free it in any case. */
husly_status outcome_compose(struct outcome *outcome, const husly_problem *problem,
                             const husly_plan *plan, husly_error *error);
void outcome_free(struct outcome *outcome);

/* The parts of outcome_compose() that are about places, points and rules; false when memory ran
 * out.
 */
bool outcome_add_loads(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan);
bool outcome_add_breakdown(struct outcome *outcome, const husly_problem *problem,
                           const husly_plan *plan);
bool outcome_add_goals(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan);
bool outcome_add_costs(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan);
bool outcome_add_rules(struct outcome *outcome, const husly_problem *problem);

#endif
