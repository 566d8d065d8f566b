/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_MILLIONTHS_H
#define HUSLY_BASE_MILLIONTHS_H

#include "base/wide.h"

struct text;

/* Exact decimals: a whole number of millionths. */
enum { MILLIONTHS = 1000000, MILLIONTHS_DIGITS = 6 };

/* The fewest digits behind the decimal mark that show the number exactly, 0 to 6. */
int millionths_digits(wide number);

/* Writes the number with so many digits behind the mark, which must be enough for it. */
void millionths_add(struct text *text, wide number, int digits, char mark);

#endif
