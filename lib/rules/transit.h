/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_TRANSIT_H
#define HUSLY_RULES_TRANSIT_H

#include "model/problem.h"
#include "program/program.h"

/*
 * Contract § 5: the program that gives transit places to households left without a permanent
 * dwelling and without a current place. A choice's key is the dwelling; groups are named by
 * household. Stages: as much need as possible, then the least kroner. `placed`: the plan's dwelling
 * by household, or NONE. NULL when memory ran out.
 */
struct program *transit_compile(const husly_problem *problem, const int *placed);

/* Whether there are so many pairs of households and temporary places that a search among them costs
 * more than it is worth. True also when memory ran out. */
bool transit_is_large(const husly_problem *problem, const int *placed);

/*
 * Gives each household that is still without one the cheapest place left for it, most need first:
 * what a search that a limit stopped, or that was not begun, left over. `temporary` is by
 * household. False when memory ran out.
 */
bool transit_fill(const husly_problem *problem, const int *placed, int *temporary,
                  struct arena *scratch);

#endif
