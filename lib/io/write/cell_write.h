/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_CELL_WRITE_H
#define HUSLY_IO_CELL_WRITE_H

#include "io/tables.h"

struct text;

/*
 * Adds a value of a row as its cell has it in a file of that dialect, nothing where the cell is
 * empty; quotes and apostrophes are the CSV writer's. What is out of its range is written so that
 * cell_read() refuses it.
 */
void cell_add(struct text *text, const struct column *column, const void *row,
              const struct dialect *dialect);

/* Per cent where it is held in hundredths of one, else the fraction, so that it is read as the same
 * share; nothing where there is none. */
void cell_add_share(struct text *text, husly_share share, const struct dialect *dialect);

/* YYYY-MM-DD, or something that is no date where the year has not four digits. */
void cell_add_date(struct text *text, husly_date date);

#endif
