/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "say.h"

#include <stdarg.h>
#include <string.h>

/* One program speaks to one reader. */
static husly_language asked, spoken;

husly_language say_language(void)
{
    return asked;
}

void say_in(husly_language language)
{
    asked = spoken = language;
}

void say_as_round(const husly_round *round)
{
    if (asked == HUSLY_LANGUAGE_AUTO)
        spoken = husly_round_language(round);
}

bool say_find_language(const char *name, husly_language *out)
{
    const bool danish = strcmp(name, "da") == 0;
    *out = danish ? HUSLY_DANISH : HUSLY_ENGLISH;
    return danish || strcmp(name, "en") == 0;
}

void say(FILE *to, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    vfprintf(to, husly_words(spoken, english), parts);
    va_end(parts);
}

bool say_line(const char *line, void *user)
{
    (void)user;
    printf("%s\n", line);
    return true;
}
