/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_DIVE_H
#define HUSLY_SOLVE_DIVE_H

#include "solve/search.h"

/* Follows the relaxation down: takes what it takes wholly and some of what it takes most, solves
 * again, until nothing is fractional or it can go no further; offers what it finds. Leaves the case
 * at hand as it was, its linear program solved. */
void dive(struct search *search);

/* The relaxation's solution as a plan, when it is whole. */
bool offer_whole(struct search *search);

#endif
