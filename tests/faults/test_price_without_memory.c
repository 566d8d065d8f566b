/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Explaining a household of a tiny round with each allocation failing in turn: HUSLY_E_MEMORY, and
 * nothing left behind (the leak checker of the dev preset looks at that).
 */
#include <husly/explain.h>

#include "base/memory.h"
#include "support/check.h"
#include "support/tiny_round.h"

enum { ROUNDS = 60, MOST = 100000 };

/* Explains with the allocation of this number failing; false when it was never reached. */
static bool fails_at(const husly_problem *problem, const husly_plan *plan, const char *whom,
                     long number)
{
    husly_explanation *explanation = NULL;
    const husly_question question = {.household_id = whom};
    memory_fail_at(number);
    const husly_status status = husly_explain(&explanation, problem, plan, &question, NULL, NULL);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK((status == HUSLY_OK) == (explanation != NULL));
    husly_explanation_free(explanation);
    return status != HUSLY_OK;
}

/* How many allocations were refused; few where nothing is solved. */
static long look_at_round(uint64_t seed)
{
    struct tiny tiny;
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    tiny_fill(&tiny, seed);
    CHECK(husly_problem_new(&problem, &tiny.round, NULL, NULL) == HUSLY_OK);
    CHECK(husly_solve(&plan, problem, NULL, NULL) == HUSLY_OK);
    long number = 0;
    while (plan != NULL && number < MOST &&
           fails_at(problem, plan, tiny.households[0].household_id, number))
        number++;
    CHECK(number > 0 && number < MOST);
    husly_plan_free(plan);
    husly_problem_free(problem);
    return number;
}

int main(void)
{
    long refused = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        refused += look_at_round(seed);
    CHECK(refused > 500);
    return check_result();
}
