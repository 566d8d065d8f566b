/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_CERTIFICATE_H
#define HUSLY_JOIN_CERTIFICATE_H

#include "model/plan.h"
#include "solve/solve.h"

/* Turns the proofs of a solution into the plan's lines of certificate.csv, with the program's
 * names. False when memory ran out. */
bool certificate_compose(husly_plan *plan, const struct program *program,
                         const struct solution *solution);

#endif
