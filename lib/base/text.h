/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_TEXT_H
#define HUSLY_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing text. A failed allocation makes `failed` stick; the caller asks once, at the end. */
struct text {
    char *bytes; /* always NUL-terminated once something was added; NULL before */
    size_t size;
    size_t room;
    bool failed;
};

void text_add(struct text *text, const char *bytes, size_t size);
void text_add_string(struct text *text, const char *string);
void text_add_format(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_add_list(struct text *text, const char *format, va_list parts)
    __attribute__((format(printf, 2, 0)));
/* Hands over line by line, printable and without line ends, until the caller returns false; the
 * text is taken apart. */
void text_tell(struct text *text, bool (*on_line)(const char *line, void *user), void *user);
void text_free(struct text *text);
const char *text_string(const struct text *text); /* never NULL */

/* Bytewise order of two strings; NULL sorts first. */
int text_compare(const char *a, const char *b);
bool text_equal(const char *a, const char *b);

/* Equal but for the case of letters, æøå and other Latin-1 letters included; both UTF-8. */
bool text_equal_folded(const char *a, const char *b);

/* Edit distance in characters of two short UTF-8 strings, case ignored; at most `limit` + 1. */
int text_distance(const char *a, const char *b, int limit);

bool text_is_utf8(const char *bytes, size_t size);

/* Appends Windows-1252 bytes as UTF-8; false for a byte that Windows-1252 leaves undefined. */
bool text_add_cp1252(struct text *text, const char *bytes, size_t size);

/* True when the text holds what looks like a CPR number: DDMMYY-XXXX, with blank or nothing for the
 * hyphen, the first six digits being a date, no further digit on either side. */
bool text_has_cpr(const char *text);

/* True for a valid id, contract § 2: letters of any script, digits, '-', '_', '.', at most 64
 * bytes. */
bool text_is_id(const char *text);

/* True for an id that a spreadsheet rewrites on load: 007, 1E5, 1-2, 2016-03-01, SAND, JA, a long
 * number. */
bool text_is_rewritten(const char *text);

#endif
