/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a folder to a written result, with one allocation after another failing: each time the call
 * says HUSLY_E_MEMORY, gives nothing back, leaks nothing, and leaves no result behind.
 */
#include <husly/husly.h>

#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/text.h"
#include "support/check.h"

static const char out_folder[] = "result";

static bool result_exists(void)
{
    struct stat found;
    return stat(out_folder, &found) == 0;
}

struct stages {
    husly_round *round;
    husly_problem *problem;
    husly_plan *plan;
};

static husly_status run(struct stages *stages, const char *folder, husly_error *error)
{
    const husly_write_options options = {.replace = true};
    husly_status status = husly_round_read(&stages->round, folder, NULL, error);
    if (status == HUSLY_OK)
        status = husly_problem_new(&stages->problem, stages->round, NULL, error);
    if (status == HUSLY_OK)
        status = husly_solve(&stages->plan, stages->problem, NULL, error);
    if (status == HUSLY_OK)
        status = husly_result_write(stages->problem, stages->plan, out_folder, &options, error);
    return status;
}

static husly_status run_failing_at(long number, const char *folder, husly_error *error)
{
    struct stages stages = {0};
    memory_fail_at(number);
    husly_status status = run(&stages, folder, error);
    husly_plan_free(stages.plan);
    husly_problem_free(stages.problem);
    husly_round_free(stages.round);
    return status;
}

/* About this many allocations fail; with the stride they are spread over the whole run. */
enum { ATTEMPTS = 500 };

static void check_each(const char *folder, long count)
{
    long stride = (count + ATTEMPTS - 1) / ATTEMPTS;
    for (long i = 0; i < count; i += stride) {
        husly_error error = {0};
        husly_status status = run_failing_at(i, folder, &error);
        CHECK_NUMBER(status, HUSLY_E_MEMORY);
        CHECK_NUMBER(error.status, HUSLY_E_MEMORY);
        CHECK(!result_exists());
        if (status != HUSLY_E_MEMORY || error.status != HUSLY_E_MEMORY)
            printf("  allocation %ld of %ld: %s\n", i, count, error.text);
    }
}

int main(void)
{
    struct text folder = {0};
    const char *source = getenv("SOURCE_DIR");
    text_add_format(&folder, "%s/examples/hamlet", source == NULL ? "." : source);
    CHECK(system("rm -rf result") == 0);

    husly_error error = {0};
    CHECK_NUMBER(run_failing_at(-1, text_string(&folder), &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    long count = memory_count();
    CHECK(count > 100 && result_exists());
    CHECK(system("rm -rf result") == 0);
    check_each(text_string(&folder), count);
    memory_fail_at(-1);
    text_free(&folder);
    return check_result();
}
