/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_SENTENCE_H
#define HUSLY_RULES_SENTENCE_H

#include <husly/explain.h>

#include "model/problem.h"

struct text;

/* A household and a dwelling, and in which language they are spoken of. */
struct sentence_pair {
    const husly_problem *problem;
    int household, dwelling;
    husly_language language;
};

/* What stands between the two, in the words and numbers of docs/explain.md, without a full stop. */
void sentence_add(struct text *out, const struct sentence_pair *pair,
                  const husly_obstacle *obstacle);

/* The fault alone, without a number of anybody's: "too dear"; for messages that tell no values. */
const char *sentence_brief(husly_language language, const char *what);

/* What pins together meet in a rule over the whole plan: `what`, `unit`, `given` and `limit` of the
 * obstacle are read. */
void sentence_add_pinned(struct text *out, husly_language language, const husly_obstacle *obstacle);

/* Which limit a row of certificate.csv is, by what stands before its first stroke: a `what`. */
const char *sentence_limit(const husly_problem *problem, const char *row);

/* The unit of a row as certificate.csv has it, without what is counted there: "A3". */
const char *sentence_unit(const char *row);

#endif
