/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <inttypes.h>
#include <stdio.h>

#include "say.h"

/* How many bytes of a text are one control character, which a terminal obeys: those below a blank,
 * DEL, and U+0080 to U+009F. */
static size_t control_size(const char *text)
{
    const unsigned char first = (unsigned char)text[0];
    if (first < 0x20 || first == 0x7f)
        return 1;
    return first == 0xc2 && ((unsigned char)text[1] & 0xe0) == 0x80 ? 2 : 0;
}

/* What a file holds, such as the name of a folder in summary.json, may have been put there to play
 * on the reader's terminal: each control character becomes a blank. */
static void print_plain(const char *text)
{
    while (*text != '\0') {
        size_t plain = 0;
        while (text[plain] != '\0' && control_size(text + plain) == 0)
            plain++;
        fwrite(text, 1, plain, stderr);
        text += plain;
        if (*text == '\0')
            break;
        fputc(' ', stderr);
        text += control_size(text);
    }
}

/* "households.csv:17:4: children: ", without the parts that are not known. */
static void print_place(const char *source, int64_t line, int64_t column, const char *field)
{
    print_plain(source);
    if (line > 0)
        fprintf(stderr, ":%" PRId64, line);
    if (line > 0 && column > 0)
        fprintf(stderr, ":%" PRId64, column);
    if (*source != '\0')
        fputs(": ", stderr);
    print_plain(field);
    if (*field != '\0')
        fputs(": ", stderr);
}

bool output_finding(const husly_finding *finding, void *user)
{
    struct listener *listener = user;
    say_as(finding->language);
    if (finding->severity == HUSLY_WARNING) {
        listener->warnings++;
        say(stderr, "warning: ");
    } else {
        listener->mistakes++;
    }
    print_place(finding->source, finding->line, finding->column, finding->field);
    print_plain(finding->text);
    fputc('\n', stderr);
    return true;
}

husly_read_options output_read_options(struct listener *listener, const char *date,
                                       bool show_values)
{
    return (husly_read_options){.date = date,
                                .show_values = show_values,
                                .language = say_language(),
                                .on_finding = output_finding,
                                .user = listener};
}

static int exit_status(husly_status status)
{
    switch (status) {
    case HUSLY_OK:
        return EXIT_DONE;
    case HUSLY_E_ARGUMENT:
        return EXIT_USAGE;
    case HUSLY_E_INPUT:
        return EXIT_INPUT;
    case HUSLY_E_CONFLICT:
        return EXIT_CONFLICT;
    case HUSLY_E_FILE:
        return EXIT_FILE;
    case HUSLY_E_CHECK:
        return EXIT_CHECK;
    case HUSLY_E_REFUSED:
        return EXIT_REFUSED;
    case HUSLY_E_MEMORY:
    case HUSLY_E_SOLVER:
    case HUSLY_E_INTERNAL:
    case HUSLY_STATUS_END:
        return EXIT_INTERNAL;
    }
    return EXIT_INTERNAL;
}

static void print_error(const husly_error *error)
{
    const char *text = error->text;
    fputs("husly: ", stderr);
    print_place(error->source, error->line, error->column, error->field);
    print_plain(*text == '\0' ? say_words(husly_status_text(error->status)) : text);
    fputc('\n', stderr);
}

int output_failure(const husly_error *error, const struct listener *listener)
{
    enum { SHOWN_AT_MOST = 100 };
    const bool told = error->status == HUSLY_E_INPUT || error->status == HUSLY_E_ARGUMENT ||
                      error->status == HUSLY_E_CHECK;
    say_as(error->language);
    const int mistakes = listener == NULL || !told ? 0 : listener->mistakes;
    if (mistakes == 0)
        print_error(error);
    else if (mistakes >= SHOWN_AT_MOST)
        say(stderr, "husly: the first %d mistakes are shown; there may be more\n", mistakes);
    else if (mistakes == 1)
        say(stderr, "husly: 1 mistake\n");
    else
        say(stderr, "husly: %d mistakes\n", mistakes);
    return exit_status(error->status);
}

static bool open_round(struct opened *opened, const char *folder, const husly_read_options *options,
                       int *status)
{
    husly_error error = {.language = say_language()};
    if (husly_round_read(&opened->round, folder, options, &error) == HUSLY_OK) {
        say_as_round(opened->round);
        if (husly_problem_new(&opened->problem, opened->round, NULL, &error) == HUSLY_OK)
            return true;
    }
    *status = output_failure(&error, &opened->listener);
    return false;
}

int output_answer(const char *folder, const char *date, bool show_values, answer_fn *answer,
                  const void *asked)
{
    struct opened opened = {.round = NULL};
    const husly_read_options reading = output_read_options(&opened.listener, date, show_values);
    int status = EXIT_DONE;
    if (open_round(&opened, folder, &reading, &status))
        status = answer(&opened, asked);
    husly_problem_free(opened.problem);
    husly_round_free(opened.round);
    return status;
}
