/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "output.h"
#include "say.h"

struct prove_values {
    const char *path;
    const char *round;
    const char *date;
    bool show_values;
};

static const struct option_spec options[] = {
    {"output", WORDS_LATER("FILE"), 'o', OPTION_TEXT, offsetof(struct prove_values, path),
     WORDS_LATER("write the whole sum to this new file, for a spreadsheet"), 0},
    {"round", WORDS_LATER("ROUND"), 0, OPTION_TEXT, offsetof(struct prove_values, round),
     WORDS_LATER("the round's folder [the one summary.json names]"), 0},
    {"date", WORDS_LATER("DATE"), 0, OPTION_TEXT, offsetof(struct prove_values, date),
     WORDS_LATER("the round date of a plan made by hand; wins over the rule"), 0},
    {"show-values", NULL, 0, OPTION_FLAG, offsetof(struct prove_values, show_values),
     WORDS_LATER("let messages quote cells, which may be personal"), 0},
};

/* A file that is written, and why it no longer can be; 0 = it can. */
struct sheet {
    FILE *file;
    int trouble;
};

static bool write_line(const char *line, void *user)
{
    struct sheet *sheet = user;
    if (fprintf(sheet->file, "%s\n", line) < 0)
        sheet->trouble = errno;
    return sheet->trouble == 0;
}

static int file_trouble(const char *path, int number)
{
    if (number == EEXIST)
        say(stderr, "husly: %s: is there already, and is left as it is\n", path);
    else
        fprintf(stderr, "husly: %s: %s\n", path, say_words(strerror(number)));
    return EXIT_FILE;
}

/* Writes, and takes back what could not be written whole. */
static int fill_table(const husly_result *result, const char *path, FILE *file)
{
    husly_error error = {.language = say_language()};
    struct sheet sheet = {file, 0};
    const husly_status status =
        husly_result_prove_table(result, say_language(), write_line, &sheet, &error);
    if (fclose(file) != 0 && sheet.trouble == 0)
        sheet.trouble = errno;
    if (sheet.trouble == 0 && status == HUSLY_OK)
        return EXIT_DONE;
    unlink(path);
    return status != HUSLY_OK ? output_failure(&error, NULL) : file_trouble(path, sheet.trouble);
}

static int write_table(const husly_result *result, const char *path)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (file == NULL) {
        const int number = errno;
        if (fd >= 0)
            close(fd);
        return file_trouble(path, number);
    }
    return fill_table(result, path, file);
}

/* The file first: where it cannot be, nothing is said. */
static int prove(const husly_result *result, const char *path)
{
    const int status = path != NULL ? write_table(result, path) : EXIT_DONE;
    if (status != EXIT_DONE)
        return status;
    husly_error error = {.language = say_language()};
    if (husly_result_prove(result, say_language(), say_line, NULL, &error) != HUSLY_OK)
        return output_failure(&error, NULL);
    if (path != NULL)
        say(stdout, "%s: written\n", path);
    return EXIT_DONE;
}

static int run(int count, char **words)
{
    struct prove_values given = {0};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_prove, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);

    struct listener listener = {0, 0};
    const husly_read_options reading =
        output_read_options(&listener, given.date, given.show_values);
    husly_result *result = NULL;
    husly_error error = {.language = say_language()};
    if (husly_result_open(&result, folder, given.round, &reading, &error) != HUSLY_OK)
        return output_failure(&error, &listener);
    say_as_round(husly_result_round(result));
    const int status = prove(result, given.path);
    husly_result_free(result);
    return status;
}

const struct command command_prove = {
    .name = "prove",
    .operand = WORDS_LATER("OUT"),
    .summary = WORDS_LATER("tell on one page why no plan places more or has more points"),
    .about = WORDS_LATER(
        "Checks the result as husly verify does, then tells how many are placed and how many a\n"
        "plan could place at most, and for each stage the sum that proves that no plan has more\n"
        "points; docs/prove.md explains the page with an example.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
