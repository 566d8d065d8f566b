/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_NEAREST_H
#define HUSLY_IO_NEAREST_H

#include "base/words.h"

/* The known word most like a given one, for messages; among equals the bytewise smallest. */
struct nearest {
    const char *given;
    const char *best; /* NULL: none yet */
    int distance;
};

struct nearest nearest_to(const char *given);
void nearest_try(struct nearest *nearest, const char *known);

/* A value that has a name in each language. */
struct word {
    const char *english;
    const char *danish;
};

/* The index of the word that a text is in either language, else `count`. */
size_t word_find(const struct word *words, size_t count, const char *text);

/* A list of words, and whether they are told in Danish, as the file has them. */
struct vocabulary {
    const struct word *words;
    size_t count;
    bool danish;
};

/* "not a value known here; write pin, forbid or allow; the nearest is pin" */
void word_refuse(struct text *wrong, husly_language language, const struct vocabulary *known,
                 const char *text);

#endif
