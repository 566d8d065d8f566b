/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_START_H
#define HUSLY_SOLVE_START_H

#include "solve/search.h"

/* Adds wanted columns to a plan, in order, each as long as every row then holds. A column comes
 * with those that an equation ties it to, or that a row needs with it. A plan that does not hold,
 * such as pins alone, stays so unless what is wanted mends it. */
void start_fill(struct search *search, const bool *wanted, int64_t *values);

#endif
