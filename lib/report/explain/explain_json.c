/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/json.h"
#include "model/round.h"
#include "report/explain/explain_decision.h"
#include "report/explain/explain_words.h"
#include "report/verify/fit_terms.h"

#include "rules/sentence.h"

/* JSON being written; sentences are composed in the answer's text. */
struct sheet {
    struct json_writer json;
    struct answer answer;
};

static void add_amount(struct sheet *sheet, const char *key, husly_amount amount)
{
    if (amount == HUSLY_NO_AMOUNT)
        json_null(&sheet->json, key);
    else
        json_number(&sheet->json, key, amount);
}

/* What was composed since the last sentence. */
static void add_sentence(struct sheet *sheet, const char *key)
{
    struct text *said = sheet->answer.out;
    json_string(&sheet->json, key, text_string(said));
    sheet->json.text->failed = sheet->json.text->failed || said->failed;
    text_free(said);
    *said = (struct text){0};
}

static void add_asked(struct sheet *sheet)
{
    json_open(&sheet->json, "asked", '{');
    json_string(&sheet->json, "household_id", sheet->answer.explanation->household_id);
    json_string(&sheet->json, "dwelling_id", sheet->answer.explanation->dwelling_id);
    json_close(&sheet->json, '}');
}

static void add_plan(struct sheet *sheet)
{
    const husly_explanation *explanation = sheet->answer.explanation;
    json_open(&sheet->json, "plan", '{');
    json_bool(&sheet->json, "hand_made", explanation->hand_made);
    json_open(&sheet->json, "stages", '[');
    for (size_t at = 0; at < explanation->stage_count; at++) {
        const husly_stage_result *stage = &explanation->stages[at];
        json_open(&sheet->json, NULL, '{');
        json_string(&sheet->json, "name", husly_stage_name(stage->stage));
        json_number(&sheet->json, "value", stage->value);
        json_number(&sheet->json, "bound", stage->bound);
        json_bool(&sheet->json, "proven", stage->proven);
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
    json_close(&sheet->json, '}');
}

static const char *dwelling_id(const struct sheet *sheet, int dwelling)
{
    return dwelling != NONE ? sheet->answer.problem->dwellings[dwelling].id : NULL;
}

/* A sentence about a household without a dwelling. */
static void add_said(struct sheet *sheet, const char *key, void (*say)(const struct answer *))
{
    say(&sheet->answer);
    if (sheet->answer.explanation->reason != NULL)
        add_sentence(sheet, key);
    else
        json_null(&sheet->json, key);
}

static void add_household(struct sheet *sheet)
{
    const husly_explanation *explanation = sheet->answer.explanation;
    const int household = explanation->household;
    if (explanation->household_id == NULL) {
        json_null(&sheet->json, "household");
        return;
    }
    const struct household *people = &sheet->answer.problem->households[household];
    json_open(&sheet->json, "household", '{');
    json_string(&sheet->json, "household_id", people->id);
    json_number(&sheet->json, "persons", people->persons);
    json_number(&sheet->json, "need", people->need);
    add_amount(sheet, "budget", people->has_budget ? people->budget : HUSLY_NO_AMOUNT);
    json_string(&sheet->json, "dwelling_id", dwelling_id(sheet, explanation->placed[household]));
    json_number(&sheet->json, "lawful_dwellings",
                answer_lawful_dwellings(sheet->answer.problem, household));
    json_string(&sheet->json, "reason", explanation->reason);
    add_said(sheet, "detail", answer_add_reason);
    add_said(sheet, "what_would_help", answer_add_help);
    json_string(&sheet->json, "temporary_dwelling_id",
                dwelling_id(sheet, explanation->temporary[household]));
    json_close(&sheet->json, '}');
}

/* Whom a plan gives the asked dwelling. */
static void add_inside(struct sheet *sheet, const char *key, const int *given)
{
    const husly_problem *problem = sheet->answer.problem;
    json_open(&sheet->json, key, '[');
    for (int household = 0; household < problem->household_count; household++) {
        if (given[household] == sheet->answer.explanation->dwelling)
            json_string(&sheet->json, NULL, problem->households[household].id);
    }
    json_close(&sheet->json, ']');
}

static void add_dwelling(struct sheet *sheet)
{
    const husly_explanation *explanation = sheet->answer.explanation;
    const husly_problem *problem = sheet->answer.problem;
    if (explanation->dwelling_id == NULL) {
        json_null(&sheet->json, "dwelling");
        return;
    }
    const struct dwelling *home = &problem->dwellings[explanation->dwelling];
    const int area = problem_area_of(problem, home);
    json_open(&sheet->json, "dwelling", '{');
    json_string(&sheet->json, "dwelling_id", home->id);
    json_string(&sheet->json, "section_id", problem->sections[home->section].id);
    json_string(&sheet->json, "area_id", area != NONE ? problem->areas[area].id : NULL);
    json_string(&sheet->json, "kind", kind_name(home->kind, false));
    json_number(&sheet->json, "rooms", home->rooms);
    if (home->area_m2 != HUSLY_NO_NUMBER)
        json_number(&sheet->json, "area_m2", home->area_m2);
    else
        json_null(&sheet->json, "area_m2");
    json_number(&sheet->json, "rent", home->rent);
    json_number(&sheet->json, "utilities", home->utilities);
    add_inside(sheet, "household_ids", explanation->placed);
    add_inside(sheet, "temporary_household_ids", explanation->temporary);
    json_close(&sheet->json, '}');
}

static void add_obstacles(struct sheet *sheet, const husly_option *option,
                          const struct sentence_pair *pair)
{
    json_open(&sheet->json, "obstacles", '[');
    for (size_t at = 0; at < option->obstacle_count; at++) {
        const husly_obstacle *obstacle = &option->obstacles[at];
        json_open(&sheet->json, NULL, '{');
        json_string(&sheet->json, "rule", obstacle->rule);
        json_string(&sheet->json, "what", obstacle->what);
        json_string(&sheet->json, "unit", obstacle->unit);
        json_string(&sheet->json, "whom",
                    obstacle->whom != NULL ? obstacle->whom : option->household_id);
        json_number(&sheet->json, "amount", obstacle->amount);
        json_number(&sheet->json, "given", obstacle->given);
        json_number(&sheet->json, "limit", obstacle->limit);
        sentence_add(sheet->answer.out, pair, obstacle);
        add_sentence(sheet, "sentence");
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

static void add_prices(struct sheet *sheet, const husly_option *option)
{
    json_open(&sheet->json, "prices", '[');
    for (size_t at = 0; at < option->price_count; at++) {
        json_open(&sheet->json, NULL, '{');
        json_string(&sheet->json, "stage", husly_stage_name(option->prices[at].stage));
        json_number(&sheet->json, "least", option->prices[at].least);
        json_number(&sheet->json, "most", option->prices[at].most);
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

static void add_changes(struct sheet *sheet, const husly_option *option)
{
    json_open(&sheet->json, "changes", '[');
    for (size_t at = 0; at < option->change_count; at++) {
        json_open(&sheet->json, NULL, '{');
        json_string(&sheet->json, "household_id", option->changes[at].household_id);
        json_string(&sheet->json, "from", option->changes[at].from);
        json_string(&sheet->json, "to", option->changes[at].to);
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

static void add_number_if(struct sheet *sheet, const char *key, bool there, int64_t number)
{
    if (there)
        json_number(&sheet->json, key, number);
    else
        json_null(&sheet->json, key);
}

static void add_breakdown(struct sheet *sheet, int household, int dwelling)
{
    const husly_problem *problem = sheet->answer.problem;
    struct breakdown_line line;
    json_open(&sheet->json, "breakdown", '[');
    for (int number = 0; number < fit_term_count(problem); number++) {
        if (!fit_term(problem, household, dwelling, number, &line))
            continue;
        json_open(&sheet->json, NULL, '{');
        json_string(&sheet->json, "term", line.term);
        add_number_if(sheet, "measure", line.has_measure, line.measure);
        json_string(&sheet->json, "unit", breakdown_unit(&line, false));
        add_number_if(sheet, "weight", line.has_weight, line.weight);
        json_number(&sheet->json, "points", line.points);
        json_close(&sheet->json, '}');
    }
    json_close(&sheet->json, ']');
}

static void add_figures(struct sheet *sheet, int household, int dwelling)
{
    const husly_problem *problem = sheet->answer.problem;
    const struct answer_rent rent = answer_rent(problem, household, dwelling);
    json_number(&sheet->json, "rent", rent.rent);
    json_number(&sheet->json, "utilities", rent.utilities);
    json_number(&sheet->json, "housing_benefit", rent.benefit);
    json_number(&sheet->json, "net_rent", rent.net);
    add_amount(sheet, "budget", rent.budget);
    add_amount(sheet, "margin", rent.margin);
    json_number(&sheet->json, "need", problem->households[household].need);
    json_number(&sheet->json, "fit", fit_points(problem, household, dwelling));
    add_breakdown(sheet, household, dwelling);
}

static void add_decision(struct sheet *sheet, int household, int dwelling)
{
    const struct decision *row = problem_decision(sheet->answer.problem, household, dwelling);
    if (row == NULL) {
        json_null(&sheet->json, "decision");
        return;
    }
    json_open(&sheet->json, "decision", '{');
    json_string(&sheet->json, "decision", decision_name(row->given->decision));
    json_string(&sheet->json, "rule", row->given->rule);
    json_string(&sheet->json, "by", row->given->by);
    json_string(&sheet->json, "reason", row->given->reason);
    json_close(&sheet->json, '}');
}

static void add_option(struct sheet *sheet, const husly_option *option)
{
    static const char *const standings[] = {[HUSLY_CHOSEN] = "chosen",
                                            [HUSLY_POSSIBLE] = "possible",
                                            [HUSLY_CLOSED] = "closed",
                                            [HUSLY_FORBIDDEN] = "forbidden",
                                            [HUSLY_UNKNOWN] = "unknown"};
    const husly_problem *problem = sheet->answer.problem;
    const struct sentence_pair pair = {
        problem, problem_find_household(problem, option->household_id),
        problem_find_dwelling(problem, option->dwelling_id), sheet->answer.language};
    json_open(&sheet->json, NULL, '{');
    json_string(&sheet->json, "household_id", option->household_id);
    json_string(&sheet->json, "dwelling_id", option->dwelling_id);
    json_string(&sheet->json, "standing", standings[option->standing]);
    add_figures(sheet, pair.household, pair.dwelling);
    add_decision(sheet, pair.household, pair.dwelling);
    add_obstacles(sheet, option, &pair);
    add_prices(sheet, option);
    add_changes(sheet, option);
    json_bool(&sheet->json, "fewest", option->fewest);
    answer_add_option(&sheet->answer, option);
    add_sentence(sheet, "sentence");
    json_close(&sheet->json, '}');
}

static void add_all(struct sheet *sheet)
{
    const husly_explanation *explanation = sheet->answer.explanation;
    json_open(&sheet->json, NULL, '{');
    add_asked(sheet);
    add_plan(sheet);
    add_household(sheet);
    add_dwelling(sheet);
    json_open(&sheet->json, "options", '[');
    for (size_t at = 0; at < explanation->option_count; at++)
        add_option(sheet, &explanation->options[at]);
    json_close(&sheet->json, ']');
    json_close(&sheet->json, '}');
}

husly_status husly_explanation_json(const husly_explanation *explanation,
                                    const husly_problem *problem, husly_language language,
                                    husly_line_fn *on_line, void *user, husly_error *error)
{
    struct text text = {0}, said = {0};
    struct sheet sheet = {
        .json = {.text = &text},
        .answer = {explanation, problem, round_language(problem->round, language), &said}};
    add_all(&sheet);
    const bool failed = text.failed || said.failed;
    if (!failed)
        text_tell(&text, on_line, user);
    text_free(&text);
    text_free(&said);
    return failed ? error_memory(error) : HUSLY_OK;
}
