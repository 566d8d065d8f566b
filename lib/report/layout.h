/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_LAYOUT_H
#define HUSLY_REPORT_LAYOUT_H

#include "base/text.h"

/* Cells of a table on a page, their width counted in characters. */

/* A cell filled up with blanks behind it; one that is too long ends in "…". */
void layout_left(struct text *out, const char *cell, size_t width);

/* A cell filled up with blanks in front; a figure is never shortened. */
void layout_right(struct text *out, const char *cell, size_t width);

#endif
