/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "output.h"
#include "say.h"

struct export_values {
    const char *path;
    const char *stage;
    struct option_list floors;
    const char *format;
    const char *date;
};

static const struct option_spec options[] = {
    {"output", WORDS_LATER("FILE"), 'o', OPTION_TEXT, offsetof(struct export_values, path),
     WORDS_LATER("the file to write; required"), 0},
    {"stage", WORDS_LATER("STAGE"), 0, OPTION_TEXT, offsetof(struct export_values, stage),
     WORDS_LATER("need, fit or cost [the round's first stage]"), 0},
    {"floor", WORDS_LATER("STAGE=VALUE"), 0, OPTION_LIST, offsetof(struct export_values, floors),
     WORDS_LATER("the value an earlier stage must keep, cost's in øre; once for each"), 0},
    {"format", WORDS_LATER("FORMAT"), 0, OPTION_TEXT, offsetof(struct export_values, format),
     WORDS_LATER("lp or mps [lp]"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct export_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
};

/* The stage of that name; HUSLY_STAGE_END when there is none. */
static husly_stage stage_named(const char *name, size_t size)
{
    husly_stage stage = HUSLY_STAGE_NEED;
    while (stage < HUSLY_STAGE_END && (strlen(husly_stage_name(stage)) != size ||
                                       strncmp(husly_stage_name(stage), name, size) != 0))
        stage++;
    return stage;
}

/* The value that --floor gives for a stage. */
static bool floor_of(const struct option_list *floors, husly_stage stage, int64_t *out)
{
    for (size_t i = 0; i < floors->count; i++) {
        const char *equals = strchr(floors->texts[i], '=');
        if (equals == NULL ||
            stage_named(floors->texts[i], (size_t)(equals - floors->texts[i])) != stage)
            continue;
        char *end = NULL;
        errno = 0;
        *out = strtoll(equals + 1, &end, 10);
        return errno == 0 && end != equals + 1 && *end == '\0';
    }
    return false;
}

static bool is_mps(const struct export_values *given)
{
    return strcmp(given->format, "mps") == 0;
}

static int write_model(const struct opened *opened, const void *asked)
{
    const struct export_values *given = asked;
    const husly_format format = is_mps(given) ? HUSLY_FORMAT_MPS : HUSLY_FORMAT_LP;
    const husly_policy *policy = husly_round_policy(opened->round);
    const husly_stage stage =
        given->stage == NULL ? policy->stages[0] : stage_named(given->stage, strlen(given->stage));
    int64_t floors[HUSLY_STAGE_END] = {0};
    for (int i = 0; i < policy->stage_count && policy->stages[i] != stage; i++) {
        if (!floor_of(&given->floors, policy->stages[i], &floors[i]))
            return options_scold(&command_export, "--floor %s=VALUE is needed for this stage",
                                 husly_stage_name(policy->stages[i]));
    }
    husly_error error = {.language = say_language()};
    if (husly_problem_export(opened->problem, stage, floors, format, given->path, &error) !=
        HUSLY_OK)
        return output_failure(&error, NULL);
    say(stdout, "%s: stage %s written\n", given->path, say_words(husly_stage_name(stage)));
    return EXIT_DONE;
}

static int run(int count, char **words)
{
    struct export_values given = {.format = "lp"};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_export, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);
    if (given.path == NULL)
        return options_scold(&command_export, "-o FILE is missing");
    if (!is_mps(&given) && strcmp(given.format, "lp") != 0)
        return options_scold(&command_export, "--format needs lp or mps");
    if (given.stage != NULL && stage_named(given.stage, strlen(given.stage)) == HUSLY_STAGE_END)
        return options_scold(&command_export, "--stage needs need, fit or cost");

    return output_answer(folder, given.date, false, write_model, &given);
}

const struct command command_export = {
    .name = "export",
    .operand = WORDS_LATER("ROUND"),
    .summary = WORDS_LATER("write one stage's integer program for any other solver"),
    .about = WORDS_LATER(
        "The stages before it become rows that keep the values given with --floor. Names read:\n"
        "right[S12] in MPS, right(S12) in LP, is the row of S12's right. Stage cost is written as\n"
        "what is saved: maximise the øre that a plan costs less than placing nobody.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
