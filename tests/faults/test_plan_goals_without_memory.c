/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The goals of the plan with each allocation failing in turn, on both sides: the program, what a
 * plan has to pay, and the counts, rows and lines that verify works out anew.
 */
#include "base/memory.h"
#include "report/certificate/certificate_rows.h"
#include "report/verify/plan_terms.h"
#include "rules/goals/goal.h"
#include "support/resolved.h"
#include "support/tiny_round.h"
#include "support/whole.h"

enum { ROUNDS = 20, MOST = 100000 };

static void add_goals(struct tiny *tiny)
{
    static const husly_weight of_plan[] = {HUSLY_WEIGHT_SCHOOL, HUSLY_WEIGHT_DAYCARE,
                                           HUSLY_WEIGHT_EVEN, HUSLY_WEIGHT_KEY,
                                           HUSLY_WEIGHT_TOGETHER};
    for (size_t at = 0; at < sizeof of_plan / sizeof *of_plan; at++)
        tiny->round.policy.weights[of_plan[at]] = 10;
    for (size_t at = 0; at < tiny->round.area_count; at++) {
        tiny->areas[at].school = tiny->areas[at].daycare = 0;
        tiny->areas[at].residents = 20;
    }
    for (size_t at = 0; at < tiny->round.organisation_count; at++)
        tiny->organisations[at].vacated_last_year = 5;
}

/* Everybody in the first dwelling that is lawful for them, whatever others do. */
static void place_all(const husly_problem *problem, int *placed)
{
    for (int h = 0; h < problem->household_count; h++) {
        placed[h] = NONE;
        for (int d = problem->dwelling_count - 1; d >= 0; d--)
            placed[h] = rules_allow(problem, h, d) ? d : placed[h];
    }
}

static bool program_fails_at(const husly_problem *problem, long number)
{
    memory_fail_at(number);
    struct whole whole = whole_of(problem);
    memory_fail_at(-1);
    const bool failed = whole.program == NULL;
    whole_free(&whole);
    return failed;
}

static bool points_fail_at(const husly_problem *problem, const int *placed, long number)
{
    int64_t points = 0;
    memory_fail_at(number);
    bool told = goal_plan_points(problem, &(struct placing){.dwelling_of = placed}, &points);
    memory_fail_at(-1);
    return !told;
}

/* All rows of the program, as a certificate may name them. */
static bool find_rows(struct certificate_rows *rows, const struct program *program)
{
    for (int row = 0; row < program->row_count && !rows->failed; row++)
        certificate_row_find(rows, program->rows[row].name);
    return !rows->failed;
}

static bool second_fails_at(const husly_problem *problem, const struct program *program,
                            const int *placed, long number)
{
    struct lawful_pairs pairs;
    struct right_count right;
    int64_t points = 0;
    memory_fail_at(number);
    struct arena *arena = arena_new();
    struct certificate_rows rows = {
        .problem = problem, .pairs = &pairs, .right = &right, .arena = arena};
    bool done = arena != NULL && lawful_pairs_find(&pairs, problem, arena) &&
                right_count_find(&right, problem, arena) && certificate_rows_open(&rows) &&
                find_rows(&rows, program) && plan_terms_points(problem, placed, arena, &points);
    memory_fail_at(-1);
    certificate_rows_free(&rows);
    arena_free(arena);
    return !done;
}

static void look_at_round(uint64_t seed)
{
    struct tiny tiny;
    int placed[TINY_HOUSEHOLDS];
    tiny_fill(&tiny, seed);
    add_goals(&tiny);
    husly_problem *problem = resolved(&tiny.round);
    struct whole whole = whole_of(problem);
    CHECK(whole.program != NULL);
    place_all(problem, placed);
    long first = 0, points = 0, second = 0;
    while (first < MOST && program_fails_at(problem, first))
        first++;
    while (points < MOST && points_fail_at(problem, placed, points))
        points++;
    while (second < MOST && second_fails_at(problem, whole.program, placed, second))
        second++;
    CHECK(first > 5 && first < MOST);
    CHECK(points > 0 && points < MOST);
    CHECK(second > 2 && second < MOST);
    whole_free(&whole);
    husly_problem_free(problem);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        look_at_round(seed);
    return check_result();
}
