/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/goal_words.h"

#include <string.h>

/* Two parts of a name, `first` ending where the last '/' stands. */
struct parts {
    const char *first, *last;
    int size;
};

static bool split(struct parts *parts, const char *name)
{
    const char *slash = strrchr(name, '/');
    if (slash == NULL)
        return false;
    *parts = (struct parts){name, slash + 1, (int)(slash - name)};
    return true;
}

/* What follows the prefix; NULL when the name begins otherwise. */
static const char *after(const char *name, const char *prefix)
{
    const size_t size = strlen(prefix);
    return strncmp(name, prefix, size) == 0 ? name + size : NULL;
}

static bool say_places(struct text *text, husly_language language, const char *name)
{
    const char *school = after(name, "beyond/school/");
    const char *daycare = after(name, "beyond/daycare/");
    if (school != NULL)
        text_add_words(text, language, "children in %s beyond school places", school);
    else if (daycare != NULL)
        text_add_words(text, language, "children in %s beyond day-care places", daycare);
    return school != NULL || daycare != NULL;
}

static bool say_level(struct text *text, husly_language language, const char *name)
{
    struct parts parts;
    const char *rest = after(name, "even/");
    if (rest == NULL || !split(&parts, rest))
        return false;
    text_add_words(text, language, "persons in %.*s %s per mille above the town", parts.size,
                   parts.first, parts.last);
    return true;
}

static bool say_key(struct text *text, husly_language language, const char *name)
{
    struct parts parts;
    const char *over = after(name, "key_over/");
    const char *under = after(name, "key_under/");
    if ((over == NULL && under == NULL) || !split(&parts, over != NULL ? over : under))
        return false;
    if (over != NULL)
        text_add_words(text, language, "dwelling %s of %.*s above the key", parts.last, parts.size,
                       parts.first);
    else
        text_add_words(text, language, "dwelling %s of %.*s below the key", parts.last, parts.size,
                       parts.first);
    return true;
}

static bool say_meeting(struct text *text, husly_language language, const char *name)
{
    struct parts parts;
    const char *rest = after(name, "together/");
    if (rest == NULL || !split(&parts, rest))
        return false;
    text_add_words(text, language, "group %.*s in area %s", parts.size, parts.first, parts.last);
    return true;
}

bool goal_words_count(struct text *text, husly_language language, const char *name)
{
    return say_places(text, language, name) || say_level(text, language, name) ||
           say_key(text, language, name) || say_meeting(text, language, name);
}

void goal_words_together(struct text *text, husly_language language, const char *name)
{
    struct parts household = {name, "", (int)strlen(name)}, area;
    split(&household, name);
    const char *slash = name + household.size;
    while (slash > name && slash[-1] != '/')
        slash--;
    area = (struct parts){name, slash, slash > name ? (int)(slash - name) - 1 : 0};
    text_add_words(text, language, "%s of group %.*s in area %.*s", household.last, area.size,
                   area.first, (int)(name + household.size - slash), area.last);
}
