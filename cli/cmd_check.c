/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct check_values {
    const char *date;
    bool show_values;
};

static const struct option_spec options[] = {
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct check_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct check_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

static int tell(const struct opened *opened, const void *folder)
{
    say(stdout, "%s: %zu households and %zu dwellings can be read: no mistake, ",
        (const char *)folder, husly_round_household_count(opened->round),
        husly_round_dwelling_count(opened->round));
    if (opened->listener.warnings == 1)
        say(stdout, "1 warning\n");
    else
        say(stdout, "%d warnings\n", opened->listener.warnings);
    return EXIT_DONE;
}

static int run(int count, char **words)
{
    struct check_values given = {0};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_check, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);

    return output_answer(folder, given.date, given.show_values, tell, folder);
}

const struct command command_check = {
    .name = "check",
    .operand = WORDS_LATER("ROUND"),
    .summary = WORDS_LATER("read a round's folder and report every mistake in it"),
    .about = WORDS_LATER(
        "Each mistake is one line on standard error: file, line, column, field, what is wrong\n"
        "and what would be right. Warnings are marked; they do not stop husly. The exit status\n"
        "is 3 when there are mistakes.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
