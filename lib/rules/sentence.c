/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/sentence.h"

#include <string.h>

#include "base/amount.h"
#include "base/date.h"
#include "base/words.h"
#include "rules/benefit.h"

/* What `given`, `limit` and `amount` count, where they are not written as plain numbers. */
enum measure { PLAIN, KRONER, DAYS, ROOMS };

struct clause {
    const char *what;
    enum measure measure;
    const char *sentence; /* of docs/explain.md, with its braces; NULL = only pins break it */
    const char *brief;    /* of a rule over the whole plan: what pins together meet */
};

static const struct clause clauses[] = {
    {"minors_only", PLAIN, WORDS_LATER("for unaccompanied minors only"),
     WORDS_LATER("for unaccompanied minors only")},
    {"no_adult", PLAIN, WORDS_LATER("not for a household without an adult"),
     WORDS_LATER("not for a household without an adult")},
    {"student_only", PLAIN, WORDS_LATER("for students only"), WORDS_LATER("for students only")},
    {"single_only", PLAIN,
     WORDS_LATER("a shared dwelling for single persons; the household has {n}"),
     WORDS_LATER("a shared dwelling for single persons")},
    {"places_few", PLAIN, WORDS_LATER("places for {limit}; the household has {n}"),
     WORDS_LATER("too few places")},
    {"transit", PLAIN, WORDS_LATER("a temporary place"), WORDS_LATER("a temporary place")},
    {"rooms_few", PLAIN, WORDS_LATER("{missing} too few: {rooms} for {persons}"),
     WORDS_LATER("too few rooms")},
    {"rooms_many", ROOMS, WORDS_LATER("{excess} too many: {rooms}, at most {limit} for {persons}"),
     WORDS_LATER("too many rooms")},
    {"rent_over", KRONER,
     WORDS_LATER("{amount} kr. too dear after {benefit} kr. housing benefit: {given} kr. to pay, "
                 "at most {limit} kr."),
     WORDS_LATER("too dear")},
    {"steps", PLAIN, WORDS_LATER("not step-free"), WORDS_LATER("not step-free")},
    {"listed", PLAIN, WORDS_LATER("in a listed area ({area})"), WORDS_LATER("in a listed area")},
    {"avoided", PLAIN, WORDS_LATER("in an area that the household avoids ({area})"),
     WORDS_LATER("in an area that the household avoids")},
    {"municipality", PLAIN, WORDS_LATER("outside the household's municipality ({municipality})"),
     WORDS_LATER("outside the household's municipality")},
    {"late", DAYS, WORDS_LATER("free {late_days} too late: {given}, at the latest {limit}"),
     WORDS_LATER("free too late")},
    {"lease_short", PLAIN, WORDS_LATER("a lease of {lease_days}; at least {limit} are needed"),
     WORDS_LATER("too short a lease")},
    {"forbidden", PLAIN, WORDS_LATER("forbidden by a decision"),
     WORDS_LATER("forbidden by a decision")},
    {"declined", PLAIN, WORDS_LATER("the household has declined it"),
     WORDS_LATER("the household has declined it")},
    {"not_scored", PLAIN, WORDS_LATER("without points, and only pairs with points count"),
     WORDS_LATER("without points, and only pairs with points count")},
    {"not_offered", PLAIN, WORDS_LATER("not offered to the municipality"),
     WORDS_LATER("not offered to the municipality")},
    {"one_household", PLAIN, WORDS_LATER("a dwelling of one household; the party has {given}"),
     WORDS_LATER("a dwelling of one household")},
    {"party_places", PLAIN, WORDS_LATER("places for {limit}; the party has {given_persons}"),
     WORDS_LATER("too few places for the party")},
    {"pinned", PLAIN, WORDS_LATER("{whom} is pinned to it"),
     WORDS_LATER("{unit} is for one household")},
    {"pinned_full", PLAIN,
     WORDS_LATER("places for {limit}; with those pinned there it would be {given}"),
     WORDS_LATER("{unit} has places for {limit}, and it would be {given}")},
    {"right_used", PLAIN,
     WORDS_LATER("the right leaves {limit} in {unit}; with it {given} would be taken"),
     WORDS_LATER("the right leaves {limit} in {unit}, and {given} would be taken")},
    {"extras_used", PLAIN,
     WORDS_LATER("{unit} has agreed to {limit} beyond the right; with it {given} would be taken"),
     WORDS_LATER("{unit} has agreed to {limit} beyond the right, and {given} would be taken")},
    {"area_persons", PLAIN, WORDS_LATER("{unit} takes {limit_persons}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_persons}, and it would be {given}")},
    {"area_children", PLAIN, WORDS_LATER("{unit} takes {limit_children}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_children}, and it would be {given}")},
    {"area_share", PLAIN, WORDS_LATER("the share of refugees in {unit} would pass its limit"),
     WORDS_LATER("the share of refugees in {unit} would pass its limit")},
    {"section_households", PLAIN, WORDS_LATER("{unit} takes {limit_households}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_households}, and it would be {given}")},
    {"section_share", PLAIN,
     WORDS_LATER("the share of refugee homes in {unit} would pass its limit"),
     WORDS_LATER("the share of refugee homes in {unit} would pass its limit")},
    {"group", PLAIN, WORDS_LATER("{unit} takes {limit_persons} of one group; with it {given}"),
     WORDS_LATER("{unit} takes {limit_persons} of one group, and it would be {given}")},
    {"party_split", PLAIN, NULL, WORDS_LATER("a party stays together")},
};

static const struct clause *clause_of(const char *what)
{
    for (size_t at = 0; at < sizeof clauses / sizeof *clauses; at++) {
        if (text_equal(clauses[at].what, what))
            return &clauses[at];
    }
    return NULL;
}

const char *sentence_brief(husly_language language, const char *what)
{
    const struct clause *clause = clause_of(what);
    return clause != NULL ? husly_words(language, clause->brief) : what;
}

/* A group bears any name, with strokes too; what follows it is an area's id, which has none. */
const char *sentence_unit(const char *row)
{
    const bool of_group = row != NULL && strncmp(row, "group/", strlen("group/")) == 0;
    const char *stroke = row == NULL ? NULL : of_group ? strrchr(row, '/') : strchr(row, '/');
    return stroke != NULL ? stroke + 1 : "";
}

const char *sentence_limit(const husly_problem *problem, const char *row)
{
    static const char *const forms[][2] = {{"right", "right_used"},
                                           {"extra", "extras_used"},
                                           {"party", "party_split"},
                                           {"area_persons", "area_persons"},
                                           {"area_children", "area_children"},
                                           {"area_share", "area_share"},
                                           {"section_households", "section_households"},
                                           {"section_share", "section_share"},
                                           {"group", "group"}};
    size_t size = strcspn(row, "/");
    for (size_t at = 0; at < sizeof forms / sizeof *forms; at++) {
        if (strlen(forms[at][0]) == size && strncmp(forms[at][0], row, size) == 0)
            return forms[at][1];
    }
    int dwelling = problem_find_dwelling(problem, sentence_unit(row));
    return kind_is_single(problem->dwellings[dwelling].kind) ? "pinned" : "pinned_full";
}

/* A clause on its way into a text; `household` is the one that meets it. */
struct telling {
    struct text *out;
    const husly_problem *problem;
    const struct household *people;
    const struct dwelling *home;
    int household, dwelling;
    husly_language language;
    const husly_obstacle *obstacle;
    enum measure measure;
};

static void add_count(const struct telling *telling, int64_t count, const char *one,
                      const char *several)
{
    text_add_format(telling->out, "%lld %s", (long long)count,
                    husly_words(telling->language, count == 1 ? one : several));
}

static void add_rooms(const struct telling *telling, int64_t count)
{
    add_count(telling, count, WORDS_LATER("room"), WORDS_LATER("rooms"));
}

static void add_persons(const struct telling *telling, int64_t count)
{
    add_count(telling, count, WORDS_LATER("person"), WORDS_LATER("persons"));
}

static void add_days(const struct telling *telling, int64_t count)
{
    add_count(telling, count, WORDS_LATER("day"), WORDS_LATER("days"));
}

static void add_kroner(const struct telling *telling, husly_amount amount)
{
    amount_add(telling->out, amount, telling->language == HUSLY_DANISH ? ',' : '.');
}

static void add_measured(const struct telling *telling, int64_t number)
{
    char date[16];
    switch (telling->measure) {
    case PLAIN:
        text_add_format(telling->out, "%lld", (long long)number);
        break;
    case KRONER:
        add_kroner(telling, number);
        break;
    case DAYS:
        date_print((husly_date)number, date);
        text_add_string(telling->out, date);
        break;
    case ROOMS:
        add_rooms(telling, number);
        break;
    }
}

static void add_given(const struct telling *telling)
{
    add_measured(telling, telling->obstacle->given);
}

static void add_limit(const struct telling *telling)
{
    add_measured(telling, telling->obstacle->limit);
}

/* What lies between two dates is no date. */
static void add_amount(const struct telling *telling)
{
    if (telling->measure == KRONER)
        add_kroner(telling, telling->obstacle->amount);
    else
        text_add_format(telling->out, "%lld", (long long)telling->obstacle->amount);
}

static void add_late_days(const struct telling *telling)
{
    add_days(telling, telling->obstacle->amount);
}

static void add_lease_days(const struct telling *telling)
{
    add_days(telling, telling->obstacle->given);
}

static void add_given_persons(const struct telling *telling)
{
    add_persons(telling, telling->obstacle->given);
}

static void add_limit_persons(const struct telling *telling)
{
    add_persons(telling, telling->obstacle->limit);
}

static void add_limit_children(const struct telling *telling)
{
    add_count(telling, telling->obstacle->limit, WORDS_LATER("child"), WORDS_LATER("children"));
}

static void add_limit_households(const struct telling *telling)
{
    add_count(telling, telling->obstacle->limit, WORDS_LATER("household"),
              WORDS_LATER("households"));
}

static void add_household_size(const struct telling *telling)
{
    text_add_format(telling->out, "%d", telling->people->persons);
}

static void add_missing_rooms(const struct telling *telling)
{
    int64_t per_room = telling->problem->policy.persons_per_room;
    int64_t wanted = (telling->people->persons + per_room - 1) / per_room;
    add_rooms(telling, wanted - telling->home->rooms);
}

static void add_excess_rooms(const struct telling *telling)
{
    add_rooms(telling, telling->obstacle->amount);
}

static void add_own_rooms(const struct telling *telling)
{
    add_rooms(telling, telling->home->rooms);
}

/* A lower limit looks at the persons that there are, an upper one at those expected too. */
static void add_counted_persons(const struct telling *telling)
{
    const struct household *people = telling->people;
    bool expected = telling->measure == ROOMS && people->expected_persons > people->persons;
    add_persons(telling, expected ? people->expected_persons : people->persons);
}

static void add_benefit(const struct telling *telling)
{
    add_kroner(telling, benefit_of_pair(telling->problem, telling->household, telling->dwelling));
}

static void add_area(const struct telling *telling)
{
    int area = problem_area_of(telling->problem, telling->home);
    text_add_string(telling->out, area != NONE ? telling->problem->areas[area].id : "");
}

static void add_municipality(const struct telling *telling)
{
    const char *name = telling->people->given->municipality;
    text_add_string(telling->out, name != NULL ? name : "");
}

static void add_unit(const struct telling *telling)
{
    text_add_string(telling->out, sentence_unit(telling->obstacle->unit));
}

static void add_whom(const struct telling *telling)
{
    text_add_string(telling->out, telling->obstacle->whom);
}

static const struct blank {
    const char *name;
    void (*fill)(const struct telling *telling);
} blanks[] = {{"given", add_given},
              {"limit", add_limit},
              {"amount", add_amount},
              {"late_days", add_late_days},
              {"lease_days", add_lease_days},
              {"given_persons", add_given_persons},
              {"limit_persons", add_limit_persons},
              {"limit_children", add_limit_children},
              {"limit_households", add_limit_households},
              {"n", add_household_size},
              {"missing", add_missing_rooms},
              {"excess", add_excess_rooms},
              {"rooms", add_own_rooms},
              {"persons", add_counted_persons},
              {"benefit", add_benefit},
              {"area", add_area},
              {"municipality", add_municipality},
              {"unit", add_unit},
              {"whom", add_whom}};

static void fill_blank(const struct telling *telling, const char *name, size_t size)
{
    for (size_t at = 0; at < sizeof blanks / sizeof *blanks; at++) {
        if (strlen(blanks[at].name) == size && strncmp(blanks[at].name, name, size) == 0)
            blanks[at].fill(telling);
    }
}

static void fill_in(const struct telling *telling, const char *sentence)
{
    for (const char *brace = strchr(sentence, '{'); brace != NULL; brace = strchr(sentence, '{')) {
        size_t size = strcspn(brace + 1, "}");
        text_add(telling->out, sentence, (size_t)(brace - sentence));
        fill_blank(telling, brace + 1, size);
        sentence = brace + 1 + size + 1;
    }
    text_add_string(telling->out, sentence);
}

/* Why no housing benefit was counted, where that is for want of a figure. */
static void add_missing_figure(const struct telling *telling)
{
    if (telling->problem->policy.housing_benefit == HUSLY_BENEFIT_NONE ||
        !kind_is_single(telling->home->kind))
        return;
    if (telling->people->income == HUSLY_NO_AMOUNT)
        text_add_words(telling->out, telling->language, " (no income is stated)");
    else if (telling->home->area_m2 == HUSLY_NO_NUMBER)
        text_add_words(telling->out, telling->language, " (no m² are stated)");
}

/* What binds one household may bind another of its party; the unit of a row is nobody's. */
static int household_meant(const struct sentence_pair *pair, const husly_obstacle *obstacle)
{
    if (obstacle->unit != NULL || obstacle->whom == NULL)
        return pair->household;
    int meant = problem_find_household(pair->problem, obstacle->whom);
    return meant != NONE ? meant : pair->household;
}

void sentence_add(struct text *out, const struct sentence_pair *pair,
                  const husly_obstacle *obstacle)
{
    const struct clause *clause = clause_of(obstacle->what);
    if (clause == NULL || clause->sentence == NULL)
        return;
    int meant = household_meant(pair, obstacle);
    const struct telling telling = {.out = out,
                                    .problem = pair->problem,
                                    .people = &pair->problem->households[meant],
                                    .home = &pair->problem->dwellings[pair->dwelling],
                                    .household = meant,
                                    .dwelling = pair->dwelling,
                                    .language = pair->language,
                                    .obstacle = obstacle,
                                    .measure = clause->measure};
    if (meant != pair->household)
        text_add_format(out, "%s: ", telling.people->id);
    fill_in(&telling, husly_words(pair->language, clause->sentence));
    if (text_equal(clause->what, "rent_over"))
        add_missing_figure(&telling);
}

void sentence_add_pinned(struct text *out, husly_language language, const husly_obstacle *obstacle)
{
    const struct telling telling = {.out = out, .language = language, .obstacle = obstacle};
    fill_in(&telling, sentence_brief(language, obstacle->what));
}
