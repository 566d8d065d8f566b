/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct benefit_values {
    const char *household, *dwelling, *date;
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

static int tell(const struct opened *opened, const void *asked)
{
    const struct benefit_values *given = asked;
    husly_error error = {.language = say_language()};
    const husly_status status = husly_benefit_describe(
        opened->problem, given->household, given->dwelling, say_language(), say_line, NULL, &error);
    return status == HUSLY_OK ? EXIT_DONE : output_failure(&error, &opened->listener);
}

static int run(int count, char **words)
{
    struct benefit_values given = {0};
    const char *operands[2] = {NULL, NULL};
    const enum parsed parsed = options_parse(&command_benefit, count, words, &given, operands);
    if (parsed != PARSED)
        return options_status(parsed);

    given.household = operands[1];
    return output_answer(operands[0], given.date, given.show_values, tell, &given);
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
