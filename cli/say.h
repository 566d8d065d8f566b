/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_SAY_H
#define HUSLY_CLI_SAY_H

#include <stdio.h>

#include <husly/husly.h>

/* Marks a text of a constant table, which is handed to husly_words() only when it is shown. */
#define WORDS_LATER(english) english

/* What --lang asks for; else the language of the round's headers once one is read, and
 * HUSLY_LANGUAGE_AUTO before. */
husly_language say_language(void);

/* Takes what --lang names, "en" or "da", from here on; false for anything else. */
bool say_in(const char *name);

/* Takes the language from a command line before anything is said, help and scolding included;
 * false where its --lang names none. */
bool say_in_asked(int count, char *const *words);

/* Without --lang, what is said from here on is in this language; HUSLY_LANGUAGE_AUTO changes
 * nothing. */
void say_as(husly_language language);

/* Without --lang, what is said from here on is in the language of the round's headers. */
void say_as_round(const husly_round *round);

/* A text of husly's own in the reader's language. */
const char *say_words(const char *english) __attribute__((format_arg(1)));

/* Prints a text of husly's own in the reader's language, printf style. */
void say(FILE *to, const char *english, ...) __attribute__((format(printf, 2, 3)));

/* Øre as kroner in the reader's language, "1234.50". */
enum { SAY_KRONER_SIZE = 32 };
const char *say_kroner(char out[SAY_KRONER_SIZE], int64_t amount);

/* Prints a text and blanks up to that many characters. */
void say_padded(FILE *to, const char *text, int width);

/* A husly_line_fn that prints the line to stdout. */
bool say_line(const char *line, void *user);

#endif
