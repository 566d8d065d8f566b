/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_IDLE_H
#define HUSLY_SOLVE_IDLE_H

#include "solve/search.h"

/*
 * Finds the rows that bind nothing in this stage: their counts cost neither points nor room in
 * another row, and there are enough of them whatever is chosen. The rows of the goals are such in
 * stage need, as long as stage fit has not been before. Their place in the linear program is empty.
 */
void idle_find(struct search *search);

#endif
