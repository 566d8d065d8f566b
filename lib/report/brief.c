/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief.h"

#include <stdarg.h>

#include "base/millionths.h"
#include "base/words.h"
#include "report/figures.h"

/* Where the lines go, and in which language. */
struct brief {
    struct text *text;
    husly_language language;
};

__attribute__((format(printf, 2, 3))) static void brief_line(const struct brief *brief,
                                                             const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    text_add_list(brief->text, husly_words(brief->language, english), parts);
    va_end(parts);
    text_add_string(brief->text, "\n");
}

/* Said first, for nothing else explains so many households without a dwelling. */
static void add_exhausted_rights(const struct brief *brief, const husly_problem *problem,
                                 const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->right_count; i++) {
        const struct right_row *right = &outcome->rights[i];
        if (right->entitlement + right->flexible > 0 || right->reported == 0 ||
            problem->policy.right_offered_only)
            continue;
        if (right->extras > 0)
            brief_line(brief,
                       "The right leaves 0 dwellings in %s; %lld reported, %lld taken as agreed "
                       "extras.",
                       right->unit, (long long)right->reported, (long long)right->extras);
        else
            brief_line(brief, "The right leaves 0 dwellings in %s; %lld reported.", right->unit,
                       (long long)right->reported);
    }
}

static void add_counts(const struct brief *brief, const husly_problem *problem,
                       const struct outcome *outcome)
{
    brief_line(brief, "%zu of %d households are placed, %lld of %lld persons.",
               outcome->placement_count, problem->household_count,
               (long long)outcome->persons_placed, (long long)outcome->persons);
}

static void add_gap(const struct brief *brief, const husly_stage_result *stage)
{
    if (stage->value == stage->bound || stage->bound == 0)
        return;
    struct text share = {0};
    figures_add_gap(&share, brief->language, stage);
    text_add_words(brief->text, brief->language, ", gap %s %%", text_string(&share));
    brief->text->failed = brief->text->failed || share.failed;
    text_free(&share);
}

static void add_points(const struct brief *brief, const husly_stage_result *stage, const char *name)
{
    if (stage->proven)
        text_add_words(brief->text, brief->language, "%s: %lld, bound %lld, proven", name,
                       (long long)stage->value, (long long)stage->bound);
    else
        text_add_words(brief->text, brief->language, "%s: %lld, bound %lld, not proven", name,
                       (long long)stage->value, (long long)stage->bound);
}

static void add_kroner(const struct brief *brief, const husly_stage_result *stage, const char *name)
{
    struct text value = {0}, bound = {0};
    figures_add_stage(&value, brief->language, stage->stage, stage->value);
    figures_add_stage(&bound, brief->language, stage->stage, stage->bound);
    if (stage->proven)
        text_add_words(brief->text, brief->language, "%s: %s, lower bound %s, proven", name,
                       text_string(&value), text_string(&bound));
    else
        text_add_words(brief->text, brief->language, "%s: %s, lower bound %s, not proven", name,
                       text_string(&value), text_string(&bound));
    brief->text->failed = brief->text->failed || value.failed || bound.failed;
    text_free(&value);
    text_free(&bound);
}

static void add_stage(const struct brief *brief, const husly_stage_result *stage)
{
    const char *name = husly_words(brief->language, husly_stage_name(stage->stage));
    if (stage->stage == HUSLY_STAGE_COST)
        add_kroner(brief, stage, name);
    else
        add_points(brief, stage, name);
    add_gap(brief, stage);
    text_add_string(brief->text, "\n");
}

static void add_deviation(const struct brief *brief, struct text *out, int64_t thousandths)
{
    millionths_add(out, 1000 * (wide)thousandths, 3, brief->language == HUSLY_DANISH ? ',' : '.');
}

static void add_spread(const struct brief *brief, const husly_problem *problem,
                       const struct outcome *outcome)
{
    struct text before = {0}, after = {0};
    if (problem->weights[HUSLY_WEIGHT_EVEN] == 0 || outcome->spread_count == 0)
        return;
    add_deviation(brief, &before, outcome->deviation_before);
    add_deviation(brief, &after, outcome->deviation_after);
    brief_line(brief,
               "Spread: the areas' share of refugees is on average %s per mille from the town's; "
               "before the plan %s.",
               text_string(&after), text_string(&before));
    brief->text->failed = brief->text->failed || before.failed || after.failed;
    text_free(&before);
    text_free(&after);
}

static void add_key(const struct brief *brief, const husly_problem *problem,
                    const struct outcome *outcome)
{
    if (problem->weights[HUSLY_WEIGHT_KEY] == 0 || outcome->key_count == 0)
        return;
    text_add_words(brief->text, brief->language, "Dwellings by the key:");
    for (size_t i = 0; i < outcome->key_count; i++) {
        const struct key_row *key = &outcome->keys[i];
        text_add_string(brief->text, i == 0 ? " " : ", ");
        text_add_words(brief->text, brief->language, "%s %lld of %lld", key->organisation,
                       (long long)key->used, (long long)key->target);
    }
    text_add_string(brief->text, "\n");
}

/* Two amounts in kroner side by side look like a mistake. */
static void add_difference(const struct brief *brief, const husly_plan *plan, husly_amount paid)
{
    for (size_t i = 0; i < plan->stage_count; i++) {
        const husly_stage_result *stage = &plan->stages[i];
        if (stage->stage == HUSLY_STAGE_COST && stage->value != paid)
            brief_line(brief, "The two amounts until the next round differ: stage cost counts all "
                              "without a permanent dwelling where they are now or in an emergency "
                              "place, and the other one in the transit places that they were "
                              "given afterwards.");
    }
}

/* Said where somebody has given kroner to reckon with. */
static void add_costs(const struct brief *brief, const husly_problem *problem,
                      const husly_plan *plan, const struct outcome *outcome)
{
    const husly_policy *policy = &problem->policy;
    const struct cost_total *total = &outcome->cost;
    if ((policy->fallback_cost == HUSLY_NO_AMOUNT && policy->fallback_rent == HUSLY_NO_AMOUNT) ||
        total->round == HUSLY_NO_AMOUNT || total->year == HUSLY_NO_AMOUNT)
        return;
    struct text round = {0}, year = {0};
    figures_add_stage(&round, brief->language, HUSLY_STAGE_COST, total->round);
    figures_add_stage(&year, brief->language, HUSLY_STAGE_COST, total->year);
    brief_line(brief,
               "The municipality pays %s until the next round, temporary places included, and %s "
               "in a year in which nothing else changes",
               text_string(&round), text_string(&year));
    add_difference(brief, plan, total->round);
    brief->text->failed = brief->text->failed || round.failed || year.failed;
    text_free(&round);
    text_free(&year);
}

static void add_reasons(const struct brief *brief, const struct outcome *outcome)
{
    if (outcome->reason_count > 0)
        text_add_words(brief->text, brief->language, "Not placed:");
    for (size_t i = 0; i < outcome->reason_count; i++)
        text_add_format(brief->text, "%s %s %lld%s", i == 0 ? "" : ",",
                        husly_words(brief->language, outcome->reasons[i].reason),
                        (long long)outcome->reasons[i].households,
                        i + 1 == outcome->reason_count ? "\n" : "");
}

static void add_settings(const struct brief *brief, const struct outcome *outcome)
{
    const bool danish = brief->language == HUSLY_DANISH;
    bool any = false;
    for (size_t i = 0; i < outcome->rule_count; i++) {
        const struct rule_row *rule = &outcome->rules[i];
        if (!rule->is_set_apart)
            continue;
        if (!any)
            text_add_words(brief->text, brief->language, "Settings apart from the default:");
        text_add_format(brief->text, "%s %s = %s", any ? "," : "",
                        danish ? rule->danish_rule : rule->rule,
                        danish ? rule->danish_value : rule->value);
        any = true;
    }
    if (any)
        text_add_string(brief->text, "\n");
    if (outcome->listed_allowed_source != NULL)
        brief_line(brief, "Listed areas are not barred: %s", outcome->listed_allowed_source);
}

void brief_add(struct text *text, husly_language language, const husly_problem *problem,
               const husly_plan *plan, const struct outcome *outcome)
{
    const struct brief brief = {text, language};
    add_exhausted_rights(&brief, problem, outcome);
    add_counts(&brief, problem, outcome);
    for (size_t i = 0; i < plan->stage_count; i++)
        add_stage(&brief, &plan->stages[i]);
    add_spread(&brief, problem, outcome);
    add_key(&brief, problem, outcome);
    add_costs(&brief, problem, plan, outcome);
    add_reasons(&brief, outcome);
    add_settings(&brief, outcome);
    for (size_t i = 0; i < outcome->note_count; i++)
        brief_line(&brief, "Note: %s",
                   language == HUSLY_DANISH ? outcome->notes[i].danish : outcome->notes[i].english);
}
