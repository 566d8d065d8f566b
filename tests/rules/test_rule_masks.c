/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What reasons find of a household by masks, rule by rule and with those who come along, is what
 * judge says of each pair, on random tiny rounds. A first seed and a number of rounds may be given
 * as arguments.
 */
#include <stdlib.h>

#include "report/reason/reason_survey.h"
#include "support/check.h"
#include "support/tiny_round.h"

static long pairs_seen, taken_seen, alone_seen, together_seen;

static void compare_pair(const struct reasons *reasons, int h, int d)
{
    const husly_problem *problem = reasons->problem;
    const bool permanent = problem->dwellings[d].kind != HUSLY_KIND_TRANSIT;
    int count = 0, last = NONE;
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        const bool broken = !rules[rule]->judge(problem, h, d).holds;
        CHECK(mask_has(reasons->masks.broken[rule], d) == broken);
        count += broken;
        last = broken ? rule : last;
    }
    for (int rule = 0; rule < PAIR_RULES; rule++)
        CHECK(reasons_broken_alone(reasons, rule, d) == (permanent && count == 1 && rule == last));
    CHECK(mask_has(reasons->masks.lawful, d) == survey_lawful(problem, h, d));
    CHECK(reasons_take(reasons, d) == survey_takes(problem, h, d));
    pairs_seen++;
    taken_seen += survey_takes(problem, h, d);
    alone_seen += permanent && count == 1;
    together_seen += survey_takes(problem, h, d) &&
                     (survey_has_party(problem, h) || survey_has_near(problem, h));
}

static void look_at_round(uint64_t seed)
{
    struct tiny tiny;
    husly_problem *problem = NULL;
    husly_error error = {0};
    const long failed = checks_failed;
    tiny_fill(&tiny, seed);
    CHECK(problem_new(&problem, &tiny.round, NULL, &error) == HUSLY_OK);
    struct reasons *reasons = problem != NULL ? reasons_new(problem) : NULL;
    CHECK(reasons != NULL);
    for (int h = 0; reasons != NULL && h < problem->household_count; h++) {
        reasons_look_closer(reasons, h);
        for (int d = 0; d < problem->dwelling_count; d++)
            compare_pair(reasons, h, d);
    }
    if (checks_failed > failed)
        printf("seed %llu: %s\n", (unsigned long long)seed, error.text);
    reasons_free(reasons);
    husly_problem_free(problem);
}

int main(int count, char **arguments)
{
    const unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    const long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 5000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at);
    printf("%ld pairs, %ld take the household, %ld but for one rule, %ld with others\n", pairs_seen,
           taken_seen, alone_seen, together_seen);
    CHECK(wanted < 5000 || (taken_seen > 0 && alone_seen > 0 && together_seen > 0));
    return check_result();
}
