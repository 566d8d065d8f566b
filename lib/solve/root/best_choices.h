/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ROOT_BEST_CHOICES_H
#define HUSLY_SOLVE_ROOT_BEST_CHOICES_H

#include "solve/root/scan.h"

/* The places of the choices worth most, the best first, at most `most` (up to 64); how many. Among
 * equals the order is scrambled, otherwise than another group's, so that not all draw the same
 * places. */
int best_choices(const struct look *look, int most, int *places);

/* What the group's choice of a place is worth. */
wide look_value(const struct look *look, int place);

#endif
