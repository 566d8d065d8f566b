/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_SAY_H
#define HUSLY_CLI_SAY_H

#include <stdio.h>

#include <husly/husly.h>

/* Marks a text of a constant table, which is handed to husly_words() only when it is shown. */
#define WORDS_LATER(english) english

/* The language that --lang asks for; HUSLY_LANGUAGE_AUTO where it was not given. */
husly_language say_language(void);
void say_in(husly_language language);

/* Without --lang, what is said from here on is in the language of the round's headers. */
void say_as_round(const husly_round *round);

/* What --lang names, "en" or "da"; false for anything else. */
bool say_find_language(const char *name, husly_language *out);

/* Prints a text of husly's own in the reader's language, printf style. */
void say(FILE *to, const char *english, ...) __attribute__((format(printf, 2, 3)));

/* A husly_line_fn that prints the line to stdout. */
bool say_line(const char *line, void *user);

#endif
