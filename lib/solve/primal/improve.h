/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_IMPROVE_H
#define HUSLY_SOLVE_IMPROVE_H

#include "solve/search.h"

/* Builds a plan along the linear program's solution, betters it by moves, and offers it. */
void improve_from_relaxation(struct search *search);

/* Betters a plan that may be below the floors of earlier stages, and offers it. */
void improve_from(struct search *search, const int64_t *values);

/* Betters the best plan by moves: a household in, over, swapped, or in another's place. */
void improve_best(struct search *search);

#endif
