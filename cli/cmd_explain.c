/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include "command.h"
#include "output.h"
#include "progress.h"
#include "say.h"

struct explain_values {
    const char *dwelling;
    const char *round;
    const char *date;
    bool json;
    int64_t work;
    double seconds;
    bool show_values;
};

static const struct option_spec options[] = {
    {"dwelling", WORDS_LATER("D"), 0, OPTION_TEXT, offsetof(struct explain_values, dwelling),
     WORDS_LATER("the dwelling asked about; with HOUSEHOLD: these two alone"), 0},
    {"round", WORDS_LATER("ROUND"), 0, OPTION_TEXT, offsetof(struct explain_values, round),
     WORDS_LATER("the round's folder [the one summary.json names]"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct explain_values, date),
     WORDS_LATER("the round date of a plan made by hand; wins over the rule"), 0},
    {"json", NULL, 0, OPTION_FLAG, offsetof(struct explain_values, json),
     WORDS_LATER("tell the same as data; docs/explain.schema.json"), 0},
    {"work", "N", 0, OPTION_WHOLE, offsetof(struct explain_values, work),
     WORDS_LATER("stop each price after N units of work"), HUSLY_DEFAULT_WORK},
    {"seconds", "S", 0, OPTION_SECONDS, offsetof(struct explain_values, seconds),
     WORDS_LATER("stop each price after S seconds; such an answer cannot be repeated"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct explain_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

/* Notes in the bool that `user` is that somebody asked to stop. */
static bool watch(const husly_progress *progress, void *user)
{
    bool *interrupted = user;
    *interrupted = *interrupted || !progress_show(progress, NULL);
    return !*interrupted;
}

static bool is_stopped(const husly_option *option)
{
    bool stopped = option->standing == HUSLY_UNKNOWN;
    for (size_t at = 0; at < option->price_count; at++)
        stopped = stopped || option->prices[at].least != option->prices[at].most;
    return stopped || (option->standing == HUSLY_POSSIBLE && !option->fewest);
}

static bool any_stopped(const husly_explanation *explanation)
{
    for (size_t at = 0; at < husly_explanation_option_count(explanation); at++) {
        const husly_option option = husly_explanation_option(explanation, at);
        if (is_stopped(&option))
            return true;
    }
    return false;
}

static husly_status print(const husly_explanation *explanation, const husly_problem *problem,
                          bool json, husly_error *error)
{
    return json
               ? husly_explanation_json(explanation, problem, say_language(), say_line, NULL, error)
               : husly_explanation_describe(explanation, problem, say_language(), say_line, NULL,
                                            error);
}

/* How the answer ended; what stopped it goes to stderr, so that JSON stays JSON. */
static int finish(const husly_explanation *explanation, bool interrupted)
{
    if (interrupted) {
        say(stderr, "Interrupted: this is what was known until then.\n");
        return EXIT_INTERRUPTED;
    }
    if (!any_stopped(explanation))
        return EXIT_DONE;
    say(stderr, "A limit stopped the search for some prices; --work and --seconds set it.\n");
    return EXIT_LIMIT;
}

static int answer(const husly_result *result, const husly_question *question,
                  const struct explain_values *given)
{
    bool interrupted = false;
    const husly_solve_options solving = {
        .work = given->work, .seconds = given->seconds, .on_progress = watch, .user = &interrupted};
    const husly_problem *problem = husly_result_problem(result);
    husly_error error = {.language = say_language()};
    husly_explanation *explanation = NULL;
    progress_watch_interrupt();
    husly_status status =
        husly_explain(&explanation, problem, husly_result_plan(result), question, &solving, &error);
    progress_end();
    if (status == HUSLY_OK)
        status = print(explanation, problem, given->json, &error);
    const int exit_status =
        status == HUSLY_OK ? finish(explanation, interrupted) : output_failure(&error, NULL);
    husly_explanation_free(explanation);
    return exit_status;
}

static int open_and_answer(const char *folder, const husly_question *question,
                           const struct explain_values *given)
{
    struct listener listener = {0, 0};
    const husly_read_options reading =
        output_read_options(&listener, given->date, given->show_values);
    husly_result *result = NULL;
    husly_error error = {.language = say_language()};
    if (husly_result_open(&result, folder, given->round, &reading, &error) != HUSLY_OK)
        return output_failure(&error, &listener);
    say_as_round(husly_result_round(result));
    const int status = answer(result, question, given);
    husly_result_free(result);
    return status;
}

static int run(int count, char **words)
{
    struct explain_values given = {.work = HUSLY_DEFAULT_WORK};
    const char *operands[2] = {NULL, NULL};
    const enum parsed parsed = options_parse(&command_explain, count, words, &given, operands);
    if (parsed != PARSED)
        return options_status(parsed);
    if (operands[1] == NULL && given.dwelling == NULL)
        return options_scold(&command_explain, "HOUSEHOLD or --dwelling D is missing");
    const husly_question question = {.household_id = operands[1], .dwelling_id = given.dwelling};
    return open_and_answer(operands[0], &question, &given);
}

const struct command command_explain = {
    .name = "explain",
    .operand = WORDS_LATER("OUT"),
    .second_may_lack = true,
    .second_operand = WORDS_LATER("HOUSEHOLD"),
    .summary =
        WORDS_LATER("say why a household has its dwelling, or none, and what others would cost"),
    .about = WORDS_LATER(
        "Goes through every dwelling of the household: what another would cost the plan and who\n"
        "would live elsewhere then, or what stands in the way, in numbers. With --dwelling alone\n"
        "it goes through every household of the dwelling. The result is checked first.\n\n"
        "Exit status: 0 answered; 5 a limit stopped the search for a price; 2 the round lacks\n"
        "the id; 7 the result does not belong to its round; 130 interrupted.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
