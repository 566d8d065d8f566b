/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/sentence_blanks.h"

#include <string.h>

#include "base/amount.h"
#include "base/date.h"
#include "base/printable.h"
#include "base/words.h"
#include "model/labels.h"
#include "rules/benefit.h"
#include "rules/sentence.h"

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
    switch (telling->measure) {
    case PLAIN:
        text_add_format(telling->out, "%lld", (long long)number);
        break;
    case KRONER:
        add_kroner(telling, number);
        break;
    case DAYS:
        date_add(telling->out, (husly_date)number, telling->language);
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

static void add_limit_singles(const struct telling *telling)
{
    add_count(telling, telling->obstacle->limit, WORDS_LATER("single person"),
              WORDS_LATER("single persons"));
}

static void add_limit_persons_more(const struct telling *telling)
{
    const int64_t count = telling->obstacle->limit;
    text_add_words(telling->out, telling->language,
                   count == 1 ? WORDS_LATER("%lld more person") : WORDS_LATER("%lld more persons"),
                   (long long)count);
}

static void add_limit_households_more(const struct telling *telling)
{
    const int64_t count = telling->obstacle->limit;
    text_add_words(telling->out, telling->language,
                   count == 1 ? WORDS_LATER("%lld more household")
                              : WORDS_LATER("%lld more households"),
                   (long long)count);
}

/* The share that limits the unit, an area or a section. */
static husly_share share_meant(const struct telling *telling)
{
    const husly_problem *problem = telling->problem;
    const char *unit = sentence_unit(telling->obstacle->unit);
    const bool of_area = text_equal(telling->obstacle->what, "area_share");
    for (int area = 0; of_area && area < problem->area_count; area++) {
        if (text_equal(problem->areas[area].id, unit))
            return problem->areas[area].max_share;
    }
    for (int section = 0; !of_area && section < problem->section_count; section++) {
        if (text_equal(problem->sections[section].id, unit))
            return problem->sections[section].max_share;
    }
    return (husly_share){0};
}

/* Per cent is kept in hundredths: 4 %, 4.5 %, 4.25 %. */
static void add_share(const struct telling *telling)
{
    const husly_share share = share_meant(telling);
    if (share.whole != 10000) {
        text_add_format(telling->out, "%lld/%lld", (long long)share.part, (long long)share.whole);
        return;
    }
    const int64_t rest = share.part % 100;
    text_add_format(telling->out, "%lld", (long long)(share.part / 100));
    if (rest > 0)
        text_add_format(telling->out, "%s%0*lld", telling->language == HUSLY_DANISH ? "," : ".",
                        rest % 10 == 0 ? 1 : 2, (long long)(rest % 10 == 0 ? rest / 10 : rest));
    text_add_string(telling->out, " %");
}

static void add_reason(const struct telling *telling)
{
    const struct decision *row =
        problem_decision(telling->problem, telling->household, telling->dwelling);
    if (row != NULL && row->given->reason != NULL)
        printable_add(telling->out, row->given->reason);
}

/* As the cell has them, with commas between. */
static void add_reserved_for(const struct telling *telling)
{
    struct text words = {0};
    size_t size = 0;
    for (const char *word = word_next(telling->home->given->reserved_for, &size); word != NULL;
         word = word_next(word + size, &size)) {
        text_add_string(&words, words.size > 0 ? ", " : "");
        text_add(&words, word, size);
    }
    printable_add(telling->out, text_string(&words));
    telling->out->failed = telling->out->failed || words.failed;
    text_free(&words);
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
              {"limit_singles", add_limit_singles},
              {"limit_persons_more", add_limit_persons_more},
              {"limit_households_more", add_limit_households_more},
              {"share", add_share},
              {"reason", add_reason},
              {"for", add_reserved_for},
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

void sentence_fill(const struct telling *telling, const char *clause)
{
    for (const char *brace = strchr(clause, '{'); brace != NULL; brace = strchr(clause, '{')) {
        size_t size = strcspn(brace + 1, "}");
        text_add(telling->out, clause, (size_t)(brace - clause));
        fill_blank(telling, brace + 1, size);
        clause = brace + 1 + size + 1;
    }
    text_add_string(telling->out, clause);
}
