/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_decision.h"

#include "base/printable.h"

const char *decision_name(husly_verdict verdict)
{
    static const char *const names[] = {
        [HUSLY_PIN] = "pin",       [HUSLY_FORBID] = "forbid",   [HUSLY_ALLOW] = "allow",
        [HUSLY_ACCEPT] = "accept", [HUSLY_DECLINE] = "decline", [HUSLY_AGREE] = "agree"};
    return names[verdict];
}

static bool is_said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* ": Bor der allerede (boligteamet)." */
static void end_with_grounds(const struct answer *answer, struct page *page,
                             const husly_decision *given)
{
    if (is_said(given->reason)) {
        text_add_string(answer->out, ": ");
        printable_add(answer->out, given->reason);
    }
    if (is_said(given->by)) {
        text_add_string(answer->out, " (");
        printable_add(answer->out, given->by);
        text_add_string(answer->out, ")");
    }
    text_add_string(answer->out, ".");
    page_end_line(page, 0);
}

static bool pins(const struct decision *row)
{
    return row != NULL && row->given->decision == HUSLY_PIN;
}

/* Whose row in decisions.csv pins the household: its own, or one of its party's. NONE: nobody's. */
static int pinned_by(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    if (people->pin == NONE || pins(problem_decision(problem, household, people->pin)))
        return people->pin == NONE ? NONE : household;
    for (int other = 0; other < problem->household_count; other++) {
        if (problem_are_together(problem, household, other) &&
            pins(problem_decision(problem, other, people->pin)))
            return other;
    }
    return NONE;
}

void decision_tell_pin(const struct answer *answer, struct page *page, int household)
{
    const husly_problem *problem = answer->problem;
    const int by = pinned_by(problem, household);
    if (by == NONE)
        return;
    const int dwelling = problem->households[household].pin;
    if (by == household)
        text_add_words(answer->out, answer->language, "Pinned to %s by a decision",
                       problem->dwellings[dwelling].id);
    else
        text_add_words(answer->out, answer->language, "Pinned to %s with %s by a decision",
                       problem->dwellings[dwelling].id, problem->households[by].id);
    end_with_grounds(answer, page, problem_decision(problem, by, dwelling)->given);
}

void decision_tell_allowed(const struct answer *answer, struct page *page, int household,
                           int dwelling)
{
    static const char *const rules[] = {WORDS_LATER("size"), WORDS_LATER("rent"),
                                        WORDS_LATER("avoid")};
    const struct decision *row = problem_decision(answer->problem, household, dwelling);
    if (row == NULL || row->given->decision != HUSLY_ALLOW)
        return;
    for (size_t at = 0; at < sizeof rules / sizeof *rules; at++) {
        if (!text_equal(rules[at], row->given->rule))
            continue;
        text_add_words(answer->out, answer->language, "Allowed by a decision (%s)",
                       husly_words(answer->language, rules[at]));
        end_with_grounds(answer, page, row->given);
    }
}
