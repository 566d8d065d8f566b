/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_START_H
#define HUSLY_SOLVE_START_H

#include "solve/search.h"

/* Adds wanted columns to a feasible plan, in order, each as long as every row still holds. Columns
 * that an equation ties together are taken together. */
void start_fill(struct search *search, const bool *wanted, int64_t *values);

#endif
