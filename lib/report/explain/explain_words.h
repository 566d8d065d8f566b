/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_WORDS_H
#define HUSLY_REPORT_EXPLAIN_WORDS_H

#include "base/words.h"
#include "model/explanation.h"
#include "model/problem.h"
#include "report/reason/reason.h"

/* An explanation being told. */
struct answer {
    const husly_explanation *explanation;
    const husly_problem *problem;
    husly_language language; /* never HUSLY_LANGUAGE_AUTO */
    struct text *out;
};

/* What a household would pay in a dwelling, øre a month; HUSLY_NO_AMOUNT where no budget is
 * stated. */
struct answer_rent {
    husly_amount rent, utilities, benefit, net, budget, margin;
};
struct answer_rent answer_rent(const husly_problem *problem, int household, int dwelling);

/* How many dwellings the rules that bind a pair allow the household, and households the dwelling.
 */
int answer_lawful_dwellings(const husly_problem *problem, int household);
int answer_lawful_households(const husly_problem *problem, int dwelling);

/* "5000.50" */
void answer_add_kroner(const struct answer *answer, husly_amount amount);

/* "need", "behov" */
const char *answer_stage(const struct answer *answer, husly_stage stage);

/* "costs 5 points of need, and 3 of fit" */
void answer_add_price(const struct answer *answer, const husly_option *option);

/* "H2 loses D4, H3 gets D5", without the option's own household; "nobody else is affected" */
void answer_add_changes(const struct answer *answer, const husly_option *option);

/* The obstacles, separated by "; ". */
void answer_add_obstacles(const struct answer *answer, const husly_option *option);

/* What an option's line says after the id. */
void answer_add_option(const struct answer *answer, const husly_option *option);

/* The sentence of unplaced.csv about the asked household; nothing for a code that there is not. */
void answer_add_reason(const struct answer *answer);

/* What would help it, in the same way. */
void answer_add_help(const struct answer *answer);

#endif
