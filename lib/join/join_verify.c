/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of what reads a round and a result and what checks the one against the other. */
#include "join/join_verify.h"

#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "io/read/input_hash.h"
#include "io/read/result_read.h"
#include "join/join_outcome.h"

/* Warnings about the round were given when it was solved. */
static bool tell_mistake(const husly_finding *finding, void *user)
{
    const husly_read_options *options = user;
    return finding->severity == HUSLY_WARNING || options->on_finding(finding, options->user);
}

static husly_status verdict(const struct verifying *verifying)
{
    return verifying->complaints.count > 0 ? HUSLY_E_CHECK : HUSLY_OK;
}

static void tell_unread(struct verifying *verifying)
{
    for (size_t at = 0; at < verifying->result.complaint_count; at++) {
        const struct result_complaint *it = &verifying->result.complaints[at];
        complain(&verifying->complaints,
                 (struct place){it->source, it->line, it->column, it->field}, "%s",
                 husly_words(verifying->complaints.language, it->text));
    }
}

/* A folder with placements.csv alone is a plan made by hand; husly writes all files. */
static void tell_missing(struct verifying *verifying)
{
    const struct result *result = &verifying->result;
    verifying->hand_made = !result->has_summary && !result->unplaced.present &&
                           !result->breakdown.present && !result->costs.present &&
                           !result->certificate.present;
    const struct {
        const char *name;
        bool present;
    } files[] = {{"summary.json", result->has_summary},
                 {"unplaced.csv", result->unplaced.present},
                 {"breakdown.csv", result->breakdown.present},
                 {"costs.csv", result->costs.present},
                 {"certificate.csv", result->certificate.present}};
    for (size_t at = 0; at < sizeof files / sizeof *files && !verifying->hand_made; at++) {
        if (!files[at].present)
            complain(&verifying->complaints, (struct place){.source = files[at].name},
                     "the file is missing from the result");
    }
}

static const char *summary_text(const struct verifying *verifying, const char *key)
{
    const struct json_value *value = json_find(verifying->result.summary, key);
    return value != NULL && value->type == JSON_STRING ? value->string : NULL;
}

/* The round's folder: the caller's, else the one that summary.json names, seen from the result. */
static husly_status find_round(struct verifying *verifying)
{
    const char *named = summary_text(verifying, "round");
    if (verifying->round_folder != NULL)
        return HUSLY_OK;
    if (!verifying->hand_made && json_find(verifying->result.summary, "round") == NULL) {
        const struct place at = {.source = "summary.json", .field = "round"};
        complain(&verifying->complaints, at, "is missing");
        return HUSLY_E_CHECK;
    }
    if (named == NULL)
        return error_set(
            verifying->error, HUSLY_E_ARGUMENT, (struct place){0},
            "nothing in %s says which round it belongs to; give the round's folder (--round)",
            verifying->folder);
    struct text path = {0};
    if (named[0] != '/')
        text_add_format(&path, "%s/", verifying->folder);
    text_add_string(&path, named);
    verifying->round_folder =
        path.failed ? NULL : arena_text(verifying->arena, path.bytes, path.size);
    text_free(&path);
    return verifying->round_folder != NULL ? HUSLY_OK : error_memory(verifying->error);
}

/* Before anything is parsed: a changed input may well be no round any more. */
static husly_status check_inputs(struct verifying *verifying)
{
    if (verifying->hand_made)
        return HUSLY_OK;
    struct input *inputs = NULL;
    size_t count = 0;
    const husly_status status =
        input_hash(&inputs, &count, verifying->round_folder, verifying->arena, verifying->error);
    if (status != HUSLY_OK)
        return status;
    verify_inputs(verifying->result.summary, inputs, count, &verifying->complaints);
    return verdict(verifying);
}

/* A date that the result was made for by option is needed again. */
static husly_status read_round(struct verifying *verifying)
{
    husly_read_options options = verifying->options;
    const struct json_value *by_option = json_find(verifying->result.summary, "date_from_option");
    if (options.date == NULL && by_option != NULL && by_option->boolean)
        options.date = summary_text(verifying, "round_date");
    if (options.on_finding != NULL) {
        options.on_finding = tell_mistake;
        options.user = &verifying->options;
    }
    husly_status status =
        husly_round_read(&verifying->round, verifying->round_folder, &options, verifying->error);
    if (status == HUSLY_OK && verifying->complaints.language == HUSLY_LANGUAGE_AUTO)
        verifying->complaints.language = husly_round_language(verifying->round);
    if (status == HUSLY_OK)
        status = husly_problem_new(&verifying->problem, verifying->round, NULL, verifying->error);
    return status;
}

static husly_status check_result(struct verifying *verifying)
{
    verifying->rules.arena = verifying->arena;
    verifying->verification = (struct verification){.problem = verifying->problem,
                                                    .result = &verifying->result,
                                                    .rules = &verifying->rules,
                                                    .complaints = &verifying->complaints,
                                                    .arena = verifying->arena,
                                                    .hand_made = verifying->hand_made};
    if (!verifying->hand_made)
        verify_inputs(verifying->result.summary, verifying->round->inputs,
                      verifying->round->input_count, &verifying->complaints);
    if (!outcome_add_rules(&verifying->rules, verifying->problem) ||
        !verify_result(&verifying->verification))
        return error_memory(verifying->error);
    verifying->is_checked = true;
    return verdict(verifying);
}

/* Until the round is read, the result's own headers tell the language. */
static void guess_language(struct verifying *verifying)
{
    const struct result_table *table = &verifying->result.placements;
    const int field = table->field_of[PLACEMENT_HOUSEHOLD];
    if (verifying->complaints.language == HUSLY_LANGUAGE_AUTO && field != 0 &&
        !text_equal_folded(table->name_of[PLACEMENT_HOUSEHOLD], "household_id"))
        verifying->complaints.language = HUSLY_DANISH;
}

static husly_status verify(struct verifying *verifying)
{
    husly_status status = result_read(&verifying->result, verifying->folder, verifying->error);
    if (status != HUSLY_OK)
        return status;
    guess_language(verifying);
    tell_unread(verifying);
    tell_missing(verifying);
    status = verdict(verifying);
    if (status == HUSLY_OK)
        status = find_round(verifying);
    if (status == HUSLY_OK)
        status = check_inputs(verifying);
    if (status == HUSLY_OK)
        status = read_round(verifying);
    return status == HUSLY_OK ? check_result(verifying) : status;
}

husly_status verifying_run(struct verifying *verifying, const char *folder,
                           const char *round_folder, const husly_read_options *options,
                           husly_error *error)
{
    static const husly_read_options usual = {0};
    const husly_read_options *asked = options != NULL ? options : &usual;
    *verifying = (struct verifying){.folder = folder,
                                    .round_folder = round_folder,
                                    .options = *asked,
                                    .complaints = {.tell = asked->on_finding,
                                                   .user = asked->user,
                                                   .error = error,
                                                   .language = asked->language,
                                                   .show_values = asked->show_values},
                                    .arena = arena_new(),
                                    .error = error};
    return verifying->arena != NULL ? verify(verifying) : error_memory(error);
}

void verifying_end(struct verifying *verifying)
{
    husly_problem_free(verifying->problem);
    husly_round_free(verifying->round);
    result_free(&verifying->result);
    arena_free(verifying->arena);
}

static void write_report(const struct verifying *verifying, husly_verify_report *report)
{
    const struct verification *found = &verifying->verification;
    *report = (husly_verify_report){.hand_made = verifying->hand_made,
                                    .language = verifying->complaints.language};
    if (!verifying->is_checked)
        return;
    report->households = (size_t)verifying->problem->household_count;
    for (size_t h = 0; h < report->households; h++)
        report->placed += found->placed[h] != NONE;
    if (verifying->hand_made)
        return;
    report->stage_count = (size_t)verifying->problem->policy.stage_count;
    for (size_t stage = 0; stage < report->stage_count; stage++)
        report->stages[stage] = found->stages[stage];
}

husly_status husly_verify(const char *folder, const char *round_folder,
                          const husly_read_options *options, husly_verify_report *report,
                          husly_error *error)
{
    struct verifying verifying;
    const husly_status status = verifying_run(&verifying, folder, round_folder, options, error);
    if (report != NULL)
        write_report(&verifying, report);
    verifying_end(&verifying);
    return status;
}
