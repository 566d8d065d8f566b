/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

static int run(int count, char **words)
{
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_init, count, words, NULL, &folder);
    if (parsed != PARSED)
        return options_status(parsed);

    husly_error error = {.language = say_language()};
    if (husly_template_write(folder, say_language() == HUSLY_DANISH, &error) != HUSLY_OK)
        return output_failure(&error, NULL);
    say(stdout, "%s: empty tables written; README.txt explains every column and rule\n", folder);
    return EXIT_DONE;
}

const struct command command_init = {
    .name = "init",
    .operand = WORDS_LATER("FOLDER"),
    .summary = WORDS_LATER("write the files of an empty round, with every column explained"),
    .about = WORDS_LATER(
        "The folder must be new or empty. With --lang da the files are Danish, with semicolons "
        "and\n"
        "decimal commas; otherwise English, with commas and decimal points. The rules file holds\n"
        "what the docs recommend.\n"),
    .run = run,
};
