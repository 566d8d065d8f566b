/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_records.h"

#include <string.h>

#include <husly/husly.h>

#include "base/date.h"
#include "base/json.h"
#include "base/text.h"
#include "io/write/result_costs.h"

/* JSON is UTF-8, while a path or an argument of the command line may be any bytes. */
static const char *utf8_or_null(const char *string)
{
    return string != NULL && text_is_utf8(string, strlen(string)) ? string : NULL;
}

static void add_hash(struct json_writer *json, const char *name, const char *sha256)
{
    json_open(json, NULL, '{');
    json_string(json, "name", name);
    json_string(json, "sha256", sha256);
    json_close(json, '}');
}

static void add_inputs(struct json_writer *json, const struct husly_round *round)
{
    json_open(json, "inputs", '[');
    for (size_t i = 0; i < round->input_count; i++)
        add_hash(json, round->inputs[i].name, round->inputs[i].sha256);
    json_close(json, ']');
}

static void add_date(struct json_writer *json, const char *key, husly_date date)
{
    char written[16];
    date_print(date, written);
    json_string(json, key, written);
}

static void add_stages(struct json_writer *json, const struct husly_plan *plan)
{
    json_open(json, "stages", '[');
    for (size_t i = 0; i < plan->stage_count; i++) {
        const husly_stage_result *stage = &plan->stages[i];
        json_open(json, NULL, '{');
        json_string(json, "name", husly_stage_name(stage->stage));
        json_number(json, "value", stage->value);
        json_number(json, "bound", stage->bound);
        json_bool(json, "proven", stage->proven);
        json_close(json, '}');
    }
    json_close(json, ']');
}

const char *result_outcome_name(husly_outcome outcome)
{
    switch (outcome) {
    case HUSLY_PROVEN:
        return "proven";
    case HUSLY_WITHIN_GAP:
        return "gap";
    case HUSLY_LIMIT:
        return "limit";
    case HUSLY_INTERRUPTED:
        return "interrupted";
    case HUSLY_OUTCOME_END:
        break;
    }
    return NULL;
}

static void add_rules(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "rules", '[');
    for (size_t i = 0; i < outcome->rule_count; i++) {
        const struct rule_row *row = &outcome->rules[i];
        json_open(json, NULL, '{');
        json_string(json, "rule", row->rule);
        json_string(json, "value", row->value);
        json_string(json, "default", row->usual);
        json_string(json, "source", row->source);
        json_close(json, '}');
    }
    json_close(json, ']');

    json_open(json, "non_default", '[');
    for (size_t i = 0; i < outcome->rule_count; i++)
        if (outcome->rules[i].is_set_apart)
            json_string(json, NULL, outcome->rules[i].rule);
    json_close(json, ']');

    json_bool(json, "listed_areas_allowed", outcome->listed_allowed_source != NULL);
    json_string(json, "listed_areas_source", outcome->listed_allowed_source);
}

static void add_counts(struct json_writer *json, const struct outcome *outcome)
{
    const size_t households = outcome->placement_count + outcome->unplaced_count;
    json_number(json, "households", (int64_t)households);
    json_number(json, "placed", (int64_t)outcome->placement_count);
    json_number(json, "unplaced", (int64_t)outcome->unplaced_count);
    json_number(json, "persons", outcome->persons);
    json_number(json, "persons_placed", outcome->persons_placed);

    json_open(json, "unplaced_by_reason", '{');
    for (size_t i = 0; i < outcome->reason_count; i++)
        json_number(json, outcome->reasons[i].reason, outcome->reasons[i].households);
    json_close(json, '}');

    json_open(json, "placed_by_size", '[');
    for (size_t i = 0; i < outcome->size_count; i++) {
        json_open(json, NULL, '{');
        json_number(json, "persons", outcome->sizes[i].persons);
        json_number(json, "households", outcome->sizes[i].households);
        json_number(json, "placed", outcome->sizes[i].placed);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* Nobody is dropped: who has no place at all, and what the municipality reckons with for each. */
static void add_fallback(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "fallback", '{');
    for (size_t i = 0; i < outcome->rule_count; i++) {
        if (text_equal(outcome->rules[i].rule, "fallback_cost"))
            json_string(json, "cost", outcome->rules[i].value);
        if (text_equal(outcome->rules[i].rule, "fallback_rent"))
            json_string(json, "rent", outcome->rules[i].value);
    }
    json_open(json, "households", '[');
    for (size_t i = 0; i < outcome->unplaced_count; i++) {
        if (outcome->unplaced[i].is_fallback)
            json_string(json, NULL, outcome->unplaced[i].household_id);
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void add_rights(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "right", '[');
    for (size_t i = 0; i < outcome->right_count; i++) {
        const struct right_row *row = &outcome->rights[i];
        json_open(json, NULL, '{');
        json_string(json, "unit", row->unit);
        json_string(json, "organisation", row->organisation);
        json_number(json, "reported", row->reported);
        json_number(json, "entitlement", row->entitlement);
        json_number(json, "used", row->used);
        json_number(json, "extras", row->extras);
        json_number(json, "flexible", row->flexible);
        json_number(json, "flexible_used", row->flexible_used);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_if_known(struct json_writer *json, const char *key, int64_t number)
{
    if (number == HUSLY_NO_NUMBER)
        json_null(json, key);
    else
        json_number(json, key, number);
}

static void add_areas(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "areas", '[');
    for (size_t i = 0; i < outcome->area_count; i++) {
        const struct area_row *row = &outcome->areas[i];
        json_open(json, NULL, '{');
        json_string(json, "area", row->area);
        json_number(json, "persons", row->persons);
        json_number(json, "children", row->children);
        add_if_known(json, "max_persons", row->max_persons);
        add_if_known(json, "max_children", row->max_children);
        json_number(json, "refugees_after", row->refugees_after);
        add_if_known(json, "residents_after", row->residents_after);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_sections(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "sections", '[');
    for (size_t i = 0; i < outcome->section_count; i++) {
        const struct section_row *row = &outcome->sections[i];
        json_open(json, NULL, '{');
        json_string(json, "section", row->section);
        json_number(json, "households", row->households);
        add_if_known(json, "max_households", row->max_households);
        json_number(json, "refugee_homes_after", row->refugee_homes_after);
        add_if_known(json, "homes", row->homes);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* null where no area has residents. */
static void add_spread(struct json_writer *json, const struct outcome *outcome)
{
    if (outcome->spread_count == 0) {
        json_null(json, "spread");
        return;
    }
    json_open(json, "spread", '{');
    json_number(json, "town", outcome->town_level);
    json_number(json, "mean_deviation_before", outcome->deviation_before);
    json_number(json, "mean_deviation_after", outcome->deviation_after);
    json_open(json, "areas", '[');
    for (size_t i = 0; i < outcome->spread_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "area", outcome->spreads[i].area);
        json_number(json, "before", outcome->spreads[i].before);
        json_number(json, "after", outcome->spreads[i].after);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void add_key(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "key", '[');
    for (size_t i = 0; i < outcome->key_count; i++) {
        const struct key_row *row = &outcome->keys[i];
        json_open(json, NULL, '{');
        json_string(json, "organisation", row->organisation);
        json_number(json, "move_outs", row->move_outs);
        json_number(json, "target", row->target);
        json_number(json, "used", row->used);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_notes(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "notes", '[');
    for (size_t i = 0; i < outcome->note_count; i++)
        json_string(json, NULL, outcome->notes[i].english);
    json_close(json, ']');
}

void result_add_summary(struct text *text, const husly_problem *problem,
                        const struct husly_plan *plan, const struct outcome *outcome,
                        const char *round_path)
{
    struct json_writer json = {.text = text};
    json_open(&json, NULL, '{');
    json_string(&json, "husly", husly_version());
    json_string(&json, "round", utf8_or_null(round_path));
    add_inputs(&json, problem->round);
    add_date(&json, "round_date", problem->policy.round_date);
    json_bool(&json, "date_from_option", problem->round->date_overridden);
    json_string(&json, "outcome", result_outcome_name(plan->outcome));
    add_stages(&json, plan);
    add_counts(&json, outcome);
    add_fallback(&json, outcome);
    result_add_cost_total(&json, outcome);
    add_rights(&json, outcome);
    add_areas(&json, outcome);
    add_sections(&json, outcome);
    add_spread(&json, outcome);
    add_key(&json, outcome);
    add_rules(&json, outcome);
    add_notes(&json, outcome);
    json_close(&json, '}');
    text_add(text, "\n", 1);
}

void result_add_run(struct text *text, const husly_problem *problem, const struct husly_plan *plan,
                    const husly_write_options *options, const struct result_hash *outputs,
                    size_t output_count)
{
    struct json_writer json = {.text = text, .compact = true};
    json_open(&json, NULL, '{');
    json_string(&json, "husly", husly_version());
    json_string(&json, "glpk", husly_glpk_version());
    json_string(&json, "command", utf8_or_null(options->command == NULL ? "" : options->command));
    if (options->now != NULL)
        json_string(&json, "now", utf8_or_null(options->now));
    if (options->by != NULL)
        json_string(&json, "by", utf8_or_null(options->by));
    add_date(&json, "round_date", problem->policy.round_date);
    add_inputs(&json, problem->round);
    json_open(&json, "outputs", '[');
    for (size_t i = 0; i < output_count; i++)
        add_hash(&json, outputs[i].name, outputs[i].sha256);
    json_close(&json, ']');
    json_bool(&json, "listed_areas_allowed", problem->policy.allow_listed);
    add_stages(&json, plan);
    json_string(&json, "outcome", result_outcome_name(plan->outcome));
    json_number(&json, "work", plan->work);
    json_close(&json, '}');
    text_add(text, "\n", 1);
}
