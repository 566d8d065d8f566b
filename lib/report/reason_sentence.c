/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to the officer and, through an adviser, to the household: others are only counted.
 */
#include "report/reason_phrase.h"

static void say_rule(const struct phrase *phrase, int rule)
{
    const int count = survey_household(phrase->problem, phrase->household).opened[rule];
    phrase_dwellings(phrase, count);
    if (count == 1)
        phrase_add(phrase, " fits in all but ", " passer i alt undtagen ");
    else
        phrase_add(phrase, " fit in all but ", " passer i alt undtagen ");
    phrase_rule(phrase, rule, count);
}

static void say_several(const struct phrase *phrase)
{
    static const char *const names[PAIR_RULES][2] = {
        {"kind", "type"},   {"size", "størrelse"}, {"rent", "husleje"},       {"access", "adgang"},
        {"area", "område"}, {"time", "tidspunkt"}, {"decision", "beslutning"}};
    const struct survey survey = survey_household(phrase->problem, phrase->household);
    if (survey.permanent == 0) {
        phrase_add(phrase, "The round has no permanent dwelling.", "Runden har ingen varig bolig.");
        return;
    }
    struct phrase_count counts[PAIR_RULES];
    for (int rule = 0; rule < PAIR_RULES; rule++)
        counts[rule] =
            (struct phrase_count){NULL, names[rule][0], names[rule][1], survey.broken[rule]};
    phrase_add(phrase, "No dwelling is kept out by one rule alone. Of the ",
               "Ingen bolig falder på én regel alene. Af rundens ");
    phrase_number(phrase, survey.permanent);
    phrase_add(phrase, " permanent dwellings of the round these break several each",
               " varige boliger bryder disse flere hver");
    phrase_counts(phrase, counts, PAIR_RULES);
    text_add_string(phrase->out, ".");
}

static void count_party(const struct phrase *phrase, int *households, int64_t *persons)
{
    for (int h = 0; h < phrase->problem->household_count; h++) {
        if (!survey_is_together(phrase->problem, phrase->household, h))
            continue;
        ++*households;
        *persons += phrase->problem->households[h].persons;
    }
}

static void say_party(const struct phrase *phrase)
{
    int households = 0, largest = 0, large_enough = 0;
    int64_t persons = 0;
    count_party(phrase, &households, &persons);
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        const struct dwelling *dwelling = &phrase->problem->dwellings[d];
        if (kind_is_single(dwelling->kind) || dwelling->kind == HUSLY_KIND_TRANSIT)
            continue;
        largest = dwelling->places > largest ? dwelling->places : largest;
        large_enough += dwelling->places >= persons;
    }
    phrase_add(phrase, "The party is of ", "Følget er på ");
    phrase_number(phrase, households);
    phrase_add(phrase, " households with ", " husstande med ");
    phrase_persons(phrase, persons);
    phrase_add(phrase, ", and no dwelling takes all of them together. ",
               ", og ingen bolig kan tage dem alle sammen. ");
    if (large_enough > 0) {
        phrase_add(phrase, "Places enough for all: ", "Pladser nok til alle: ");
        phrase_dwellings(phrase, large_enough);
        phrase_add(phrase, ", but the rules do not allow every member there.",
                   ", men reglerne tillader ikke alle i følget der.");
        return;
    }
    phrase_add(phrase, "The largest dwelling for several households has ",
               "Den største bolig for flere husstande har ");
    phrase_number(phrase, largest);
    phrase_add(phrase, " places.", " pladser.");
}

/* How many dwellings the household could have, with its party, if nobody else were placed. */
static int count_lawful(const struct phrase *phrase)
{
    int count = 0;
    for (int d = 0; d < phrase->problem->dwelling_count; d++)
        count += survey_takes(phrase->problem, phrase->household, d);
    return count;
}

static int say_lawful(const struct phrase *phrase)
{
    const int count = count_lawful(phrase);
    phrase_add(phrase, "Lawful for the household", "Lovlige for husstanden");
    if (survey_has_party(phrase->problem, phrase->household))
        phrase_add(phrase, " with its whole party", " med hele følget");
    text_add_string(phrase->out, ": ");
    phrase_dwellings(phrase, count);
    text_add_string(phrase->out, ". ");
    return count;
}

static void say_all_lie(const struct phrase *phrase)
{
    if (say_lawful(phrase) == 1)
        phrase_add(phrase, "It lies where ", "Den ligger, hvor ");
    else
        phrase_add(phrase, "All of them lie where ", "Alle ligger, hvor ");
}

static void say_right(const struct phrase *phrase)
{
    if (!phrase->problem->policy.right_offered_only) {
        say_all_lie(phrase);
        phrase_add(
            phrase,
            "the municipality's right leaves 0 in this round and no extra dwelling is agreed.",
            "kommunens anvisningsret giver 0 i denne runde, og hvor der ikke er aftalt en "
            "ekstra bolig.");
    } else if (say_lawful(phrase) == 1) {
        phrase_add(phrase, "It is not offered to the municipality in this round.",
                   "Den er ikke tilbudt kommunen i denne runde.");
    } else {
        phrase_add(phrase, "None of them is offered to the municipality in this round.",
                   "Ingen af dem er tilbudt kommunen i denne runde.");
    }
}

static void say_cap(const struct phrase *phrase)
{
    struct phrase_count counts[CAP_NONE + 1] = {
        [CAP_AREA_PERSONS] = {NULL, "persons in the area", "personer i området", 0},
        [CAP_AREA_CHILDREN] = {NULL, "children in the area", "børn i området", 0},
        [CAP_AREA_SHARE] = {NULL, "share in the area", "andel i området", 0},
        [CAP_SECTION_HOUSEHOLDS] = {NULL, "households in the section", "husstande i afdelingen", 0},
        [CAP_SECTION_SHARE] = {NULL, "share in the section", "andel i afdelingen", 0},
        [CAP_GROUP] = {NULL, "persons of one group in the area", "personer fra én gruppe i området",
                       0}};
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (survey_takes(phrase->problem, phrase->household, d))
            counts[survey_cap(phrase->problem, phrase->household, d)].count++;
    }
    say_all_lie(phrase);
    phrase_add(phrase, "a limit leaves too little for it, even if nobody else were placed",
               "en grænse giver for lidt plads, selv hvis ingen andre blev anvist");
    phrase_counts(phrase, counts, CAP_NONE);
    text_add_string(phrase->out, ".");
}

static void say_competition(const struct phrase *phrase)
{
    say_lawful(phrase);
    phrase_add(phrase,
               "The best plan, which is proven, does without it: no lawful plan with it has more "
               "points.",
               "Den bedste plan, som er bevist, klarer sig uden: ingen lovlig plan med husstanden "
               "har flere point.");
}

static void say_not_proven(const struct phrase *phrase)
{
    say_lawful(phrase);
    phrase_add(phrase,
               "The best plan found does without it. The search stopped before it was proven that "
               "no plan is better.",
               "Den bedste plan, der blev fundet, klarer sig uden. Søgningen stoppede, før det var "
               "bevist, at ingen plan er bedre.");
}

void reason_sentence(const husly_problem *problem, int household, enum reason reason, bool danish,
                     struct text *out)
{
    const struct phrase phrase = {problem, household, danish, out};
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
