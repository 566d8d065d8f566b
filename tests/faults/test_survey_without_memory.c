/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Surveying tiny rounds with each allocation failing in turn: HUSLY_E_MEMORY, no line told, and
 * nothing left behind (the leak checker of the dev preset looks at that).
 */
#include <husly/report.h>

#include "base/memory.h"
#include "support/resolved.h"
#include "support/tiny_round.h"

enum { ROUNDS = 12, MOST = 100000 };

typedef husly_status survey_fn(const husly_problem *problem, husly_language language,
                               husly_line_fn *on_line, void *user, husly_error *error);

static bool count_line(const char *line, void *user)
{
    int *count = user;
    *count += line != NULL;
    return true;
}

/* Surveys with the allocation of this number failing; false when it was never reached. */
static bool fails_at(survey_fn *survey, const husly_problem *problem, long number)
{
    int lines = 0;
    memory_fail_at(number);
    const husly_status status = survey(problem, HUSLY_DANISH, count_line, &lines, NULL);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK((status == HUSLY_OK) == (lines > 0));
    return status == HUSLY_E_MEMORY;
}

static void try_all(survey_fn *survey, const husly_problem *problem)
{
    long number = 0;
    while (number < MOST && fails_at(survey, problem, number))
        number++;
    CHECK(number > 5 && number < MOST);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct tiny tiny;
        tiny_fill(&tiny, seed);
        husly_problem *problem = resolved(&tiny.round);
        if (problem == NULL)
            continue;
        try_all(husly_survey_describe, problem);
        try_all(husly_survey_json, problem);
        husly_problem_free(problem);
    }
    return check_result();
}
