/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_GRID_H
#define HUSLY_REPORT_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

/*
 * A table of cells, told in aligned columns. The cells are lines of one text, so that a failed
 * allocation sticks there.
 */
struct grid {
    struct text *cells; /* one a line, row by row */
    unsigned left;      /* bit c: column c is aligned to the left, else to the right */
    int columns;
};

void grid_text(struct grid *grid, const char *cell);
void grid_number(struct grid *grid, int64_t number);

/* Adds the table, one line a row, two blanks between columns, none at a line's end. Takes the cells
 * away. */
void grid_close(struct grid *grid, struct text *out);

#endif
