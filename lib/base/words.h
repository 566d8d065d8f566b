/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_WORDS_H
#define HUSLY_BASE_WORDS_H

#include <husly/error.h>

#include "base/text.h"

/*
 * Everything a person reads is written in English where it is used and passes through
 * husly_words(), which knows the Danish from lib/data/danish.po. So code reads as it speaks, gcc
 * checks the arguments of each format, and gettext's own tools find a text that lacks its Danish.
 */

/* One row of the table, in order of the English, bytewise. */
struct words_row {
    const char *english, *danish;
};
extern const struct words_row data_danish[];
extern const size_t data_danish_count;

/* Marks a text of a constant table, which is handed to husly_words() only when it is shown. */
#define WORDS_LATER(english) english

/* Adds a text in the reader's language, printf style. */
void text_add_words(struct text *text, husly_language language, const char *english, ...)
    __attribute__((format(printf, 3, 4)));

/* The same into a buffer; what has no room is cut off. */
void words_print(char *out, size_t room, husly_language language, const char *english, ...)
    __attribute__((format(printf, 4, 5)));

#endif
