/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to the officer and, through an adviser, to the household: others are only counted.
 */
#include "report/reason/reason_phrase.h"

static void say_rule(const struct phrase *phrase, int rule)
{
    reasons_look_closer(phrase->reasons, phrase->household);
    const int count = phrase->reasons->survey.opened[rule];
    struct text cause = {0};
    const struct phrase inner = phrase_into(phrase, &cause);
    phrase_cause(&inner, rule, count);
    const struct piece dwellings = piece_dwellings(phrase, count);
    if (count == 1)
        phrase_add(phrase, "%s fits in all but %s.", dwellings.words, text_string(&cause));
    else
        phrase_add(phrase, "%s fit in all but %s.", dwellings.words, text_string(&cause));
    phrase->out->failed = phrase->out->failed || cause.failed;
    text_free(&cause);
    phrase_after(phrase, rule, count);
}

static void say_several(const struct phrase *phrase)
{
    static const char *const names[PAIR_RULES] = {
        WORDS_LATER("kind"), WORDS_LATER("size"), WORDS_LATER("rent"),    WORDS_LATER("access"),
        WORDS_LATER("area"), WORDS_LATER("time"), WORDS_LATER("decision")};
    reasons_look_closer(phrase->reasons, phrase->household);
    const struct survey survey = phrase->reasons->survey;
    if (survey.permanent == 0) {
        phrase_add(phrase, "The round has no permanent dwelling.");
        return;
    }
    struct phrase_count counts[PAIR_RULES];
    for (int rule = 0; rule < PAIR_RULES; rule++)
        counts[rule] = (struct phrase_count){NULL, names[rule], survey.broken[rule]};
    phrase_add(phrase,
               "No dwelling is kept out by one rule alone. Of the %d permanent dwellings of the "
               "round these break several each",
               survey.permanent);
    phrase_counts(phrase, counts, PAIR_RULES);
    text_add_string(phrase->out, ".");
}

static void say_party(const struct phrase *phrase)
{
    int largest = 0, large_enough = 0;
    reasons_look(phrase->reasons, phrase->household);
    const int households = (int)phrase->reasons->load.households;
    const int64_t persons = phrase->reasons->load.persons;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        const struct dwelling *dwelling = &phrase->problem->dwellings[d];
        if (kind_is_single(dwelling->kind) || dwelling->kind == HUSLY_KIND_TRANSIT)
            continue;
        largest = dwelling->places > largest ? dwelling->places : largest;
        large_enough += dwelling->places >= persons;
    }
    phrase_add(phrase,
               "The party is of %d households with %s, and no dwelling takes all of them together.",
               households, piece_persons(phrase, persons).words);
    if (large_enough > 0)
        phrase_add(phrase,
                   " Places enough for all: %s, but the rules do not allow every member there.",
                   piece_dwellings(phrase, large_enough).words);
    else
        phrase_add(phrase, " The largest dwelling for several households has %d places.", largest);
}

/* Who lives near is counted only, as all others are. */
static void say_near(const struct phrase *phrase)
{
    const struct household *people = &phrase->problem->households[phrase->household];
    const int others = problem_near_size(phrase->problem, people->near) - 1;
    const struct piece alone =
        piece_dwellings(phrase, reasons_count_lawful(phrase->reasons, phrase->household));
    phrase_add(phrase,
               "It is to live near %s, and in no section is there a lawful dwelling for each of "
               "them. Lawful for the household by itself: %s.",
               piece_others(phrase, others).words, alone.words);
}

static int say_lawful(const struct phrase *phrase)
{
    const int count = reasons_count_takes(phrase->reasons, phrase->household);
    const struct piece dwellings = piece_dwellings(phrase, count);
    if (survey_has_party(phrase->problem, phrase->household))
        phrase_add(phrase, "Lawful for the household with its whole party: %s.", dwellings.words);
    else if (survey_has_near(phrase->problem, phrase->household))
        phrase_add(phrase,
                   "Lawful for the household, in sections where those near it may live too: %s.",
                   dwellings.words);
    else
        phrase_add(phrase, "Lawful for the household: %s.", dwellings.words);
    return count;
}

static void say_right(const struct phrase *phrase)
{
    const bool single = say_lawful(phrase) == 1;
    if (phrase_closed(phrase, single))
        return;
    if (phrase->problem->policy.right_offered_only && single)
        phrase_add(phrase, " It is not offered to the municipality in this round.");
    else if (phrase->problem->policy.right_offered_only)
        phrase_add(phrase, " None of them is offered to the municipality in this round.");
    else if (single)
        phrase_add(phrase, " It lies where the municipality's right leaves 0 in this round and no "
                           "extra dwelling is agreed.");
    else
        phrase_add(phrase, " All of them lie where the municipality's right leaves 0 in this round "
                           "and no extra dwelling is agreed.");
}

static void say_cap(const struct phrase *phrase)
{
    struct phrase_count counts[CAP_NONE + 1] = {
        [CAP_AREA_PERSONS] = {NULL, WORDS_LATER("persons in the area"), 0},
        [CAP_AREA_CHILDREN] = {NULL, WORDS_LATER("children in the area"), 0},
        [CAP_AREA_SHARE] = {NULL, WORDS_LATER("share in the area"), 0},
        [CAP_SECTION_HOUSEHOLDS] = {NULL, WORDS_LATER("households in the section"), 0},
        [CAP_SECTION_SHARE] = {NULL, WORDS_LATER("share in the section"), 0},
        [CAP_GROUP] = {NULL, WORDS_LATER("persons of one group in the area"), 0},
        [CAP_SINGLES] = {NULL, WORDS_LATER("single persons in the home"), 0},
        [CAP_LEAST] = {NULL, WORDS_LATER("persons that the home opens with"), 0}};
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (reasons_take(phrase->reasons, d))
            counts[survey_cap(phrase->reasons, d)].count++;
    }
    if (say_lawful(phrase) == 1)
        phrase_add(phrase, " It lies where a limit leaves too little for it, even if nobody else "
                           "were placed");
    else
        phrase_add(phrase, " All of them lie where a limit leaves too little for it, even if "
                           "nobody else were placed");
    phrase_counts(phrase, counts, CAP_NONE);
    text_add_string(phrase->out, ".");
}

static void say_competition(const struct phrase *phrase)
{
    say_lawful(phrase);
    phrase_add(phrase, " It is proven that no lawful plan which gives the household a dwelling is "
                       "better for all together.");
}

static void say_not_proven(const struct phrase *phrase)
{
    say_lawful(phrase);
    phrase_add(phrase, " The best plan that was found gives it none. The search stopped before it "
                       "was proven that no plan is better.");
}

void reason_sentence(struct reasons *reasons, int household, enum reason reason,
                     husly_language language, struct text *out)
{
    if (reason <= REASON_SEVERAL)
        reasons_look_closer(reasons, household);
    else
        reasons_look(reasons, household);
    const struct phrase phrase = {reasons, reasons->problem, household, language, out};
    switch (reason) {
    case REASON_KIND:
    case REASON_SIZE:
    case REASON_RENT:
    case REASON_ACCESS:
    case REASON_AREA:
    case REASON_TIME:
    case REASON_DECISION:
        say_rule(&phrase, (int)reason - REASON_KIND);
        break;
    case REASON_SEVERAL:
        say_several(&phrase);
        break;
    case REASON_PARTY:
        say_party(&phrase);
        break;
    case REASON_NEAR:
        say_near(&phrase);
        break;
    case REASON_RIGHT:
        say_right(&phrase);
        break;
    case REASON_CAP:
        say_cap(&phrase);
        break;
    case REASON_COMPETITION:
        say_competition(&phrase);
        break;
    case REASON_NOT_PROVEN:
        say_not_proven(&phrase);
        break;
    }
}
