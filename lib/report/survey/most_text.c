/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/most_text.h"

#include "base/amount.h"
#include "base/words.h"
#include "base/wrap.h"
#include "report/reason/reason_survey.h"

enum { LINE_WIDTH = 100 };

/* What is told, to whom, and where it goes. */
struct tale {
    const husly_problem *problem;
    husly_language language;
    struct text *out;
};

static const char *const code_reasons[][2] = {
    {"kind", WORDS_LATER(" because of the kind of the dwellings")},
    {"size", WORDS_LATER(" because of the size of the dwellings")},
    {"rent", WORDS_LATER(" because of the rent")},
    {"access", WORDS_LATER(" because of the access")},
    {"area", WORDS_LATER(" because of the area")},
    {"time", WORDS_LATER(" because of the time")},
    {"decision", WORDS_LATER(" because of decisions")},
    {"several", WORDS_LATER(" because of several rules together")},
    {"party", WORDS_LATER(" because no dwelling takes the whole party")},
    {"near", WORDS_LATER(" because no section has a dwelling for all who are to live near one "
                         "another")},
    {"right", WORDS_LATER(" because the right leaves nothing where it is lawful to live")},
    {"cap", WORDS_LATER(" because a limit leaves too little where it is lawful to live")}};
enum { CODE_COUNT = sizeof code_reasons / sizeof code_reasons[0] };

static void add_households(const struct tale *tale, int64_t count)
{
    if (count == 1)
        text_add_words(tale->out, tale->language, "1 household");
    else
        text_add_words(tale->out, tale->language, "%lld households", (long long)count);
}

static void add_dwellings(const struct tale *tale, int64_t count)
{
    if (count == 1)
        text_add_words(tale->out, tale->language, "1 dwelling");
    else
        text_add_words(tale->out, tale->language, "%lld dwellings", (long long)count);
}

/* Why a lawful dwelling may be of no use even before others are placed; offers bind only where the
 * right takes nothing else. */
enum bar { BAR_LIMIT, BAR_OFFER, BAR_CLOSED };

static enum bar bar_of(const struct tale *tale)
{
    for (int d = 0; d < tale->problem->dwelling_count; d++) {
        if (survey_closed_otherwise(tale->problem, d))
            return BAR_CLOSED;
    }
    return tale->problem->policy.right_offered_only ? BAR_OFFER : BAR_LIMIT;
}

/* A code's reason, `code` being its place among them. */
static const char *code_reason(const struct tale *tale, int code)
{
    if (text_equal(code_reasons[code][0], "right") && bar_of(tale) == BAR_CLOSED)
        return WORDS_LATER(" because what is lawful is closed, or the right leaves nothing there");
    return code_reasons[code][1];
}

static void tell_code(const struct tale *tale, const struct most *most, int code)
{
    int count = 0;
    for (int b = 0; b < most->barred_count; b++)
        count += text_equal(most->barred[b].code, code_reasons[code][0]);
    if (count == 0)
        return;
    add_households(tale, count);
    text_add_words(tale->out, tale->language, " can get no dwelling%s (%s): ",
                   husly_words(tale->language, code_reason(tale, code)),
                   husly_words(tale->language, code_reasons[code][0]));
    bool first = true;
    for (int b = 0; b < most->barred_count; b++) {
        if (!text_equal(most->barred[b].code, code_reasons[code][0]))
            continue;
        text_add_format(tale->out, "%s%s", first ? "" : ", ",
                        tale->problem->households[most->barred[b].household].id);
        first = false;
    }
    text_add_string(tale->out, ".\n");
}

/* What the members of a group have in common. */
struct traits {
    bool step_free, has_budget;
    int fewest, most; /* persons */
    husly_amount budget;
};

static struct traits traits_of(const husly_problem *problem, const struct most_group *group)
{
    struct traits traits = {true, problem->policy.affordability, INT32_MAX, 0, INT64_MIN};
    for (int k = 0; k < group->household_count; k++) {
        const struct household *people = &problem->households[group->households[k]];
        traits.step_free = traits.step_free && people->step_free;
        traits.has_budget = traits.has_budget && people->has_budget && people->adults > 0;
        traits.fewest = people->persons < traits.fewest ? people->persons : traits.fewest;
        traits.most = people->persons > traits.most ? people->persons : traits.most;
        traits.budget = people->budget > traits.budget ? people->budget : traits.budget;
    }
    return traits;
}

/* A budget says something where at least half of the permanent dwellings cost more. */
static bool is_budget_small(const husly_problem *problem, husly_amount budget)
{
    int permanent = 0;
    int dearer = 0;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct dwelling *home = &problem->dwellings[d];
        if (home->kind == HUSLY_KIND_TRANSIT)
            continue;
        permanent++;
        dearer += home->rent + home->utilities > budget;
    }
    return 2 * dearer >= permanent;
}

static void add_persons(const struct tale *tale, const struct traits *traits)
{
    enum { LARGE_FROM = 4 };
    if (traits->most == 1)
        text_add_words(tale->out, tale->language, ", all single persons");
    else if (traits->fewest == traits->most)
        text_add_words(tale->out, tale->language, ", all of %d persons", traits->most);
    else if (traits->fewest >= LARGE_FROM)
        text_add_words(tale->out, tale->language, ", all of %d or more persons", traits->fewest);
}

static void add_traits(const struct tale *tale, const struct most_group *group)
{
    const struct traits traits = traits_of(tale->problem, group);
    if (group->household_count < 2)
        return;
    add_persons(tale, &traits);
    if (traits.step_free)
        text_add_words(tale->out, tale->language, ", all in need of step-free access");
    if (!traits.has_budget || !is_budget_small(tale->problem, traits.budget))
        return;
    struct text kroner = {0};
    amount_add(&kroner, traits.budget, tale->language == HUSLY_DANISH ? ',' : '.');
    text_add_words(tale->out, tale->language, ", all with at most %s kr. to pay",
                   text_string(&kroner));
    tale->out->failed = tale->out->failed || kroner.failed;
    text_free(&kroner);
}

static void add_members(const struct tale *tale, const struct most_group *group)
{
    for (int k = 0; k < group->household_count; k++)
        text_add_format(tale->out, "%s%s", k == 0 ? ": " : ", ",
                        tale->problem->households[group->households[k]].id);
}

static bool is_plain_dwelling(const struct most_limit *limit)
{
    return limit->kind == MOST_DWELLING && limit->places == 1;
}

static bool is_large_dwelling(const struct most_limit *limit)
{
    return limit->kind == MOST_DWELLING && limit->places != 1;
}

static bool is_unit(const struct most_limit *limit)
{
    return limit->kind == MOST_UNIT;
}

/* The names of one sort of limits, "S1 (1), S4 (0)" where each gives its own number; their sum. */
static int64_t add_limits(const struct tale *tale, const struct most_group *group,
                          bool (*is_wanted)(const struct most_limit *), bool numbered)
{
    int64_t sum = 0;
    bool first = true;
    for (int l = 0; l < group->limit_count; l++) {
        const struct most_limit *limit = &group->limits[l];
        if (!is_wanted(limit))
            continue;
        text_add_format(tale->out, "%s%s", first ? "" : ", ", limit->name);
        if (numbered)
            text_add_format(tale->out, " (%lld)", (long long)limit->places);
        first = false;
        sum += limit->places;
    }
    return sum;
}

static int count_limits(const struct most_group *group,
                        bool (*is_wanted)(const struct most_limit *))
{
    int count = 0;
    for (int l = 0; l < group->limit_count; l++)
        count += is_wanted(&group->limits[l]);
    return count;
}

/* "in …", or ", or in …" after another one. */
static void add_in(const struct tale *tale, bool *first)
{
    text_add_words(tale->out, tale->language,
                   *first ? WORDS_LATER(" in ") : WORDS_LATER(", or in "));
    *first = false;
}

static void add_plain_dwellings(const struct tale *tale, const struct most_group *group,
                                bool *first)
{
    const int count = count_limits(group, is_plain_dwelling);
    if (count == 0)
        return;
    add_in(tale, first);
    if (count > 1)
        text_add_words(tale->out, tale->language, "these %d dwellings: ", count);
    add_limits(tale, group, is_plain_dwelling, false);
}

static void add_large_dwellings(const struct tale *tale, const struct most_group *group,
                                bool *first)
{
    const int count = count_limits(group, is_large_dwelling);
    if (count == 0)
        return;
    add_in(tale, first);
    const int64_t sum = add_limits(tale, group, is_large_dwelling, count > 1);
    text_add_words(tale->out, tale->language, ", with room for ");
    add_households(tale, sum);
}

static void add_units(const struct tale *tale, const struct most_group *group, bool *first)
{
    const int count = count_limits(group, is_unit);
    if (count == 0)
        return;
    add_in(tale, first);
    const int64_t sum = add_limits(tale, group, is_unit, count > 1);
    text_add_words(tale->out, tale->language, ", where the right gives ");
    add_dwellings(tale, sum);
}

static void add_extras(const struct tale *tale, const struct most_group *group)
{
    for (int l = 0; l < group->limit_count; l++) {
        if (group->limits[l].kind == MOST_EXTRAS)
            text_add_words(tale->out, tale->language, ", and %s %lld beyond the right",
                           group->limits[l].name, (long long)group->limits[l].places);
    }
}

static void add_places(const struct tale *tale, const struct most_group *group)
{
    static const char *const none[] = {
        [BAR_LIMIT] = WORDS_LATER(" None of the lawful dwellings can be used: a limit leaves too "
                                  "little there."),
        [BAR_OFFER] = WORDS_LATER(" None of the lawful dwellings can be used: they are not "
                                  "offered, or a limit leaves too little there."),
        [BAR_CLOSED] = WORDS_LATER(" None of the lawful dwellings can be used: they are closed in "
                                   "this round, or a limit leaves too little there.")};
    if (group->limit_count == 0) {
        text_add_string(tale->out, husly_words(tale->language, none[bar_of(tale)]));
        return;
    }
    bool first = true;
    if (group->household_count == 1)
        text_add_words(tale->out, tale->language, " It can live only");
    else
        text_add_words(tale->out, tale->language, " They can live only");
    add_plain_dwellings(tale, group, &first);
    add_large_dwellings(tale, group, &first);
    add_units(tale, group, &first);
    add_extras(tale, group);
    text_add_string(tale->out, ".");
}

static void add_sum(const struct tale *tale, const struct most_group *group)
{
    const int count = group->household_count;
    const long long places = group->places;
    if (count == 1)
        text_add_words(tale->out, tale->language, " So it must do without.");
    else if (places == 0)
        text_add_words(tale->out, tale->language, " So all %d must do without.", count);
    else
        text_add_words(
            tale->out, tale->language,
            " So at most %lld of the %d get a dwelling, and at least %lld must do without.", places,
            count, count - places);
}

static void tell_group(const struct tale *tale, const struct most *most,
                       const struct most_group *group)
{
    static const char *const others[] = {
        [BAR_LIMIT] = WORDS_LATER(" In other lawful dwellings a limit leaves too little."),
        [BAR_OFFER] = WORDS_LATER(" Other lawful dwellings are not offered, or a limit leaves too "
                                  "little there."),
        [BAR_CLOSED] = WORDS_LATER(" Other lawful dwellings are closed in this round, or a limit "
                                   "leaves too little there.")};
    const int count = group->household_count;
    if (count == 1)
        text_add_words(tale->out, tale->language, "No dwelling can be had for 1 household");
    else if (count == most->household_count)
        text_add_words(tale->out, tale->language, "Too few dwellings are open to all %d households",
                       count);
    else if (count + most->barred_count == most->household_count)
        text_add_words(tale->out, tale->language,
                       "Too few dwellings are open to all the other %d households", count);
    else
        text_add_words(tale->out, tale->language,
                       "Too few dwellings are open to these %d households", count);
    add_traits(tale, group);
    if (count == 1 || count + most->barred_count < most->household_count)
        add_members(tale, group);
    text_add_string(tale->out, ".");
    add_places(tale, group);
    if (group->narrowed && group->limit_count > 0)
        text_add_string(tale->out, husly_words(tale->language, others[bar_of(tale)]));
    add_sum(tale, group);
    text_add_string(tale->out, "\n");
}

static void tell_bound(const struct tale *tale, const struct most *most)
{
    if (most->bound == most->household_count) {
        if (most->household_count == 0)
            text_add_words(tale->out, tale->language, "There is no household in the round.");
        else
            text_add_words(
                tale->out, tale->language,
                "No simple argument keeps anybody out: as far as it goes, all %d households "
                "could be placed.",
                most->household_count);
        text_add_string(tale->out, "\n");
        return;
    }
    struct text sum = {0};
    text_add_format(&sum, "%d", most->household_count);
    if (most->barred_count > 0)
        text_add_format(&sum, " − %d", most->barred_count);
    for (int g = 0; g < most->group_count; g++)
        text_add_format(&sum, " − %lld",
                        (long long)(most->groups[g].household_count - most->groups[g].places));
    if (most->household_count == 1)
        text_add_words(tale->out, tale->language,
                       "So nobody can be placed in a permanent dwelling.");
    else
        text_add_words(tale->out, tale->language,
                       "Of %d households at most %s = %lld can be placed in permanent dwellings.",
                       most->household_count, text_string(&sum), (long long)most->bound);
    text_add_string(tale->out, "\n");
    tale->out->failed = tale->out->failed || sum.failed;
    text_free(&sum);
}

void most_tell_plain(struct text *text, const husly_problem *problem, const struct most *most,
                     husly_language language)
{
    const struct tale tale = {problem, language, text};
    if (problem->dwelling_count == 0 && most->household_count > 0) {
        text_add_words(text, language,
                       "There is no dwelling in the round, so nobody can be placed.");
        text_add_string(text, "\n");
        return;
    }
    for (int code = 0; code < CODE_COUNT; code++)
        tell_code(&tale, most, code);
    for (int g = 0; g < most->group_count; g++)
        tell_group(&tale, most, &most->groups[g]);
    tell_bound(&tale, most);
}

void most_tell(struct text *text, const husly_problem *problem, const struct most *most,
               husly_language language)
{
    struct text plain = {0};
    most_tell_plain(&plain, problem, most, language);
    wrap_add(text, text_string(&plain), LINE_WIDTH);
    text->failed = text->failed || plain.failed;
    text_free(&plain);
}
