/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief.h"

#include <inttypes.h>

#include "base/amount.h"
#include "base/text.h"
#include "base/wide.h"

/* Said first, for nothing else explains so many households without a dwelling. */
static void add_exhausted_rights(struct text *text, const husly_problem *problem,
                                 const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->right_count; i++) {
        const struct right_row *right = &outcome->rights[i];
        if (right->entitlement > 0 || right->reported == 0 || problem->policy.right_offered_only)
            continue;
        text_add_format(text, "The right leaves 0 dwellings in %s; %" PRId64 " reported",
                        right->unit, right->reported);
        if (right->extras > 0)
            text_add_format(text, ", %" PRId64 " taken as agreed extras", right->extras);
        text_add_string(text, ".\n");
    }
}

static void add_counts(struct text *text, const husly_problem *problem,
                       const struct outcome *outcome)
{
    text_add_format(text, "%zu of %d households are placed, %" PRId64 " of %" PRId64 " persons.\n",
                    outcome->placement_count, problem->household_count, outcome->persons_placed,
                    outcome->persons);
}

/* Value and bound apart, in per cent of the bound, rounded up to hundredths, which read like øre.
 */
static void add_gap(struct text *text, const husly_stage_result *stage)
{
    const wide bound = stage->bound < 0 ? -(wide)stage->bound : stage->bound;
    const wide apart = (wide)stage->bound - stage->value;
    if (apart == 0 || bound == 0)
        return;
    text_add_string(text, ", gap ");
    amount_add(text, (husly_amount)-wide_floor(-10000 * apart, bound), '.');
    text_add_string(text, " %");
}

static void add_stages(struct text *text, const husly_plan *plan)
{
    for (size_t i = 0; i < plan->stage_count; i++) {
        const husly_stage_result *stage = &plan->stages[i];
        text_add_format(text, "%s: %" PRId64 ", bound %" PRId64 ", %s",
                        husly_stage_name(stage->stage), stage->value, stage->bound,
                        stage->proven ? "proven" : "not proven");
        add_gap(text, stage);
        text_add_string(text, "\n");
    }
}

static void add_reasons(struct text *text, const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->reason_count; i++)
        text_add_format(text, "%s%s %" PRId64 "%s", i == 0 ? "Not placed: " : ", ",
                        outcome->reasons[i].reason, outcome->reasons[i].households,
                        i + 1 == outcome->reason_count ? "\n" : "");
}

static void add_settings(struct text *text, const struct outcome *outcome)
{
    bool any = false;
    for (size_t i = 0; i < outcome->rule_count; i++) {
        const struct rule_row *rule = &outcome->rules[i];
        if (!rule->is_set_apart)
            continue;
        text_add_format(text, "%s%s = %s",
                        any ? ", " : "Settings apart from the default: ", rule->rule, rule->value);
        any = true;
    }
    if (any)
        text_add_string(text, "\n");
    if (outcome->listed_allowed_source != NULL)
        text_add_format(text, "Listed areas are not barred: %s\n", outcome->listed_allowed_source);
}

void brief_add(struct text *text, const husly_problem *problem, const husly_plan *plan,
               const struct outcome *outcome)
{
    add_exhausted_rights(text, problem, outcome);
    add_counts(text, problem, outcome);
    add_stages(text, plan);
    add_reasons(text, outcome);
    add_settings(text, outcome);
    for (size_t i = 0; i < outcome->note_count; i++)
        text_add_format(text, "Note: %s\n", outcome->notes[i]);
}
