/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything that would take a household is closed by the right, or by a limit. */
#include "base/amount.h"
#include "report/reason/help_parts.h"
#include "report/verify/right_count.h"

static const struct section *section_of(const struct phrase *phrase, int dwelling)
{
    return &phrase->problem->sections[phrase->problem->dwellings[dwelling].section];
}

/* The unit's name as in summary.json. */
static void add_unit(const struct phrase *phrase, int dwelling)
{
    const husly_problem *problem = phrase->problem;
    const struct section *section = section_of(phrase, dwelling);
    const bool pooled = right_count_is_joint(problem, section);
    const bool youth =
        problem->policy.right_kinds_apart && problem->dwellings[dwelling].kind == HUSLY_KIND_YOUTH;
    text_add_string(phrase->out,
                    pooled ? problem->organisations[section->organisation].id : section->id);
    if (!pooled && problem_section_needs_mark(problem, section))
        text_add_string(phrase->out, "/section");
    text_add_string(phrase->out, youth ? "/youth" : "");
}

static void add_way(const struct phrase *phrase, int dwelling)
{
    const struct section *section = section_of(phrase, dwelling);
    const int64_t missing = survey_vacancies_missing(phrase->reasons, dwelling);
    const bool agrees = section->organisation != NONE;
    phrase_add(phrase, "in ");
    add_unit(phrase, dwelling);
    if (agrees)
        phrase_add(phrase, " with one extra dwelling agreed with %s",
                   phrase->problem->organisations[section->organisation].id);
    if (agrees && missing > 0)
        phrase_add(phrase, " or");
    if (missing == 1)
        phrase_add(phrase, " with 1 more vacancy");
    else if (missing > 1)
        phrase_add(phrase, " with %lld more vacancies", (long long)missing);
    else if (!agrees)
        phrase_add(phrase, " with a larger right");
}

static bool is_new_unit(const struct phrase *phrase, const int *known, int count, int dwelling)
{
    for (int at = 0; at < count; at++) {
        if (survey_same_unit(phrase->problem, known[at], dwelling))
            return false;
    }
    return true;
}

/* Whether the dwelling would take the household, and is closed by this; NULL: is not closed. */
static bool would_take(const struct phrase *phrase, int dwelling, const char *closed)
{
    return reasons_take(phrase->reasons, dwelling) &&
           text_equal(survey_closed(phrase->problem, dwelling).what, closed);
}

static bool would_any(const struct phrase *phrase, const char *closed)
{
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (would_take(phrase, d, closed))
            return true;
    }
    return false;
}

static void help_units(const struct phrase *phrase)
{
    int known[HELP_PLACES];
    int count = 0;
    phrase_add(phrase, "One dwelling could be taken ");
    for (int d = 0; d < phrase->problem->dwelling_count && count < HELP_PLACES; d++) {
        if (!would_take(phrase, d, NULL) || !is_new_unit(phrase, known, count, d))
            continue;
        text_add_string(phrase->out, count > 0 ? "; " : "");
        add_way(phrase, d);
        known[count++] = d;
    }
    text_add_string(phrase->out, ".");
}

static void help_offered(const struct phrase *phrase)
{
    struct text names = {0};
    int count = 0;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!would_take(phrase, d, "not_offered"))
            continue;
        if (count < HELP_PLACES)
            text_add_format(&names, "%s%s", count > 0 ? ", " : "",
                            phrase->problem->dwellings[d].id);
        else if (count == HELP_PLACES)
            text_add_string(&names, ", …");
        count++;
    }
    if (count == 1)
        phrase_add(phrase, "%s would have to be offered to the municipality.", text_string(&names));
    else
        phrase_add(phrase, "One of %s would have to be offered to the municipality: %s.",
                   piece_dwellings(phrase, count).words, text_string(&names));
    phrase->out->failed = phrase->out->failed || names.failed;
    text_free(&names);
}

void help_right(const struct phrase *phrase)
{
    if (would_any(phrase, NULL))
        help_units(phrase);
    else if (would_any(phrase, "not_offered"))
        help_offered(phrase);
    else
        help_closed(phrase);
}

/* A share's limit is told in hundredths of a per cent, and none is above all of them. */
static void add_share(const struct phrase *phrase, int64_t least, const char *unit)
{
    if (least > 10000) {
        phrase_add(phrase, "no limit on the share in %s", unit);
        return;
    }
    struct text share = {0};
    amount_add(&share, least, phrase->language == HUSLY_DANISH ? ',' : '.');
    phrase_add(phrase, "a share of %s %% in %s", text_string(&share), unit);
    phrase->out->failed = phrase->out->failed || share.failed;
    text_free(&share);
}

static void add_limit(const struct phrase *phrase, enum cap cap, int64_t least, int dwelling)
{
    const struct section *section = section_of(phrase, dwelling);
    const char *area = section->area != NONE ? phrase->problem->areas[section->area].id : "";
    switch (cap) {
    case CAP_AREA_PERSONS:
        phrase_add(phrase, "a limit of %s in %s", piece_persons(phrase, least).words, area);
        break;
    case CAP_AREA_CHILDREN:
        phrase_add(phrase, "a limit of %s in %s", piece_children(phrase, least).words, area);
        break;
    case CAP_AREA_SHARE:
        add_share(phrase, least, area);
        break;
    case CAP_SECTION_HOUSEHOLDS:
        phrase_add(phrase, "a limit of %s in %s", piece_households(phrase, least).words,
                   section->id);
        break;
    case CAP_SECTION_SHARE:
        add_share(phrase, least, section->id);
        break;
    case CAP_GROUP:
        phrase_add(phrase, "a limit of %s of one group in an area",
                   piece_persons(phrase, least).words);
        break;
    case CAP_SINGLES:
        phrase_add(phrase, "a limit of %s in %s", piece_singles(phrase, least).words,
                   phrase->problem->dwellings[dwelling].id);
        break;
    case CAP_LEAST:
        phrase_add(phrase, "%s opening with %s", phrase->problem->dwellings[dwelling].id,
                   piece_persons(phrase, least).words);
        break;
    case CAP_NONE:
        break;
    }
}

/* All limits that one dwelling would need, joined. */
static void add_limits(const struct phrase *phrase, int dwelling)
{
    struct cap_limit limits[CAP_NONE];
    bool any = false;
    survey_limits(phrase->reasons, dwelling, limits);
    for (int cap = 0; cap < CAP_NONE; cap++) {
        if (!limits[cap].exceeded)
            continue;
        if (any)
            phrase_add(phrase, " and ");
        add_limit(phrase, (enum cap)cap, limits[cap].least, dwelling);
        any = true;
    }
}

static bool is_told(const struct text *told, int count)
{
    for (int at = 0; at < count; at++) {
        if (text_equal(text_string(&told[at]), text_string(&told[count])))
            return true;
    }
    return false;
}

/* The ways in, each once; several dwellings often need the same. */
static int find_ways(const struct phrase *phrase, struct text ways[HELP_PLACES])
{
    int count = 0;
    for (int d = 0; d < phrase->problem->dwelling_count && count < HELP_PLACES; d++) {
        if (!reasons_take(phrase->reasons, d))
            continue;
        const struct phrase inner = phrase_into(phrase, &ways[count]);
        add_limits(&inner, d);
        phrase->out->failed = phrase->out->failed || ways[count].failed;
        if (!is_told(ways, count)) {
            count++;
            continue;
        }
        text_free(&ways[count]);
        ways[count] = (struct text){0};
    }
    return count;
}

void help_cap(const struct phrase *phrase)
{
    struct text ways[HELP_PLACES] = {{0}};
    const int count = find_ways(phrase, ways);
    if (count == 1)
        phrase_add(phrase, "This would let it in, if nobody else were placed: ");
    else
        phrase_add(phrase, "One of these would let it in, if nobody else were placed: ");
    for (int at = 0; at < count; at++) {
        text_add_format(phrase->out, "%s%s", at > 0 ? "; " : "", text_string(&ways[at]));
        text_free(&ways[at]);
    }
    text_add_string(phrase->out, ".");
}
