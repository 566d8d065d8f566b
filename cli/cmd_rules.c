/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct rules_values {
    const char *date;
    bool show_values;
};

static const struct option_spec options[] = {
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct rules_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct rules_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

/* The rules of a round, or the defaults where it is NULL. */
static int print_rules(const husly_round *round)
{
    husly_error error = {.language = say_language()};
    const husly_status told = husly_rules_describe(round, say_language(), say_line, NULL, &error);
    return told == HUSLY_OK ? EXIT_DONE : output_failure(&error, NULL);
}

static int tell(const struct opened *opened, const void *asked)
{
    (void)asked;
    return print_rules(opened->round);
}

static int run(int count, char **words)
{
    struct rules_values given = {0};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_rules, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);
    if (folder == NULL)
        return print_rules(NULL);

    return output_answer(folder, given.date, given.show_values, tell, NULL);
}

const struct command command_rules = {
    .name = "rules",
    .second_may_lack = true,
    .second_operand = WORDS_LATER("ROUND"),
    .summary = WORDS_LATER("list the rules in force, with default and source"),
    .about = WORDS_LATER(
        "With ROUND: the settings of that round, those that differ from their default first.\n"
        "Without: every rule of rules.csv at its default. Each with its name in both languages,\n"
        "its meaning, its source, and whether anybody verified that.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
