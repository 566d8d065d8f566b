/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Resolving and compiling tiny rounds with each allocation failing in turn: HUSLY_E_MEMORY or NULL,
 * and nothing left behind (the leak checker of the dev preset looks at that).
 */
#include "base/memory.h"
#include "rules/conflict.h"
#include "support/resolved.h"
#include "support/tiny_round.h"
#include "support/whole.h"

enum { ROUNDS = 60, MOST = 100000 };

/* Compiles with the allocation of this number failing; false when it was never reached. */
static bool fails_at(const husly_round *round, long number)
{
    husly_problem *problem = NULL;
    memory_fail_at(number);
    husly_status status = problem_new(&problem, round, NULL, NULL);
    struct whole whole = {NULL, NULL};
    if (status == HUSLY_OK)
        whole = whole_of(problem);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK((status == HUSLY_OK) == (problem != NULL));
    bool failed = whole.program == NULL;
    whole_free(&whole);
    husly_problem_free(problem);
    return failed;
}

/* Without a conflict the whole search for one has run, and says so; short of memory it says that.
 */
static bool conflict_fails_at(const husly_problem *problem, long number)
{
    memory_fail_at(number);
    husly_status status = rules_conflict(problem, NULL);
    memory_fail_at(-1);
    CHECK(status == HUSLY_E_INTERNAL || status == HUSLY_E_CONFLICT || status == HUSLY_E_MEMORY);
    return status == HUSLY_E_MEMORY;
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct tiny tiny;
        tiny_fill(&tiny, seed);
        long number = 0;
        while (number < MOST && fails_at(&tiny.round, number))
            number++;
        CHECK(number > 5 && number < MOST);

        husly_problem *problem = resolved(&tiny.round);
        for (number = 0; number < MOST && conflict_fails_at(problem, number); number++)
            CHECK(problem != NULL);
        CHECK(number > 0 && number < MOST);
        husly_problem_free(problem);
    }
    return check_result();
}
