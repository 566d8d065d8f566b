/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_FINDING_H
#define HUSLY_IO_FINDING_H

#include "base/error.h"
#include <husly/read.h>

/* Mistakes and warnings of one reading, told as they are found, at most 100 of each. */
struct findings {
    husly_finding_fn *tell; /* NULL: only `first` is kept */
    void *user;
    husly_language language; /* of what is told */
    bool is_guess;           /* the language is what the files' names suggest */
    bool show_values;
    int mistakes;
    int warnings;
    bool closed;       /* the listener asked for no more */
    husly_error first; /* the first mistake */
};

enum { FINDING_LIMIT = 100 };

/* What is told is written in English and told in the findings' language. */
void finding_mistake(struct findings *findings, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void finding_warning(struct findings *findings, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A mistake about one cell; the cell is quoted only where the caller asked for values. */
void finding_cell(struct findings *findings, struct place at, const char *wrong, const char *cell);

/* As much of a text as has room, without control characters, which could steer a terminal. */
void finding_printable(char *out, size_t room, const char *text);

/* True when nothing further would be told. */
bool finding_full(const struct findings *findings);

#endif
