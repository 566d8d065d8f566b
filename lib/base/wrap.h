/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_WRAP_H
#define HUSLY_BASE_WRAP_H

struct text;

/* Adds the paragraphs of `plain`, one a line, broken at blanks into lines of at most `width`
 * characters where a word allows it; lines that go on begin with two blanks. */
void wrap_add(struct text *text, const char *plain, int width);

#endif
