/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The joins: round to problem, problem to program. */
#include <husly/husly.h>

#include <errno.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"
#include "io/build/build.h"
#include "io/file_write.h"
#include "model/problem.h"
#include "rules/conflict.h"
#include "rules/rule.h"
#include "rules/stages.h"
#include "solve/export/export.h"
#include "solve/solve.h"

const char *husly_version(void)
{
    return HUSLY_VERSION;
}

const char *husly_glpk_version(void)
{
    return solve_glpk_version();
}

const char *husly_stage_name(husly_stage stage)
{
    static const char *const names[] = {[HUSLY_STAGE_NEED] = WORDS_LATER("need"),
                                        [HUSLY_STAGE_FIT] = WORDS_LATER("fit"),
                                        [HUSLY_STAGE_COST] = WORDS_LATER("cost")};
    return stage >= HUSLY_STAGE_NEED && stage < HUSLY_STAGE_END ? names[stage] : NULL;
}

const char *husly_doing_name(husly_doing doing)
{
    static const char *const names[] = {[HUSLY_DOING_PRICES] = WORDS_LATER("prices"),
                                        [HUSLY_DOING_LINEAR] = WORDS_LATER("linear program"),
                                        [HUSLY_DOING_PLANS] = WORDS_LATER("plans"),
                                        [HUSLY_DOING_CUTS] = WORDS_LATER("cuts"),
                                        [HUSLY_DOING_CASES] = WORDS_LATER("cases")};
    return doing >= HUSLY_DOING_PRICES && doing < HUSLY_DOING_END ? names[doing] : NULL;
}

/* Another policy than the round's own is judged as rules.csv would be. */
static husly_status judge_policy(const husly_policy *policy, husly_error *error)
{
    husly_round *judged = NULL;
    if (policy == NULL)
        return HUSLY_OK;
    const husly_status status = husly_round_new(&judged, policy, error);
    husly_round_free(judged);
    return status;
}

husly_status husly_problem_new(husly_problem **out, const husly_round *round,
                               const husly_policy *policy, husly_error *error)
{
    *out = NULL;
    husly_status status = build_demand_finished(round, error);
    if (status == HUSLY_OK)
        status = judge_policy(policy, error);
    if (status == HUSLY_OK)
        status = problem_new(out, round, policy, error);
    if (status != HUSLY_OK)
        return status;
    status = rules_check_pins(*out, NULL, NULL, error);
    if (status != HUSLY_OK) {
        husly_problem_free(*out);
        *out = NULL;
    }
    return status;
}

static husly_status write_bytes(const char *path, const struct text *bytes, husly_error *error)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return file_failed(error, path, "create", errno);
    bool written = fwrite(text_string(bytes), 1, bytes->size, file) == bytes->size;
    int number = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        number = errno;
    }
    return written ? HUSLY_OK : file_failed(error, path, "write", number);
}

/* The stage's place in the policy's order, -1 when the round has no such stage. */
static int place_of_stage(const husly_policy *policy, husly_stage stage)
{
    for (int place = 0; place < policy->stage_count; place++) {
        if (policy->stages[place] == stage)
            return place;
    }
    return -1;
}

husly_status husly_problem_export(const husly_problem *problem, husly_stage stage,
                                  const int64_t *floors, husly_format format, const char *path,
                                  husly_error *error)
{
    int place = place_of_stage(&problem->policy, stage);
    if (place < 0 || (place > 0 && floors == NULL))
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                         "the stage is not among the round's, or an earlier one has no floor");
    struct pool *pool = rules_compile(problem);
    struct program *program = pool != NULL ? pool_program(pool, NULL) : NULL;
    for (int earlier = 0; program != NULL && earlier < place; earlier++)
        program_add_floor(program, earlier,
                          stage_told(problem, problem->policy.stages[earlier], floors[earlier]));
    struct text text = {0};
    husly_status status = HUSLY_OK;
    if (program == NULL || program->failed)
        status = error_memory(error);
    else if (format == HUSLY_FORMAT_LP)
        export_lp(program, place, &text);
    else
        export_mps(program, place, &text);
    if (status == HUSLY_OK && text.failed)
        status = error_memory(error);
    if (status == HUSLY_OK)
        status = write_bytes(path, &text, error);
    text_free(&text);
    program_free(program);
    pool_free(pool);
    return status;
}
