/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of a survey: tables, argument, and the two ways to tell them. */
#include <husly/report.h>

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "join/join_most.h"
#include "model/round.h"
#include "report/survey/most_text.h"
#include "report/survey/supply_json.h"
#include "report/survey/supply_text.h"

struct findings {
    struct supply supply;
    struct most most;
};

static husly_status find(struct findings *found, const husly_problem *problem, struct arena *arena,
                         husly_error *error)
{
    if (arena == NULL || !supply_count(&found->supply, problem, arena))
        return error_memory(error);
    const husly_status status = most_find(&found->most, problem, arena, error);
    if (status != HUSLY_OK)
        return status;
    for (int b = 0; b < found->most.barred_count; b++)
        found->supply.households[found->most.barred[b].household].code = found->most.barred[b].code;
    return HUSLY_OK;
}

static void add_text(struct text *text, const struct findings *found, const husly_problem *problem,
                     husly_language language)
{
    supply_tell_counts(text, &found->supply, language);
    text_add_string(text, "\n");
    most_tell(text, problem, &found->most, language);
    supply_tell_tables(text, &found->supply, language);
}

static void add_json(struct text *text, const struct findings *found, const husly_problem *problem,
                     husly_language language)
{
    struct json_writer json = {.text = text};
    char date[16];
    date_print(problem->policy.round_date, date);
    json_open(&json, NULL, '{');
    json_string(&json, "round_date", date);
    supply_write_tables(&json, &found->supply);
    supply_write_most(&json, problem, &found->most, language);
    json_close(&json, '}');
    text_add_string(text, "\n");
}

typedef void add_fn(struct text *text, const struct findings *found, const husly_problem *problem,
                    husly_language language);

static husly_status tell(const husly_problem *problem, husly_language language, add_fn *add,
                         husly_line_fn *on_line, void *user, husly_error *error)
{
    struct arena *arena = arena_new();
    struct text text = {0};
    struct findings found = {0};
    husly_status status = find(&found, problem, arena, error);
    if (status == HUSLY_OK)
        add(&text, &found, problem, round_language(problem->round, language));
    if (text.failed)
        status = error_memory(error);
    if (status == HUSLY_OK)
        text_tell(&text, on_line, user);
    text_free(&text);
    arena_free(arena);
    return status;
}

husly_status husly_survey_describe(const husly_problem *problem, husly_language language,
                                   husly_line_fn *on_line, void *user, husly_error *error)
{
    return tell(problem, language, add_text, on_line, user, error);
}

husly_status husly_survey_json(const husly_problem *problem, husly_language language,
                               husly_line_fn *on_line, void *user, husly_error *error)
{
    return tell(problem, language, add_json, on_line, user, error);
}
