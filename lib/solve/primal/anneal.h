/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ANNEAL_H
#define HUSLY_SOLVE_ANNEAL_H

#include "solve/search.h"

/* Shuffles the best plan about at a falling temperature, with rows that may overflow at a penalty,
 * and offers the best it meets. Takes losses from the linear program at hand. */
void anneal(struct search *search);

#endif
