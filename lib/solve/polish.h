/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_POLISH_H
#define HUSLY_SOLVE_POLISH_H

#include "solve/search.h"

/*
 * Betters the multipliers of the node at hand by steps of a few millionths. A floor that counts øre
 * weighs so much that a millionth of its multiplier is more than a point, and rounding alone may
 * leave a case open that nothing is left to branch on.
 */
void polish(struct search *search, struct node *node);

#endif
