/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "command.h"
#include "output.h"
#include "say.h"

struct init_values {
    const char *language;
};

static const struct option_spec options[] = {
    {"lang", "LANG", 0, OPTION_TEXT, offsetof(struct init_values, language),
     "da for Danish files, or en [en]", 0},
};

static int run(int count, char **words)
{
    struct init_values given = {"en"};
    const char *folder = NULL;
    const enum parsed parsed = options_parse(&command_init, count, words, &given, &folder);
    if (parsed != PARSED)
        return options_status(parsed);
    const bool danish = strcmp(given.language, "da") == 0;
    if (!danish && strcmp(given.language, "en") != 0)
        return options_scold(&command_init, "--lang needs da or en");

    husly_error error = {0};
    if (husly_template_write(folder, danish, &error) != HUSLY_OK)
        return output_failure(&error, NULL);
    printf("%s: empty tables written; %s explains every column and rule\n", folder,
           danish ? "LÆSMIG.txt" : "README.txt");
    return EXIT_DONE;
}

const struct command command_init = {
    .name = "init",
    .operand = WORDS_LATER("FOLDER"),
    .summary = WORDS_LATER("write the files of an empty round, with every column explained"),
    .about =
        WORDS_LATER("The folder must be new or empty. Danish files have semicolons and decimal "
                    "commas, English\n"
                    "ones commas and decimal points. rules.csv holds what the docs recommend.\n"),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
