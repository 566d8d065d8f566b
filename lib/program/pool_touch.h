/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_POOL_TOUCH_H
#define HUSLY_PROGRAM_POOL_TOUCH_H

#include "program/pool.h"

/* Where the pool's rows and seeds are in the program of what is drawn (NULL: all), numbered in
 * their order; NO_INDEX for those that it does without. */
void pool_touch_rows(const struct pool *pool, const struct pool_draw *draw, int *row_of,
                     int *seed_of);

#endif
