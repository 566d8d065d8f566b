/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Telling the explanations of tiny rounds, as text and as JSON, with each allocation failing in
 * turn: HUSLY_E_MEMORY until there is enough, and nothing left behind.
 */
#include "base/memory.h"
#include "model/explanation.h"
#include "support/resolved.h"
#include "support/tiny_round.h"

enum { ROUNDS = 20, MOST = 100000 };

typedef husly_status tell_fn(const husly_explanation *explanation, const husly_problem *problem,
                             husly_language language, husly_line_fn *on_line, void *user,
                             husly_error *error);

static bool count_line(const char *line, void *user)
{
    int *lines = user;
    *lines += line != NULL;
    return true;
}

/* The first rule that the pair breaks; false when there is none. */
static bool find_obstacle(const husly_problem *problem, int household, int dwelling,
                          husly_obstacle *obstacle)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->judge == NULL)
            continue;
        const struct judgement fault = (*rule)->judge(problem, household, dwelling);
        if (fault.holds)
            continue;
        *obstacle = (husly_obstacle){.rule = (*rule)->code,
                                     .what = fault.what,
                                     .whom = problem->households[household].id,
                                     .amount = fault.amount,
                                     .given = fault.given,
                                     .limit = fault.limit};
        return true;
    }
    return false;
}

static void expect_memory(tell_fn *tell, const husly_explanation *explanation,
                          const husly_problem *problem)
{
    long number = 0;
    husly_status status = HUSLY_E_MEMORY;
    while (number < MOST && status == HUSLY_E_MEMORY) {
        int lines = 0;
        memory_fail_at(number++);
        status = tell(explanation, problem, HUSLY_DANISH, count_line, &lines, NULL);
        memory_fail_at(-1);
        CHECK(status == HUSLY_E_MEMORY || lines > 5);
    }
    CHECK(status == HUSLY_OK);
    CHECK(number > 1);
}

/* The first household with every dwelling, nobody placed; then its first dwelling. */
static void test_round(uint64_t seed)
{
    struct tiny tiny;
    tiny_fill(&tiny, seed);
    husly_problem *problem = resolved(&tiny.round);
    husly_option options[TINY_DWELLINGS] = {{0}};
    husly_obstacle obstacles[TINY_DWELLINGS];
    int nowhere[TINY_HOUSEHOLDS];
    for (int household = 0; household < TINY_HOUSEHOLDS; household++)
        nowhere[household] = NONE;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const bool barred = find_obstacle(problem, 0, dwelling, &obstacles[dwelling]);
        options[dwelling] =
            (husly_option){.household_id = problem->households[0].id,
                           .dwelling_id = problem->dwellings[dwelling].id,
                           .standing = barred ? HUSLY_FORBIDDEN : HUSLY_POSSIBLE,
                           .obstacles = &obstacles[dwelling],
                           .obstacle_count = barred,
                           .prices = {{.stage = HUSLY_STAGE_NEED, .least = 1, .most = 1}},
                           .price_count = !barred};
    }
    husly_explanation explanation = {.household_id = problem->households[0].id,
                                     .dwelling = NONE,
                                     .placed = nowhere,
                                     .temporary = nowhere,
                                     .reason = "competition",
                                     .options = options,
                                     .option_count = (size_t)problem->dwelling_count};
    expect_memory(husly_explanation_describe, &explanation, problem);
    expect_memory(husly_explanation_json, &explanation, problem);
    explanation.household_id = explanation.reason = NULL;
    explanation.household = NONE;
    explanation.dwelling_id = problem->dwellings[0].id;
    explanation.dwelling = 0;
    expect_memory(husly_explanation_describe, &explanation, problem);
    husly_problem_free(problem);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        test_round(seed);
    return check_result();
}
