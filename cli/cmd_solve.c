/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "output.h"
#include "progress.h"
#include "say.h"

struct solve_values {
    const char *command; /* the words of the call, for the record of the run */
    const char *out;
    const char *date;
    bool replace;
    int64_t gap_ppm;
    int64_t work;
    double seconds;
    int64_t threads;
    const char *by;
    bool show_values;
};

static const struct option_spec options[] = {
    {"output", WORDS_LATER("OUT"), 'o', OPTION_TEXT, offsetof(struct solve_values, out),
     WORDS_LATER("the folder to write, new or empty; required"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct solve_values, date),
     WORDS_LATER("the round date; wins over the rule round_date"), 0},
    {"replace", NULL, 0, OPTION_FLAG, offsetof(struct solve_values, replace),
     WORDS_LATER("swap an earlier result of husly in OUT as a whole"), 0},
    {"gap", WORDS_LATER("PERCENT"), 0, OPTION_PERCENT, offsetof(struct solve_values, gap_ppm),
     WORDS_LATER("be content when value and bound are so close [0]"), 0},
    {"work", "N", 0, OPTION_WHOLE, offsetof(struct solve_values, work),
     WORDS_LATER("stop after N units of work"), HUSLY_DEFAULT_WORK},
    {"seconds", "S", 0, OPTION_SECONDS, offsetof(struct solve_values, seconds),
     WORDS_LATER("stop after S seconds; such a result cannot be repeated"), 0},
    {"threads", "N", 0, OPTION_WHOLE, offsetof(struct solve_values, threads),
     WORDS_LATER("work on N parts of the round at a time; never changes the result"), 0},
    {"by", WORDS_LATER("NAME"), 0, OPTION_TEXT, offsetof(struct solve_values, by),
     WORDS_LATER("who asks for the plan, for the record in run.jsonl"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct solve_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

/* More is no mistake, and no help. */
enum { MOST_THREADS = 1000 };

/* The command line as given, for the record of the run; NULL when memory ran out. */
static char *join_words(int count, char *const *words)
{
    size_t room = 1;
    for (int i = 0; i < count; i++)
        room += strlen(words[i]) + 1;
    char *line = calloc(room, 1);
    size_t size = 0;
    for (int i = 0; i < count && line != NULL; i++)
        size += (size_t)snprintf(line + size, room - size, "%s%s", i > 0 ? " " : "", words[i]);
    return line;
}

/* The time goes only into run.jsonl; SOURCE_DATE_EPOCH stands in for it where runs are compared. */
static void tell_time(char out[32])
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    const time_t now = fixed == NULL ? time(NULL) : (time_t)strtoll(fixed, NULL, 10);
    struct tm parts;
    out[0] = '\0';
    if (gmtime_r(&now, &parts) != NULL)
        strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

static int status_of(husly_outcome outcome)
{
    switch (outcome) {
    case HUSLY_PROVEN:
    case HUSLY_WITHIN_GAP:
        return EXIT_DONE;
    case HUSLY_LIMIT:
        return EXIT_LIMIT;
    case HUSLY_INTERRUPTED:
        return EXIT_INTERRUPTED;
    case HUSLY_OUTCOME_END:
        break;
    }
    return EXIT_INTERNAL;
}

static int write_plan(const husly_problem *problem, const husly_plan *plan,
                      const struct solve_values *given)
{
    char now[32];
    tell_time(now);
    const husly_write_options writing = {.replace = given->replace,
                                         .by = given->by,
                                         .now = now[0] == '\0' ? NULL : now,
                                         .command = given->command};
    husly_error error = {.language = say_language()};
    if (husly_result_write(problem, plan, given->out, &writing, &error) != HUSLY_OK ||
        husly_result_describe(problem, plan, say_language(), say_line, NULL, &error) != HUSLY_OK)
        return output_failure(&error, NULL);
    const husly_outcome outcome = husly_plan_outcome(plan);
    if (outcome == HUSLY_LIMIT)
        say(stdout, "A limit stopped the proof; --work and --seconds set it.\n");
    else if (outcome == HUSLY_INTERRUPTED)
        say(stdout, "Interrupted: this is the best plan found until then.\n");
    say(stdout, "%s: written and checked\n", given->out);
    return status_of(outcome);
}

static int solve(const husly_problem *problem, const struct solve_values *given)
{
    husly_error error = {.language = say_language()};
    const husly_solve_options solving = {
        .work = given->work,
        .gap_ppm = given->gap_ppm,
        .seconds = given->seconds,
        .threads = given->threads < MOST_THREADS ? (int)given->threads : MOST_THREADS,
        .on_progress = progress_show,
        .user = (void *)&given->work};
    husly_plan *plan = NULL;
    progress_watch_interrupt();
    const husly_status solved = husly_solve(&plan, problem, &solving, &error);
    progress_end();
    if (solved != HUSLY_OK)
        return output_failure(&error, NULL);
    const int status = write_plan(problem, plan, given);
    husly_plan_free(plan);
    return status;
}

static int probe_and_solve(const struct opened *opened, const void *asked)
{
    const struct solve_values *given = asked;
    husly_error error = {.language = say_language()};
    return husly_result_probe(given->out, given->replace, &error) == HUSLY_OK
               ? solve(opened->problem, given)
               : output_failure(&error, NULL);
}

static int run(int count, char **words)
{
    /* getopt moves the words, so the record of the run takes them first. */
    char *command = join_words(count, words);
    struct solve_values given = {.work = HUSLY_DEFAULT_WORK, .command = command};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_solve, count, words, &given, &folder);
    int status = options_status(parsed);
    if (parsed == PARSED && given.out == NULL)
        status = options_scold(&command_solve, "-o OUT is missing");
    else if (parsed == PARSED)
        status = output_answer(folder, given.date, given.show_values, probe_and_solve, &given);
    free(command);
    return status;
}

const struct command command_solve = {
    .name = "solve",
    .operand = WORDS_LATER("ROUND"),
    .summary = WORDS_LATER("find the best lawful plan, prove how good it is, and write it"),
    .about = WORDS_LATER(
        "Works to proof within a limit of work, which --work sets. The result is the same every\n"
        "time; only --seconds makes it depend on the machine. Ctrl-C writes the best plan so far.\n"
        "\n"
        "Exit status: 0 proven, or the gap reached; 5 a limit stopped the proof; 4 no lawful "
        "plan;\n"
        "3 the input is wrong; 6 a file or the disk; 7 the check failed; 130 interrupted.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
