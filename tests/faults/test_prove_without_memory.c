/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page and the table of a proof with each allocation failing in turn: HUSLY_E_MEMORY, no line
 * told of a page that is not whole, and nothing left behind. */
#include <husly/husly.h>

#include <stdlib.h>

#include "base/memory.h"
#include "support/check.h"

typedef husly_status prove_fn(const husly_result *result, husly_language language,
                              husly_line_fn *on_line, void *user, husly_error *error);

static bool count_line(const char *line, void *user)
{
    CHECK(line != NULL);
    ++*(int *)user;
    return true;
}

static husly_result *open_hamlet(const char *folder)
{
    static const husly_write_options options = {.replace = true};
    husly_round *round = NULL;
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    husly_result *result = NULL;
    CHECK(husly_round_read(&round, folder, NULL, NULL) == HUSLY_OK &&
          husly_problem_new(&problem, round, NULL, NULL) == HUSLY_OK &&
          husly_solve(&plan, problem, NULL, NULL) == HUSLY_OK &&
          husly_result_write(problem, plan, "result", &options, NULL) == HUSLY_OK &&
          husly_result_open(&result, "result", folder, NULL, NULL) == HUSLY_OK);
    husly_plan_free(plan);
    husly_problem_free(problem);
    husly_round_free(round);
    return result;
}

/* With the allocation of this number failing; false when it was never reached. */
static bool fails_at(prove_fn *prove, const husly_result *result, long number)
{
    int lines = 0;
    husly_error error = {0};
    memory_fail_at(number);
    const husly_status status = prove(result, HUSLY_DANISH, count_line, &lines, &error);
    memory_fail_at(-1);
    if (status == HUSLY_OK) {
        CHECK(lines > 1);
        return false;
    }
    CHECK_NUMBER(status, HUSLY_E_MEMORY);
    CHECK_NUMBER(error.status, HUSLY_E_MEMORY);
    CHECK(prove != husly_result_prove || lines == 0);
    return true;
}

static void check_each(prove_fn *prove, const husly_result *result)
{
    long number = 0;
    while (fails_at(prove, result, number))
        number++;
    CHECK(number > 5);
}

int main(void)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/examples/hamlet", getenv("SOURCE_DIR"));
    husly_result *result = open_hamlet(folder);
    if (result != NULL) {
        check_each(husly_result_prove, result);
        check_each(husly_result_prove_table, result);
    }
    husly_result_free(result);
    return check_result();
}
