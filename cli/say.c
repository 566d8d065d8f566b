/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "say.h"

#include <stdarg.h>
#include <string.h>

/* One program speaks to one reader. */
static husly_language spoken;
static bool was_asked;

husly_language say_language(void)
{
    return spoken;
}

bool say_in(const char *name)
{
    const bool danish = strcmp(name, "da") == 0;
    if (!danish && strcmp(name, "en") != 0)
        return false;
    spoken = danish ? HUSLY_DANISH : HUSLY_ENGLISH;
    was_asked = true;
    return true;
}

bool say_in_asked(int count, char *const *words)
{
    static const char option[] = "--lang";
    const size_t size = sizeof option - 1;
    for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++) {
        if (strncmp(words[i], option, size) != 0)
            continue;
        const char *const behind = words[i] + size;
        if (*behind == '=' && !say_in(behind + 1))
            return false;
        if (*behind == '\0' && (++i == count || !say_in(words[i])))
            return false;
    }
    return true;
}

void say_as(husly_language language)
{
    if (!was_asked && language != HUSLY_LANGUAGE_AUTO)
        spoken = language;
}

void say_as_round(const husly_round *round)
{
    say_as(husly_round_language(round));
}

const char *say_words(const char *english)
{
    return husly_words(spoken, english);
}

void say(FILE *to, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    vfprintf(to, husly_words(spoken, english), parts);
    va_end(parts);
}

const char *say_kroner(char out[SAY_KRONER_SIZE], int64_t amount)
{
    const uint64_t size = amount < 0 ? -(uint64_t)amount : (uint64_t)amount;
    const unsigned int ore = (unsigned int)(size % 100);
    int end = snprintf(out, SAY_KRONER_SIZE, "%s%llu", amount < 0 ? "-" : "",
                       (unsigned long long)(size / 100));
    if (ore > 0)
        snprintf(out + end, SAY_KRONER_SIZE - (size_t)end, "%c%02u",
                 spoken == HUSLY_DANISH ? ',' : '.', ore);
    return out;
}

/* Danish letters are two bytes; those behind the first begin with the bits 10. */
static int characters_of(const char *text)
{
    int count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

void say_padded(FILE *to, const char *text, int width)
{
    const int used = characters_of(text);
    fprintf(to, "%s%*s", text, used < width ? width - used : 0, "");
}

bool say_line(const char *line, void *user)
{
    (void)user;
    printf("%s\n", line);
    return true;
}
