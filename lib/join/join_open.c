/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from a result that was checked back to the plan that it tells. */
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "io/write/result_records.h"
#include "join/join_plan.h"
#include "join/join_verify.h"

struct husly_result {
    husly_round *round;
    husly_problem *problem;
    husly_plan *plan;
};

/* The word was found to be one of them. A plan made by hand has none: nobody proved anything. */
static husly_outcome outcome_of(const struct verifying *verifying)
{
    const struct json_value *word = json_find(verifying->result.summary, "outcome");
    int outcome = HUSLY_PROVEN;
    while (outcome < HUSLY_OUTCOME_END && word != NULL &&
           !text_equal(result_outcome_name((husly_outcome)outcome), word->string))
        outcome++;
    return verifying->hand_made ? HUSLY_LIMIT : (husly_outcome)outcome;
}

static void copy_stages(husly_plan *plan, const struct verifying *verifying)
{
    plan->outcome = outcome_of(verifying);
    if (verifying->hand_made)
        return;
    plan->stage_count = (size_t)verifying->problem->policy.stage_count;
    memcpy(plan->stages, verifying->verification.stages, sizeof plan->stages);
}

static bool copy_places(husly_plan *plan, const struct verifying *verifying)
{
    const husly_problem *problem = verifying->problem;
    if (!plan_take_places(plan, problem))
        return false;
    for (int household = 0; household < problem->household_count; household++) {
        plan->placed[household] = verifying->verification.placed[household];
        plan->temporary[household] = verifying->verification.temporary[household];
    }
    return plan_list_placements(plan, problem);
}

/* False when memory ran out. */
static bool copy_line(husly_plan *plan, struct certificate_line *line,
                      const struct result_cell *cells)
{
    const struct {
        const char **to;
        const char *from;
    } texts[] = {{&line->stage, cells[CERTIFICATE_STAGE].text},
                 {&line->leaf, cells[CERTIFICATE_LEAF].text},
                 {&line->what, cells[CERTIFICATE_WHAT].text},
                 {&line->unit, cells[CERTIFICATE_UNIT].text}};
    line->has_multiplier = cells[CERTIFICATE_MULTIPLIER].filled;
    line->multiplier = cells[CERTIFICATE_MULTIPLIER].number;
    for (size_t at = 0; at < sizeof texts / sizeof *texts; at++) {
        *texts[at].to = arena_text(plan->arena, texts[at].from, strlen(texts[at].from));
        if (*texts[at].to == NULL)
            return false;
    }
    return true;
}

static bool copy_certificate(husly_plan *plan, const struct result_table *table)
{
    plan->lines = arena_take(plan->arena, table->count + 1, sizeof *plan->lines);
    if (plan->lines == NULL)
        return false;
    for (; plan->line_count < table->count; plan->line_count++) {
        if (!copy_line(plan, &plan->lines[plan->line_count], table->rows[plan->line_count].cells))
            return false;
    }
    return true;
}

static bool rebuild_plan(husly_result *result, const struct verifying *verifying)
{
    result->plan = plan_new();
    if (result->plan == NULL)
        return false;
    copy_stages(result->plan, verifying);
    return copy_places(result->plan, verifying) &&
           copy_certificate(result->plan, &verifying->result.certificate);
}

/* Takes over what was read; whoever looked frees the rest. */
static husly_status keep_result(husly_result **out, struct verifying *verifying)
{
    husly_result *result = memory_new(1, sizeof *result);
    if (result == NULL || !rebuild_plan(result, verifying)) {
        husly_result_free(result);
        return error_memory(verifying->error);
    }
    result->round = verifying->round;
    result->problem = verifying->problem;
    verifying->round = NULL;
    verifying->problem = NULL;
    *out = result;
    return HUSLY_OK;
}

husly_status husly_result_open(husly_result **out, const char *folder, const char *round_folder,
                               const husly_read_options *options, husly_error *error)
{
    struct verifying verifying;
    *out = NULL;
    husly_status status = verifying_run(&verifying, folder, round_folder, options, error);
    if (status == HUSLY_OK)
        status = keep_result(out, &verifying);
    verifying_end(&verifying);
    return status;
}

void husly_result_free(husly_result *result)
{
    if (result == NULL)
        return;
    husly_plan_free(result->plan);
    husly_problem_free(result->problem);
    husly_round_free(result->round);
    memory_free(result);
}

const husly_round *husly_result_round(const husly_result *result)
{
    return result->round;
}

const husly_problem *husly_result_problem(const husly_result *result)
{
    return result->problem;
}

const husly_plan *husly_result_plan(const husly_result *result)
{
    return result->plan;
}
