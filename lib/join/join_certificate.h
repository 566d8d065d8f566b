/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_CERTIFICATE_H
#define HUSLY_JOIN_CERTIFICATE_H

#include "model/plan.h"
#include "solve/solve_pool.h"

/* Turns the proofs of a solution into the plan's lines of certificate.csv; its names move into the
 * plan's arena. Of several parts, each line says which. False when memory ran out. */
bool certificate_compose(husly_plan *plan, const struct pool *pool,
                         const struct round_solution *solution);

#endif
