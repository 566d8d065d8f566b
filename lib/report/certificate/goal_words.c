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

/* Whether the name is GROUP/AREA/HOUSEHOLD, the household being of the group. */
static bool is_of_member(const husly_problem *problem, const char *name)
{
    struct parts parts;
    const int household = split(&parts, name) ? problem_find_household(problem, parts.last) : NONE;
    if (household == NONE || problem->households[household].group == NONE)
        return false;
    const char *label = problem->groups[problem->households[household].group];
    const char *area = after(name, label);
    return area != NULL && *area == '/' && strchr(area + 1, '/') == parts.last - 1;
}

void goal_words_together(struct text *text, husly_language language, const husly_problem *problem,
                         const char *name)
{
    struct parts last = {name, "", (int)strlen(name)};
    split(&last, name);
    if (!is_of_member(problem, name)) {
        text_add_words(text, language, "households of group %.*s in area %s", last.size, last.first,
                       last.last);
        return;
    }
    const char *slash = name + last.size;
    while (slash > name && slash[-1] != '/')
        slash--;
    const struct parts place = {name, slash, slash > name ? (int)(slash - name) - 1 : 0};
    text_add_words(text, language, "%s of group %.*s in area %.*s", last.last, place.size,
                   place.first, (int)(name + last.size - slash), place.last);
}
