/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct benefit_values {
    const char *dwelling, *date;
    bool show_values;
};

static const struct option_spec options[] = {
    {"dwelling", WORDS_LATER("D"), 0, OPTION_TEXT, offsetof(struct benefit_values, dwelling),
     WORDS_LATER("the dwelling whose rent is held against what the household can pay"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct benefit_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct benefit_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

static int tell(const husly_problem *problem, const char *household, const char *dwelling,
                const struct listener *listener)
{
    husly_error error = {.language = say_language()};
    const husly_status status = husly_benefit_describe(problem, household, dwelling, say_language(),
                                                       say_line, NULL, &error);
    return status == HUSLY_OK ? EXIT_DONE : output_failure(&error, listener);
}

static int run(int count, char **words)
{
    struct benefit_values given = {0};
    const char *operands[2] = {NULL, NULL};
    const enum parsed parsed = options_parse(&command_benefit, count, words, &given, operands);
    if (parsed != PARSED)
        return options_status(parsed);

    struct listener listener = {0, 0};
    const husly_read_options reading =
        output_read_options(&listener, given.date, given.show_values);
    struct opened opened;
    int status = EXIT_DONE;
    if (!output_open_round(&opened, operands[0], &reading, &status))
        return status;
    status = tell(opened.problem, operands[1], given.dwelling, &listener);
    output_close_round(&opened);
    return status;
}

const struct command command_benefit = {
    .name = "benefit",
    .operand = WORDS_LATER("ROUND"),
    .second_operand = WORDS_LATER("HOUSEHOLD"),
    .summary = WORDS_LATER("show the sum of what a household can pay, line by line"),
    .about = WORDS_LATER(
        "Net income, from the benefit class where the round states one, less the living minimum\n"
        "is what HOUSEHOLD can pay a month. With --dwelling: housing benefit step by step, what "
        "is\n"
        "left to pay, and whether the rent rule holds. docs/rules.md has the formulas.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
