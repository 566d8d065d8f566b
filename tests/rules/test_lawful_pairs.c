/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lawful pairs that verify finds by masks are those that judge finds one by one, on random tiny
 * rounds with pins on any pairs, and the benefit of a pair is the same by its sheet. A first seed
 * and a number of rounds may be given as arguments.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/lawful_pairs.h"
#include "rules/rule.h"
#include "support/check.h"
#include "support/tiny_round.h"

static long pairs_seen, lawful_seen, consents, benefits;

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

static void compare_pair(const husly_problem *problem, const struct lawful_pairs *pairs, int h,
                         int d)
{
    const bool lawful =
        problem->dwellings[d].kind != HUSLY_KIND_TRANSIT && rules_judge(problem, h, d);
    CHECK(lawful_pairs_has(pairs, h, d) == lawful);
    if (lawful_pairs_has(pairs, h, d) != lawful)
        printf("  %s/%s\n", problem->households[h].id, problem->dwellings[d].id);
    const husly_amount benefit = benefit_of_pair(problem, h, d);
    CHECK_NUMBER(benefit_sheet_pair(&pairs->benefits, h, d), benefit);
    pairs_seen++;
    lawful_seen += lawful;
    consents += lawful && problem->dwellings[d].consent;
    benefits += benefit > 0;
}

static void look_at_round(uint64_t seed)
{
    struct tiny tiny;
    struct lawful_pairs pairs;
    husly_problem *problem = NULL;
    husly_error error = {0};
    struct arena *arena = arena_new();
    const long failed = checks_failed;
    tiny_fill(&tiny, seed);
    if (tiny_chance(&tiny, 50))
        add_pin(&tiny);
    CHECK(problem_new(&problem, &tiny.round, NULL, &error) == HUSLY_OK);
    CHECK(problem == NULL || lawful_pairs_find(&pairs, problem, arena));
    int64_t count = 0;
    for (int h = 0; problem != NULL && h < problem->household_count; h++) {
        for (int d = 0; d < problem->dwelling_count; d++) {
            compare_pair(problem, &pairs, h, d);
            count += lawful_pairs_has(&pairs, h, d);
        }
    }
    CHECK(problem == NULL || pairs.count == count);
    if (checks_failed > failed)
        printf("seed %llu: %s\n", (unsigned long long)seed, error.text);
    husly_problem_free(problem);
    arena_free(arena);
}

int main(int count, char **arguments)
{
    const unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    const long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 5000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at);
    printf("%ld pairs, %ld lawful, %ld with consent, %ld with a benefit\n", pairs_seen, lawful_seen,
           consents, benefits);
    CHECK(wanted < 5000 || (lawful_seen > 0 && consents > 0 && benefits > 0));
    return check_result();
}
