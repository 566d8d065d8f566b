/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The goals of a placement, which the program is made of, and verify's second reading of them tell
 * the same lines of every pair of random tiny rounds. Seeds and their number may be given as
 * arguments.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "report/certificate/fit_sheet.h"
#include "report/verify/fit_terms.h"
#include "rules/goals/goal.h"
#include "support/check.h"
#include "support/tiny_round.h"

enum { MEASURES = 4, CELLS = MEASURES * TINY_AREAS, LINES = 24 };

static const char *const measure_names[MEASURES] = {"access_bus", "access_school", "points_green",
                                                    "points_a"};

/* A tiny round with what the goals look at. */
struct valued {
    struct tiny tiny;
    husly_measure measures[CELLS];
    husly_measure_weight measure_weights[MEASURES];
    husly_earlier earlier[TINY_HOUSEHOLDS];
};

struct lines {
    struct breakdown_line lines[LINES];
    int count;
};

/* Each term in the order of its first line: how many lines earn, earn nothing, measure nothing. */
struct coverage {
    const char *terms[LINES];
    long earned[LINES], nothing[LINES], empty[LINES];
    int count;
};

static void add_measures(struct valued *valued)
{
    husly_round *round = &valued->tiny.round;
    round->measures = valued->measures;
    round->measure_weights = valued->measure_weights;
    for (int cell = 0; cell < CELLS; cell++) {
        const char *name = measure_names[cell / TINY_AREAS];
        bool minutes = name[0] == 'a';
        if (tiny_chance(&valued->tiny, 80))
            valued->measures[round->measure_count++] = (husly_measure){
                tiny_area_ids[cell % TINY_AREAS], name,
                minutes ? tiny_between(&valued->tiny, 0, 70) : tiny_between(&valued->tiny, -9, 9),
                0};
    }
    for (int measure = 0; measure < MEASURES; measure++) {
        if (tiny_chance(&valued->tiny, 40))
            valued->measure_weights[round->measure_weight_count++] = (husly_measure_weight){
                measure_names[measure], tiny_between(&valued->tiny, 0, 30), 0};
    }
}

static void add_weights(struct valued *valued)
{
    husly_policy *policy = &valued->tiny.round.policy;
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++) {
        if (tiny_chance(&valued->tiny, 80))
            policy->weights[weight] = tiny_between(&valued->tiny, 0, 99);
    }
    policy->recommended = tiny_chance(&valued->tiny, 30);
    policy->wish_points = tiny_between(&valued->tiny, 0, 3);
    policy->access_far = tiny_between(&valued->tiny, 16, 60);
    policy->margin_full = tiny_between(&valued->tiny, 1, 500000);
}

static void add_earlier(struct valued *valued)
{
    husly_round *round = &valued->tiny.round;
    round->earlier = valued->earlier;
    for (size_t at = 0; at < round->household_count; at++) {
        int dwelling = tiny_below(&valued->tiny, (int)round->dwelling_count);
        if (tiny_chance(&valued->tiny, 60))
            valued->earlier[round->earlier_count++] =
                (husly_earlier){tiny_household_ids[at], tiny_dwelling_ids[dwelling], 0};
    }
}

static void keep(const struct breakdown_line *line, void *user)
{
    struct lines *lines = user;
    CHECK(lines->count < LINES);
    if (lines->count < LINES)
        lines->lines[lines->count++] = *line;
}

static bool is_same(const struct breakdown_line *one, const struct breakdown_line *other)
{
    return strcmp(one->term, other->term) == 0 && one->about == NULL && other->about == NULL &&
           one->has_measure == other->has_measure && one->has_weight == other->has_weight &&
           one->measure == other->measure && one->weight == other->weight &&
           one->points == other->points;
}

static void cover(struct coverage *coverage, const struct breakdown_line *line)
{
    int term = 0;
    while (term < coverage->count && strcmp(coverage->terms[term], line->term) != 0)
        term++;
    if (term == coverage->count)
        coverage->terms[coverage->count++] = line->term;
    coverage->earned[term] += line->points != 0;
    coverage->nothing[term] += line->points == 0;
    coverage->empty[term] += !line->has_measure;
}

static void look_at_pair(const husly_problem *problem, int household, int dwelling, uint64_t seed,
                         struct coverage *coverage)
{
    struct lines told = {.count = 0}, again = {.count = 0};
    struct breakdown_line line;
    goal_tell(problem, household, dwelling, keep, &told);
    for (int number = 0; number < fit_term_count(problem); number++) {
        if (fit_term(problem, household, dwelling, number, &line))
            keep(&line, &again);
    }
    CHECK_NUMBER(told.count, again.count);
    for (int at = 0; at < told.count && at < again.count; at++) {
        CHECK(is_same(&told.lines[at], &again.lines[at]));
        if (!is_same(&told.lines[at], &again.lines[at]))
            printf("seed %llu: %s/%s: %s %lld, %s %lld\n", (unsigned long long)seed,
                   problem->households[household].id, problem->dwellings[dwelling].id,
                   told.lines[at].term, (long long)told.lines[at].points, again.lines[at].term,
                   (long long)again.lines[at].points);
        cover(coverage, &told.lines[at]);
    }
    CHECK_NUMBER(goal_fit(problem, household, dwelling), fit_points(problem, household, dwelling));
}

/* All dwellings of a household at once, as the proofs of bounds read them. */
static void look_at_sheet(const husly_problem *problem, uint64_t seed)
{
    struct arena *arena = arena_new();
    struct benefit_sheet benefits;
    struct fit_sheet sheet;
    int dwellings[TINY_DWELLINGS];
    int64_t points[TINY_DWELLINGS];
    CHECK(benefit_sheet_find(&benefits, problem, arena) &&
          fit_sheet_open(&sheet, problem, &benefits, arena));
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        dwellings[dwelling] = dwelling;
    for (int household = 0; household < problem->household_count; household++) {
        fit_sheet_fill(&sheet, household, dwellings, problem->dwelling_count, points);
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
            CHECK_NUMBER(points[dwelling], fit_points(problem, household, dwelling));
            if (points[dwelling] != fit_points(problem, household, dwelling))
                printf("seed %llu: %s/%s\n", (unsigned long long)seed,
                       problem->households[household].id, problem->dwellings[dwelling].id);
        }
    }
    arena_free(arena);
}

static void look_at_round(uint64_t seed, struct coverage *coverage)
{
    struct valued valued = {.earlier = {{NULL, NULL, 0}}};
    husly_problem *problem = NULL;
    husly_error error = {0};
    tiny_fill(&valued.tiny, seed);
    add_measures(&valued);
    add_weights(&valued);
    add_earlier(&valued);
    CHECK(problem_new(&problem, &valued.tiny.round, NULL, &error) == HUSLY_OK);
    if (problem == NULL)
        return;
    for (int household = 0; household < problem->household_count; household++) {
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
            look_at_pair(problem, household, dwelling, seed, coverage);
    }
    look_at_sheet(problem, seed);
    husly_problem_free(problem);
}

/* Every term has been met, earning and not; where it may find nothing to measure, that too. */
static void check_coverage(const struct coverage *coverage)
{
    static const char *const can_be_empty[] = {
        "access_bus", "access_school", "points_green", "points_a", "margin", "size", "reunion"};
    CHECK_NUMBER(coverage->count, 9 + MEASURES);
    for (int term = 0; term < coverage->count; term++) {
        printf("%-14s %7ld earn, %7ld nothing, %7ld empty\n", coverage->terms[term],
               coverage->earned[term], coverage->nothing[term], coverage->empty[term]);
        CHECK(coverage->earned[term] > 0 && coverage->nothing[term] > 0);
        for (size_t at = 0; at < sizeof can_be_empty / sizeof *can_be_empty; at++)
            CHECK(strcmp(coverage->terms[term], can_be_empty[at]) != 0 ||
                  coverage->empty[term] > 0);
    }
}

int main(int argc, char **argv)
{
    static struct coverage coverage;
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : 600;
    for (uint64_t seed = first; seed < first + count; seed++)
        look_at_round(seed, &coverage);
    if (argc <= 1)
        check_coverage(&coverage);
    return check_result();
}
