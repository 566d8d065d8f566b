/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_GREEDY_H
#define HUSLY_SOLVE_GREEDY_H

#include "solve/search.h"

/* Adds to the best plan whoever still fits, those with the most points first, and offers that: one
 * look at every pair, so that even a large program has a plan when it is stopped early. */
void greedy_fill(struct search *search);

#endif
