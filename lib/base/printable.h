/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_PRINTABLE_H
#define HUSLY_BASE_PRINTABLE_H

struct text;

/* What a terminal would obey rather than show becomes a blank, a byte for each byte. */
void printable_make(char *bytes);
void printable_add(struct text *text, const char *string);

#endif
