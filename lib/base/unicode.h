/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_UNICODE_H
#define HUSLY_BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the first character of UTF-8 bytes; returns its length, 0 when they are not UTF-8. */
size_t unicode_decode(const char *bytes, size_t size, uint32_t *point);

/* Writes a code point as UTF-8 and returns its length; the point must be a character. */
size_t unicode_encode(uint32_t point, char out[4]);

/* Lower case of a Latin-1 letter; any other character as it is. */
uint32_t unicode_fold(uint32_t point);

/* A letter of any script (general category L), and a mark that combines with one (M). */
bool unicode_is_letter(uint32_t point);
bool unicode_is_mark(uint32_t point);

/* The code point of a Windows-1252 byte; 0 for the five that it leaves undefined, and for NUL. */
uint32_t unicode_of_cp1252(unsigned char byte);

#endif
