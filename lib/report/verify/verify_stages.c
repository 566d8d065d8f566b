/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"
#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_bound.h"
#include "report/certificate/pair_kroner.h"
#include "report/verify/plan_value.h"
#include "report/verify/verify.h"

static void complain_of_size(const struct verification *verification, husly_stage stage)
{
    complain(verification->complaints, (struct place){.source = "placements.csv"},
             "the points of stage %s are beyond 64 bits",
             husly_words(verification->complaints->language, husly_stage_name(stage)));
}

/* False when memory ran out; *held is whether all values are within 64 bits. */
static bool find_values(struct verification *verification, int64_t *values, bool *held)
{
    const husly_problem *problem = verification->problem;
    *held = true;
    for (int stage = 0; stage < problem->policy.stage_count && *held; stage++) {
        const husly_stage which = problem->policy.stages[stage];
        wide value = 0;
        if (!plan_value(problem, which, verification->placed, verification->arena, &value))
            return false;
        *held = value <= INT64_MAX && value >= INT64_MIN;
        if (!*held) {
            complain_of_size(verification, which);
            return true;
        }
        values[stage] = (int64_t)value;
        verification->stages[stage] = (husly_stage_result){
            .stage = which, .value = stage_figure(problem, which, values[stage])};
    }
    return true;
}

static struct place summary_place(const char *field)
{
    return (struct place){.source = "summary.json", .field = field};
}

static bool is_number(const struct json_value *value)
{
    return value != NULL && value->type == JSON_NUMBER;
}

/* What summary.json states of a stage, against the plan's value and the bound that the certificate
 * proves. */
static void compare_stage(struct verification *verification, const struct json_value *stated,
                          const husly_stage_result *found)
{
    const char *name =
        husly_words(verification->complaints->language, husly_stage_name(found->stage));
    const struct json_value *value = json_find(stated, "value");
    const struct json_value *bound = json_find(stated, "bound");
    const struct json_value *proven = json_find(stated, "proven");
    if (!is_number(value) || value->number != found->value)
        complain(verification->complaints, summary_place("stages.value"),
                 "the placements give stage %s the value %lld", name, (long long)found->value);
    if (!is_number(bound) || bound->number != found->bound)
        complain(verification->complaints, summary_place("stages.bound"),
                 "certificate.csv proves for stage %s the bound %lld", name,
                 (long long)found->bound);
    if (proven == NULL || proven->type != JSON_BOOL || proven->boolean != found->proven)
        complain(verification->complaints, summary_place("stages.proven"),
                 "stage %s is %s: its value is %lld, its bound %lld", name,
                 husly_words(verification->complaints->language,
                             found->proven ? WORDS_LATER("proven") : WORDS_LATER("not proven")),
                 (long long)found->value, (long long)found->bound);
    if (found->stage == HUSLY_STAGE_COST && found->bound > found->value)
        complain(verification->complaints, (struct place){.source = "certificate.csv"},
                 "the bound %lld of stage %s is above the value %lld that the plan reaches",
                 (long long)found->bound, name, (long long)found->value);
    if (found->stage != HUSLY_STAGE_COST && found->bound < found->value)
        complain(verification->complaints, (struct place){.source = "certificate.csv"},
                 "the bound %lld of stage %s is below the value %lld that the plan reaches",
                 (long long)found->bound, name, (long long)found->value);
}

static const struct json_value *stated_stage(const struct verification *verification, int stage)
{
    const char *name = husly_stage_name(verification->problem->policy.stages[stage]);
    const struct json_value *list = json_find(verification->result->summary, "stages");
    const struct json_value *it = list != NULL && list->type == JSON_ARRAY ? list->first : NULL;
    for (int at = 0; at < stage && it != NULL; at++)
        it = it->next;
    const struct json_value *stated = it != NULL ? json_find(it, "name") : NULL;
    const bool fits = stated != NULL && stated->type == JSON_STRING &&
                      text_equal(stated->string, name) &&
                      (stage + 1 < verification->problem->policy.stage_count || it->next == NULL);
    return fits ? it : NULL;
}

/* A part whose only leaf has all multipliers 0 has no line of it. */
static void count_blocks(husly_stage_result *found, const struct certificate_blocks *blocks,
                         int stage)
{
    for (int part = 0; part < blocks->part_count; part++) {
        size_t count = 0;
        int64_t leaves = 0;
        const struct certificate_block *of = certificate_blocks_of(blocks, stage, part, &count);
        for (size_t at = 0; at < count; at++) {
            found->cuts += of[at].kind == BLOCK_CUT;
            leaves += of[at].kind == BLOCK_LEAF;
        }
        found->leaves += leaves > 0 ? leaves : 1;
    }
}

static void verify_stage(struct verification *verification, struct certificate_check *check,
                         int stage)
{
    husly_stage_result *found = &verification->stages[stage];
    const struct json_value *stated = stated_stage(verification, stage);
    count_blocks(found, check->blocks, stage);
    if (!certificate_bound(check, stage, &found->bound)) {
        /* The reasons are then held against what the result claims of itself. */
        const struct json_value *claimed = json_find(stated, "proven");
        verification->all_proven = verification->all_proven && claimed != NULL && claimed->boolean;
        return;
    }
    found->bound = stage_figure(verification->problem, found->stage, found->bound);
    found->proven = found->bound == found->value;
    verification->all_proven = verification->all_proven && found->proven;
    if (stated != NULL)
        compare_stage(verification, stated, found);
    else
        complain(verification->complaints, summary_place("stages"),
                 "does not name the stages of the round in their order");
}

static bool verify_bounds(struct verification *verification, const int64_t *values)
{
    const husly_problem *problem = verification->problem;
    const struct result_table *table = &verification->result->certificate;
    const struct certificate_blocks blocks = certificate_blocks_find(
        table, &problem->policy, verification->arena, verification->complaints);
    struct certificate_check check = {.rows = {.problem = problem,
                                               .pairs = &verification->pairs,
                                               .right = &verification->right,
                                               .arena = verification->arena},
                                      .values = values,
                                      .placed = verification->placed,
                                      .table = table,
                                      .blocks = &blocks,
                                      .complaints = verification->complaints};
    const bool opened = !blocks.failed && certificate_check_open(&check);
    for (int stage = 0; opened && stage < problem->policy.stage_count && !check.rows.failed;
         stage++)
        verify_stage(verification, &check, stage);
    const bool done = opened && !check.rows.failed;
    certificate_check_close(&check);
    return done;
}

bool verify_stages(struct verification *verification)
{
    int64_t values[HUSLY_STAGE_END] = {0};
    bool held = false;
    verification->all_proven = true;
    if (!find_values(verification, values, &held))
        return false;
    return !held || verification->hand_made || verify_bounds(verification, values);
}
