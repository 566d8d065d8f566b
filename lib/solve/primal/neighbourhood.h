/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_NEIGHBOURHOOD_H
#define HUSLY_SOLVE_NEIGHBOURHOOD_H

#include "solve/search.h"

/* Betters the best plan by freeing some dozens of groups at a time and solving exactly for them,
 * the others as they are: until the gap is closed, the allowance is used, or nothing comes of it
 * any more. True when the plan got better. The first call of a stage takes losses from the linear
 * program at hand, or from what was found before the program was drawn. */
struct allowance;
bool neighbourhoods_search(struct search *search, const struct allowance *allowance);

/* Takes the losses anew from the linear program. */
void neighbourhoods_renew(struct search *search);

/* The same now and then between the cases of a search: about as long as these take while it pays,
 * and ever more seldom while it does not. Nothing before the first call of the other. */
void neighbourhoods_go_on(struct search *search);

#endif
