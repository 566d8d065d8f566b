/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SHORTFALL_H
#define HUSLY_SOLVE_SHORTFALL_H

#include "solve/search.h"

/*
 * Where the pins alone break rows that further choices may mend (a home that opens with at least so
 * many, an equation with partners who are not pinned), a plan must be looked for.
 *
 * The same program with a count more for every row that `values` break, which makes up for what the
 * row lacks, and one stage: minus those counts. It has a plan with 0 points when the program has a
 * plan at all. `values`, longer by its counts, becomes a plan of it. NULL when memory ran out.
 */
struct program *shortfall_program(const struct program *program, int64_t *values);

/* Whether further choices might mend any row. */
bool shortfall_mends(const struct program *program);

#endif
