/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_MOST_H
#define HUSLY_JOIN_MOST_H

#include <husly/solve.h>

#include "model/most.h"

struct arena;

/*
 * Finds why no plan can place more than so many households. Each part has been checked in whole
 * numbers, one that did not pass is left out; where there is nothing to say the bound is the number
 * of households. Lives in the arena.
 */
husly_status most_find(struct most *out, const husly_problem *problem, struct arena *arena,
                       husly_error *error);

#endif
