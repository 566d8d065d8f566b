/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading rounds from memory in tests. */
#ifndef HUSLY_TESTS_SUPPORT_PARSE_H
#define HUSLY_TESTS_SUPPORT_PARSE_H

#include <stdio.h>
#include <string.h>

#include "io/read/read_round.h"

static inline bool parse_year_is_shipped(int year)
{
    return year == 2021 || year == 2025;
}

static inline bool parse_print(const husly_finding *finding, void *user)
{
    int *count = user;
    *count += finding->severity == HUSLY_MISTAKE;
    printf("  %s:%d:%d: %s: %s\n", finding->source, (int)finding->line, (int)finding->column,
           finding->field, finding->text);
    return true;
}

static inline struct source parse_text(const char *name, const char *text)
{
    return (struct source){name, text, strlen(text)};
}

/* The round, or NULL after printing why not. */
static inline husly_round *parse_round(const struct source sources[TABLE_END])
{
    int mistakes = 0;
    const husly_read_options options = {.on_finding = parse_print, .user = &mistakes};
    husly_round *round = NULL;
    round_parse(&round, sources, &options, parse_year_is_shipped, NULL);
    return round;
}

#endif
