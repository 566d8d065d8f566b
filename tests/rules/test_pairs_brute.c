/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * On every pair of random tiny rounds *allows* and *judge*, written apart, agree rule by rule; pins
 * stand on any pairs. Seeds and their number may be given as arguments.
 */
#include <stdlib.h>

#include "base/text.h"
#include "rules/rule.h"
#include "support/check.h"
#include "support/tiny_round.h"

/* Each is to be met, or its part of a rule has not been compared. */
static const char *const faults[] = {
    "minors_only", "no_adult",     "student_only",  "single_only", "places_few",  "reserved",
    "transit",     "rooms_few",    "rooms_many",    "rent_over",   "steps",       "listed",
    "avoided",     "municipality", "at_hojskole",   "late",        "lease_short", "forbidden",
    "declined",    "not_agreed",   "not_scored",    "waiting",     "let",         "above_market",
    "not_turn",    "not_offered",  "above_max_rent"};
enum { FAULTS = sizeof faults / sizeof faults[0] };

struct coverage {
    long rounds, pairs, lawful, consents; /* lawful pairs that have asked for consent */
    long met[FAULTS];
};

static void look_at_rule(const struct rule *rule, const husly_problem *problem, int household,
                         int dwelling, struct coverage *coverage)
{
    struct judgement judgement = rule->judge(problem, household, dwelling);
    bool allowed = rule->allows(problem, household, dwelling);
    CHECK(allowed == judgement.holds);
    CHECK(judgement.holds == (judgement.what == NULL));
    if (allowed != judgement.holds)
        printf("rule %s on %s/%s: %s\n", rule->code, problem->households[household].id,
               problem->dwellings[dwelling].id, judgement.what != NULL ? judgement.what : "-");
    int fault = 0;
    while (fault < FAULTS && !text_equal(judgement.what, faults[fault]))
        fault++;
    CHECK(judgement.holds || fault < FAULTS);
    if (fault < FAULTS)
        coverage->met[fault]++;
}

static void look_at_pair(const husly_problem *problem, int household, int dwelling,
                         struct coverage *coverage)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        CHECK(((*rule)->allows == NULL) == ((*rule)->judge == NULL));
        if ((*rule)->judge != NULL)
            look_at_rule(*rule, problem, household, dwelling, coverage);
    }
    bool lawful = rules_allow(problem, household, dwelling);
    CHECK(rules_judge(problem, household, dwelling) == lawful);
    coverage->pairs++;
    coverage->lawful += lawful;
    coverage->consents += lawful && problem->dwellings[dwelling].consent;
}

/* Whether a pair of the round has a decision, and a household its pin. */
static bool is_decided(const husly_round *round, const char *household, const char *dwelling)
{
    for (size_t at = 0; at < round->decision_count; at++) {
        const husly_decision *row = &round->decisions[at];
        if (text_equal(row->household_id, household) &&
            (row->decision == HUSLY_PIN || text_equal(row->dwelling_id, dwelling)))
            return true;
    }
    return false;
}

static void add_pin(struct tiny *tiny)
{
    husly_round *round = &tiny->round;
    const char *household = tiny_household_ids[tiny_below(tiny, (int)round->household_count)];
    const char *dwelling = tiny_dwelling_ids[tiny_below(tiny, (int)round->dwelling_count)];
    if (!is_decided(round, household, dwelling))
        tiny->decisions[round->decision_count++] = (husly_decision){
            .household_id = household, .dwelling_id = dwelling, .decision = HUSLY_PIN};
}

static void look_at_round(uint64_t seed, struct coverage *coverage)
{
    struct tiny tiny;
    husly_problem *problem = NULL;
    husly_error error = {0};
    long failed = checks_failed;
    tiny_fill(&tiny, seed);
    if (tiny_chance(&tiny, 50))
        add_pin(&tiny);
    CHECK(problem_new(&problem, &tiny.round, NULL, &error) == HUSLY_OK);
    coverage->rounds++;
    for (int household = 0; problem != NULL && household < problem->household_count; household++) {
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
            look_at_pair(problem, household, dwelling, coverage);
    }
    if (checks_failed > failed)
        printf("seed %llu: %s\n", (unsigned long long)seed, error.text);
    husly_problem_free(problem);
}

int main(int count, char **arguments)
{
    struct coverage coverage = {0};
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 5000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at, &coverage);
    printf("%ld rounds, %ld pairs, %ld lawful, %ld with consent\n", coverage.rounds, coverage.pairs,
           coverage.lawful, coverage.consents);
    for (int fault = 0; fault < FAULTS; fault++) {
        printf("%s: %ld\n", faults[fault], coverage.met[fault]);
        CHECK(coverage.met[fault] > 0 || wanted < 5000);
    }
    CHECK(coverage.lawful > 0 && (coverage.consents > 0 || wanted < 5000));
    return check_result();
}
