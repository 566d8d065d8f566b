/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

struct verify_values {
    const char *round;
    const char *date;
    bool show_values;
};

static const struct option_spec options[] = {
    {"round", WORDS_LATER("ROUND"), 0, OPTION_TEXT, offsetof(struct verify_values, round),
     WORDS_LATER("the round's folder [the one summary.json names]"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct verify_values, date),
     WORDS_LATER("the round date of a plan made by hand; wins over the rule"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct verify_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

static void print_report(const char *folder, const husly_verify_report *report)
{
    say(stdout, "%s: the plan keeps every rule; %zu of %zu households are placed\n", folder,
        report->placed, report->households);
    if (report->hand_made)
        say(stdout, "The plan was made by hand, so no bound was checked.\n");
    for (size_t i = 0; i < report->stage_count; i++) {
        const husly_stage_result *stage = &report->stages[i];
        const char *const proven =
            say_words(stage->proven ? WORDS_LATER("proven") : WORDS_LATER("not proven"));
        char value[SAY_KRONER_SIZE], bound[SAY_KRONER_SIZE];
        if (stage->stage == HUSLY_STAGE_COST)
            say(stdout, "%s: %s kr., lower bound %s kr., %s\n",
                say_words(husly_stage_name(stage->stage)), say_kroner(value, stage->value),
                say_kroner(bound, stage->bound), proven);
        else
            say(stdout, "%s: %lld, bound %lld, %s\n", say_words(husly_stage_name(stage->stage)),
                (long long)stage->value, (long long)stage->bound, proven);
    }
}

static int run(int count, char **words)
{
    struct verify_values given = {0};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_verify, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);

    struct listener listener = {0, 0};
    const husly_read_options reading =
        output_read_options(&listener, given.date, given.show_values);
    husly_verify_report report = {0};
    husly_error error = {.language = say_language()};
    const husly_status status = husly_verify(folder, given.round, &reading, &report, &error);
    say_as(report.language);
    if (status != HUSLY_OK)
        return output_failure(&error, &listener);
    print_report(folder, &report);
    return EXIT_DONE;
}

const struct command command_verify = {
    .name = "verify",
    .operand = WORDS_LATER("OUT"),
    .summary = WORDS_LATER("check a result against its round: rules, figures and bounds"),
    .about = WORDS_LATER(
        "Reads the round and the result again and checks both in whole numbers, without the\n"
        "solver. OUT may also hold only a placements.csv with household_id and dwelling_id, made\n"
        "by hand: then --round is required. The exit status is 7 when anything disagrees, an\n"
        "input that has changed included.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
