/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_outcome.h"

#include "base/memory.h"
#include "base/text.h"
#include "io/measure.h"
#include "io/rule_value.h"

/* The text that rules.csv gives for a rule, NULL when it gives none. */
static const char *given_source(const husly_round *round, const char *rule)
{
    const struct setting *setting = round_setting(round, rule);
    return setting != NULL ? setting->source : NULL;
}

/* NULL when memory ran out; the text is free again. */
static const char *keep(struct outcome *outcome, struct text *text)
{
    const char *kept =
        text->failed ? NULL : arena_text(outcome->arena, text_string(text), text->size);
    text_free(text);
    return kept;
}

/* The default of a weight is the profile's. */
static const char *usual_value(struct outcome *outcome, const struct rule_entry *entry,
                               const husly_policy *policy)
{
    const husly_policy usual = rule_usual_policy(policy);
    struct text value = {0};
    if (entry->kind != RULE_WEIGHT)
        return entry->fallback;
    rule_add_value(&value, entry, &usual);
    return keep(outcome, &value);
}

static bool add_rule(struct outcome *outcome, const husly_problem *problem,
                     const struct rule_entry *entry)
{
    static const struct dialect danish = {.delimiter = ';', .danish = true};
    struct text value = {0};
    rule_add_value(&value, entry, &problem->policy);
    struct rule_row *row = &outcome->rules[outcome->rule_count++];
    row->rule = entry->name;
    row->danish_rule = entry->danish;
    row->value = keep(outcome, &value);
    if (row->value == NULL)
        return false;
    /* A rule that must be stated each time, such as the date, is not apart from any default. */
    row->usual = entry->fallback[0] == '\0' ? NULL : usual_value(outcome, entry, &problem->policy);
    row->is_set_apart = row->usual != NULL && !text_equal(row->value, row->usual);
    const char *const given = given_source(problem->round, entry->name);
    row->source = given == NULL ? entry->source : given;
    if (!row->is_set_apart)
        return true;
    rule_tell_value(&value, entry, &problem->policy, &danish);
    row->danish_value = keep(outcome, &value);
    return row->danish_value != NULL;
}

/* The text of a name or a number in one language, in the arena; NULL when memory ran out. */
static const char *rule_name(struct outcome *outcome, const char *measure, bool danish)
{
    struct text name = {0};
    measure_add_rule(&name, measure, danish);
    return keep(outcome, &name);
}

/* A weight of a measure of its own: without it, the weight of all columns of its sort would count.
 */
static bool add_measure_weight(struct outcome *outcome, const husly_problem *problem,
                               const husly_measure_weight *weight)
{
    const struct rule_entry *entry =
        rulebook_find(measure_is_access(weight->name) ? "weight_access" : "weight_points");
    struct rule_row *row = &outcome->rules[outcome->rule_count++];
    struct text value = {0};
    text_add_format(&value, "%lld", (long long)weight->weight);
    row->rule = rule_name(outcome, weight->name, false);
    row->danish_rule = rule_name(outcome, weight->name, true);
    row->value = row->danish_value = keep(outcome, &value);
    if (row->rule == NULL || row->danish_rule == NULL || row->value == NULL)
        return false;
    row->usual = usual_value(outcome, entry, &problem->policy);
    if (row->usual == NULL)
        return false;
    row->is_set_apart = !text_equal(row->value, row->usual);
    const char *const given = given_source(problem->round, row->rule);
    row->source = given == NULL ? entry->source : given;
    return true;
}

static bool add_measure_weights(struct outcome *outcome, const husly_problem *problem)
{
    const husly_round *round = problem->round;
    for (size_t i = 0; i < round->measure_weight_count; i++) {
        if (!add_measure_weight(outcome, problem, &round->measure_weights[i]))
            return false;
    }
    return true;
}

bool outcome_add_rules(struct outcome *outcome, const husly_problem *problem)
{
    outcome->rules =
        arena_take(outcome->arena, rulebook_count + problem->round->measure_weight_count,
                   sizeof *outcome->rules);
    if (outcome->rules == NULL)
        return false;
    for (size_t i = 0; i < rulebook_count; i++)
        if (rule_is_in_force(&rulebook[i], &problem->policy) &&
            !add_rule(outcome, problem, &rulebook[i]))
            return false;
    if (!add_measure_weights(outcome, problem))
        return false;
    if (problem->policy.allow_listed) {
        const char *const given = given_source(problem->round, "allow_listed");
        outcome->listed_allowed_source = given == NULL ? "" : given;
    }
    return true;
}
