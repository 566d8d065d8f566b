/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of H1 in a round of a few lines, and what would help, in both languages. */
#ifndef HUSLY_TESTS_SUPPORT_REASON_SAID_H
#define HUSLY_TESTS_SUPPORT_REASON_SAID_H

#include "report/reason/reason.h"
#include "support/reason_round.h"

static inline void expect_told(reason_say *tell, struct reasons *reasons, int household,
                               enum reason reason, husly_language language, const char *wanted)
{
    struct text said = {0};
    tell(reasons, household, reason, language, &said);
    CHECK_TEXT(text_string(&said), wanted);
    text_free(&said);
}

/* What is said of H1: English sentence and help, Danish sentence and help. */
static inline void expect(const struct tables *tables, enum reason wanted,
                          const char *const said[4])
{
    husly_problem *problem = NULL;
    husly_round *round = round_of(tables, &problem);
    if (problem != NULL) {
        struct reasons *reasons = reasons_new(problem);
        const int household = problem_find_household(problem, "H1");
        const enum reason reason = reason_find(reasons, household, true);
        CHECK_TEXT(reason_code(reason), reason_code(wanted));
        expect_told(reason_sentence, reasons, household, reason, HUSLY_ENGLISH, said[0]);
        expect_told(reason_help, reasons, household, reason, HUSLY_ENGLISH, said[1]);
        expect_told(reason_sentence, reasons, household, reason, HUSLY_DANISH, said[2]);
        expect_told(reason_help, reasons, household, reason, HUSLY_DANISH, said[3]);
        reasons_free(reasons);
    }
    husly_problem_free(problem);
    husly_round_free(round);
}

#define SAID(...) ((const char *const[4]){__VA_ARGS__})

#endif
