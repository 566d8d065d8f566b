/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_COLUMNS_H
#define HUSLY_BASE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

/* UTF-8 text in columns of a terminal: one for every byte but those that continue a character. */
bool columns_begin(char byte);
int columns_count(const char *bytes, size_t size);
int columns_of(const char *text);

/* The bytes of the first so many columns. */
size_t columns_size(const char *text, int columns);

#endif
