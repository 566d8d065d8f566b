/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_WRAP_H
#define HUSLY_BASE_WRAP_H

#include <stddef.h>

struct text;

/* Characters of UTF-8 text: every byte but those that continue one. */
int wrap_characters(const char *bytes, size_t size);

/* Adds the paragraphs of `plain`, one a line, broken at blanks into lines of at most `width`
 * characters where a word allows it; lines that go on begin with two blanks. */
void wrap_add(struct text *text, const char *plain, int width);

#endif
