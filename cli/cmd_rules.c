/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "output.h"
#include "say.h"

static int run(int count, char **words)
{
    const enum parsed parsed = options_parse(&command_rules, count, words, NULL, NULL);
    if (parsed != PARSED)
        return options_status(parsed);
    for (size_t i = 0; i < husly_rule_count(); i++) {
        const husly_rule_info rule = husly_rule(i);
        printf("%s (%s) [%s]\n    %s\n    %s; %s\n", rule.name, rule.danish,
               *rule.fallback == '\0' ? "no default" : rule.fallback, rule.about, rule.source,
               rule.standing);
    }
    return EXIT_DONE;
}

const struct command command_rules = {
    .name = "rules",
    .summary = WORDS_LATER("list every rule of rules.csv with its Danish name, default and source"),
    .about = "",
    .run = run,
};
