/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_MASTER_ROWS_H
#define HUSLY_SOLVE_MASTER_ROWS_H

#include "solve/master.h"

/* The rows of the linear program: those of the program that are not idle, the group rows, and then,
 * as they come, cuts and the lazy rows that a solution violated. */

/* Before any column. */
void master_add_rows(struct search *search);

/* Lazy rows that the solution at hand violates become rows; false when there is none. */
bool master_take_violated(struct search *search);

/* What the columns keep for the rows: the program's column that an lp column stands for, NO_INDEX
 * for an overflow, and room for a row's or column's entries. */
void master_remember_column(struct search *search, int lp_column, int column);
void master_make_room(struct search *search, int wanted);

#endif
