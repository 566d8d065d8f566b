/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct survey_values {
    const char *date;
    bool json;
    bool show_values;
};

static const struct option_spec options[] = {
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct survey_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
    {"json", NULL, 0, OPTION_FLAG, offsetof(struct survey_values, json),
     WORDS_LATER("print the survey as JSON"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct survey_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

static int tell(const struct opened *opened, const void *asked)
{
    const struct survey_values *given = asked;
    husly_error error = {.language = say_language()};
    const husly_status status =
        given->json
            ? husly_survey_json(opened->problem, say_language(), say_line, NULL, &error)
            : husly_survey_describe(opened->problem, say_language(), say_line, NULL, &error);
    return status == HUSLY_OK ? EXIT_DONE : output_failure(&error, &opened->listener);
}

static int run(int count, char **words)
{
    struct survey_values given = {0};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_survey, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);

    return output_answer(folder, given.date, given.show_values, tell, &given);
}

const struct command command_survey = {
    .name = "survey",
    .operand = WORDS_LATER("ROUND"),
    .summary = WORDS_LATER("hold the round's dwellings against its households, before a plan"),
    .about = WORDS_LATER(
        "Tells how many households a plan can place at most and why, as far as a simple argument\n"
        "shows it; then dwellings and households by size, rent, access and area, what the right\n"
        "leaves, and how many lawful dwellings each household has. docs/survey.md defines every\n"
        "number.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
