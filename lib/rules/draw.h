/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_DRAW_H
#define HUSLY_RULES_DRAW_H

#include "model/problem.h"

/*
 * The order in which households or dwellings come to the solver, which settles what is equal
 * otherwise: by id, or by lots drawn from the id and the rule `lot` where that is not 0. Never by
 * the order of rows. Rows begin with their ids. NULL when memory ran out.
 */
const int *draw_order(struct arena *arena, const void *rows, size_t row_size, int count,
                      int64_t lot);

#endif
