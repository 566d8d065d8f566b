/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/decision.h"

#include <stdio.h>

#include "base/text.h"
#include "rules/judgement.h"

bool decision_lifts(const husly_problem *problem, int household, int dwelling, const char *rule)
{
    const struct decision *row = problem_decision(problem, household, dwelling);
    return row != NULL && row->given->decision == HUSLY_ALLOW && text_equal(row->given->rule, rule);
}

bool decision_bars(const husly_problem *problem, int household, int dwelling)
{
    const struct decision *row = problem_decision(problem, household, dwelling);
    return row != NULL &&
           (row->given->decision == HUSLY_FORBID || row->given->decision == HUSLY_DECLINE);
}

bool decision_lacks_consent(const husly_problem *problem, int household, int dwelling)
{
    if (!problem->dwellings[dwelling].consent || problem->households[household].pin == dwelling)
        return false;
    const struct decision *row = problem_decision(problem, household, dwelling);
    return row == NULL ||
           (row->given->decision != HUSLY_AGREE && row->given->decision != HUSLY_PIN);
}

static bool decision_allows(const husly_problem *problem, int household, int dwelling)
{
    return !decision_bars(problem, household, dwelling) &&
           !decision_lacks_consent(problem, household, dwelling) &&
           (!problem->policy.only_scored_pairs || problem_scored(problem, household, dwelling));
}

static bool has_decision(const husly_problem *problem, int household, int dwelling,
                         husly_verdict decision)
{
    const struct decision *row = problem_decision(problem, household, dwelling);
    return row != NULL && row->given->decision == decision;
}

/* A pin speaks for the whole party, an agreement for its own household. */
static bool is_agreed(const husly_problem *problem, int household, int dwelling)
{
    const int party = problem->households[household].party;
    if (has_decision(problem, household, dwelling, HUSLY_AGREE) ||
        has_decision(problem, household, dwelling, HUSLY_PIN))
        return true;
    int member = party != NONE ? problem->of_party.first[party] : NONE;
    while (member != NONE && !has_decision(problem, member, dwelling, HUSLY_PIN))
        member = problem->of_party.next[member];
    return member != NONE;
}

/* Contract rule 7. That only scored pairs count (rule only_scored_pairs) is the municipality's
 * decision as well, and is told here. A pinned household's other pairs hold: what keeps it to its
 * pin is check. */
static struct judgement decision_judge(const husly_problem *problem, int household, int dwelling)
{
    const struct decision *row = problem_decision(problem, household, dwelling);
    if (row != NULL) {
        switch (row->given->decision) {
        case HUSLY_FORBID:
            return judgement_broken("forbidden", 0, 1);
        case HUSLY_DECLINE:
            return judgement_broken("declined", 0, 1);
        case HUSLY_PIN:
        case HUSLY_ALLOW:
        case HUSLY_ACCEPT:
        case HUSLY_AGREE:
            break;
        }
    }
    if (problem->dwellings[dwelling].given->consent && !is_agreed(problem, household, dwelling))
        return judgement_broken("not_agreed", 0, 1);
    if (problem->policy.only_scored_pairs && !problem_scored(problem, household, dwelling))
        return judgement_broken("not_scored", 0, 1);
    return judgement_holds();
}

/* A pinned pair is part of every plan. */
static bool decision_check(const husly_problem *problem, const struct placing *plan,
                           breach_fn *tell, void *user)
{
    bool holds = true;
    for (int household = 0; household < problem->household_count; household++) {
        int pin = problem->households[household].pin;
        if (pin == NONE || plan->dwelling_of[household] == pin)
            continue;
        holds = false;
        char row[160];
        snprintf(row, sizeof row, "%s/%s", problem->households[household].id,
                 problem->dwellings[pin].id);
        if (!tell(&(struct breach){"decision", row, household, pin, 0, 1, false}, user))
            break;
    }
    return holds;
}

const struct rule rule_decision = {.code = "decision",
                                   .number = 7,
                                   .allows = decision_allows,
                                   .judge = decision_judge,
                                   .check = decision_check};
