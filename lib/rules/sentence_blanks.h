/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_SENTENCE_BLANKS_H
#define HUSLY_RULES_SENTENCE_BLANKS_H

#include <husly/explain.h>

#include "model/problem.h"

struct text;

/* What `given`, `limit` and `amount` count, where they are not written as plain numbers. */
enum measure { PLAIN, KRONER, DAYS, ROOMS };

/* A clause on its way into a text; `household` is the one that meets it. */
struct telling {
    struct text *out;
    const husly_problem *problem;
    const struct household *people;
    const struct dwelling *home;
    int household, dwelling;
    husly_language language;
    const husly_obstacle *obstacle;
    enum measure measure;
};

/* Adds the clause, in the language already, with what stands for the names in its braces. */
void sentence_fill(const struct telling *telling, const char *clause);

#endif
