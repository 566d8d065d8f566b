/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences for a household whom one rule keeps out of dwellings that would fit otherwise. */
#include "report/reason_phrase.h"
#include "rules/benefit.h"

/* By the rule's place in rules[]. */
enum { RULE_KIND, RULE_SIZE, RULE_RENT, RULE_ACCESS, RULE_AREA, RULE_TIME, RULE_DECISION };

static struct judgement judge(const struct phrase *phrase, int rule, int dwelling)
{
    return rules[rule]->judge(phrase->problem, phrase->household, dwelling);
}

/* Counts the dwellings that only this rule keeps out by what the judgement calls the fault. */
static void count_faults(const struct phrase *phrase, int rule, struct phrase_count *counts,
                         size_t size)
{
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!survey_breaks_only(phrase->problem, phrase->household, d, rule))
            continue;
        const char *what = judge(phrase, rule, d).what;
        for (size_t at = 0; at < size; at++)
            counts[at].count += text_equal(counts[at].key, what);
    }
}

static void phrase_kind(const struct phrase *phrase)
{
    struct phrase_count counts[] = {
        {"student_only", "for students only", "kun for studerende", 0},
        {"single_only", "for a single person only", "kun for enlige", 0},
        {"minors_only", "for unaccompanied minors only", "kun for uledsagede mindreårige", 0},
        {"no_adult", "for households with an adult only", "kun for husstande med en voksen", 0},
        {"places_few", "too few places", "for få pladser", 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_KIND, counts, size);
    phrase_add(phrase, "their kind", "typen");
    phrase_counts(phrase, counts, size);
    text_add_string(phrase->out, ".");
}

/* For how many persons a dwelling has room: by rooms, or by square metres where that is more. */
static int64_t room_for(const husly_policy *policy, const struct dwelling *dwelling)
{
    const int64_t by_rooms = (int64_t)policy->persons_per_room * dwelling->rooms;
    const int64_t by_area = dwelling->area_m2 != HUSLY_NO_NUMBER && policy->m2_per_person > 0
                                ? dwelling->area_m2 / policy->m2_per_person
                                : 0;
    return by_area > by_rooms ? by_area : by_rooms;
}

/* What dwellings of the wrong size come closest to. */
struct sizes {
    int small, large;
    int64_t most_room;    /* persons, among those too small */
    int64_t fewest_rooms; /* among those too large */
    int64_t allowed_rooms;
};

static struct sizes find_sizes(const struct phrase *phrase)
{
    struct sizes sizes = {0};
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!survey_breaks_only(phrase->problem, phrase->household, d, RULE_SIZE))
            continue;
        const struct dwelling *dwelling = &phrase->problem->dwellings[d];
        const struct judgement judgement = judge(phrase, RULE_SIZE, d);
        const int64_t room = room_for(&phrase->problem->policy, dwelling);
        if (text_equal(judgement.what, "rooms_few")) {
            sizes.small++;
            sizes.most_room = room > sizes.most_room ? room : sizes.most_room;
            continue;
        }
        if (sizes.large++ == 0 || dwelling->rooms < sizes.fewest_rooms)
            sizes.fewest_rooms = dwelling->rooms;
        sizes.allowed_rooms = judgement.limit;
    }
    return sizes;
}

static void phrase_size(const struct phrase *phrase)
{
    const struct sizes sizes = find_sizes(phrase);
    phrase_add(phrase, "the size.", "størrelsen.");
    if (sizes.small > 0) {
        phrase_add(phrase, " Too small for ", " For små til ");
        phrase_persons(phrase, phrase->problem->households[phrase->household].persons);
        text_add_string(phrase->out, ": ");
        phrase_number(phrase, sizes.small);
        phrase_add(phrase, "; the largest has room for ", "; den største har plads til ");
        phrase_persons(phrase, sizes.most_room);
        text_add_string(phrase->out, ".");
    }
    if (sizes.large > 0) {
        phrase_add(phrase, " Too many rooms: ", " For mange rum: ");
        phrase_number(phrase, sizes.large);
        phrase_add(phrase, "; the smallest has ", "; den mindste har ");
        phrase_number(phrase, sizes.fewest_rooms);
        phrase_add(phrase, " rooms, and at most ", " rum, og højst ");
        phrase_number(phrase, sizes.allowed_rooms);
        phrase_add(phrase, " are allowed.", " er tilladt.");
    }
}

/* The dwelling whose rent exceeds the budget least; there is one. */
static int find_cheapest(const struct phrase *phrase, husly_amount *excess)
{
    int cheapest = NONE;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!survey_breaks_only(phrase->problem, phrase->household, d, RULE_RENT))
            continue;
        const husly_amount over = judge(phrase, RULE_RENT, d).amount;
        if (cheapest != NONE && over >= *excess)
            continue;
        cheapest = d;
        *excess = over;
    }
    return cheapest;
}

/* Why no housing benefit was counted, where that is for want of a figure. */
static void phrase_missing_figure(const struct phrase *phrase, int dwelling)
{
    const husly_problem *problem = phrase->problem;
    if (problem->policy.housing_benefit == HUSLY_BENEFIT_NONE ||
        !kind_is_single(problem->dwellings[dwelling].kind))
        return;
    if (problem->households[phrase->household].income == HUSLY_NO_AMOUNT)
        phrase_add(phrase,
                   " Housing benefit counts as 0, because the household's income is not stated.",
                   " Boligstøtte regnes som 0, fordi husstandens indkomst ikke er oplyst.");
    else if (problem->dwellings[dwelling].area_m2 == HUSLY_NO_NUMBER)
        phrase_add(phrase, " Housing benefit counts as 0, because its area in m² is not stated.",
                   " Boligstøtte regnes som 0, fordi boligens areal ikke er oplyst.");
}

static void phrase_rent(const struct phrase *phrase, int count)
{
    husly_amount excess = 0;
    const int cheapest = find_cheapest(phrase, &excess);
    phrase_add(phrase, "the rent. ", "huslejen. ");
    if (count == 1)
        phrase_add(phrase, "It is ", "Den er ");
    else
        phrase_add(phrase, "The cheapest of them is ", "Den billigste af dem er ");
    phrase_kroner(phrase, excess);
    phrase_add(phrase, " a month too dear after ", " om måneden for dyr efter ");
    phrase_kroner(phrase, benefit_of_pair(phrase->problem, phrase->household, cheapest));
    phrase_add(phrase, " housing benefit.", " i boligstøtte.");
    phrase_missing_figure(phrase, cheapest);
}

static void phrase_area(const struct phrase *phrase)
{
    struct phrase_count counts[] = {
        {"listed", "in a listed area", "i et udsat boligområde", 0},
        {"avoided", "in an area that the household avoids", "i et område, som husstanden undgår",
         0},
        {"municipality", "outside its municipality", "uden for husstandens kommune", 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_AREA, counts, size);
    phrase_add(phrase, "the area", "området");
    phrase_counts(phrase, counts, size);
    text_add_string(phrase->out, ".");
}

/* What dwellings at the wrong time come closest to. */
struct times {
    int late, brief;
    int64_t earliest, last_day;
    int64_t longest, wanted;
};

static struct times find_times(const struct phrase *phrase)
{
    struct times times = {0};
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!survey_breaks_only(phrase->problem, phrase->household, d, RULE_TIME))
            continue;
        const struct judgement judgement = judge(phrase, RULE_TIME, d);
        if (text_equal(judgement.what, "late")) {
            if (times.late++ == 0 || judgement.given < times.earliest)
                times.earliest = judgement.given;
            times.last_day = judgement.limit;
            continue;
        }
        if (times.brief++ == 0 || judgement.given > times.longest)
            times.longest = judgement.given;
        times.wanted = judgement.limit;
    }
    return times;
}

static void phrase_time(const struct phrase *phrase)
{
    const struct times times = find_times(phrase);
    phrase_add(phrase, "the time.", "tidspunktet.");
    if (times.late > 0) {
        phrase_add(phrase, " Too late: ", " For sent ledige: ");
        phrase_number(phrase, times.late);
        phrase_add(phrase, "; the earliest is available from ", "; den tidligste er ledig fra ");
        phrase_date(phrase, times.earliest);
        phrase_add(phrase, ", and the last possible day is ", ", og den sidste mulige dag er ");
        phrase_date(phrase, times.last_day);
        text_add_string(phrase->out, ".");
    }
    if (times.brief > 0) {
        phrase_add(phrase, " Lease too short: ", " For kort lejemål: ");
        phrase_number(phrase, times.brief);
        phrase_add(phrase, "; the longest lasts ", "; det længste varer ");
        phrase_number(phrase, times.longest);
        phrase_add(phrase, " days, and ", " dage, og ");
        phrase_number(phrase, times.wanted);
        phrase_add(phrase, " are needed.", " kræves.");
    }
}

static void phrase_decision(const struct phrase *phrase)
{
    struct phrase_count counts[] = {{"forbidden", "forbidden", "forbudt", 0},
                                    {"declined", "declined", "afslået", 0},
                                    {"not_scored",
                                     "without points, where only pairs with points count",
                                     "uden point, hvor kun par med point tæller", 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_DECISION, counts, size);
    phrase_add(phrase, "a decision", "en beslutning");
    phrase_counts(phrase, counts, size);
    text_add_string(phrase->out, ".");
}

void phrase_rule(const struct phrase *phrase, int rule, int count)
{
    switch (rule) {
    case RULE_KIND:
        phrase_kind(phrase);
        break;
    case RULE_SIZE:
        phrase_size(phrase);
        break;
    case RULE_RENT:
        phrase_rent(phrase, count);
        break;
    case RULE_ACCESS:
        if (count == 1)
            phrase_add(phrase, "access: it is not step-free.", "adgangen: den er ikke trinfri.");
        else
            phrase_add(phrase, "access: none of them is step-free.",
                       "adgangen: ingen af dem er trinfri.");
        break;
    case RULE_AREA:
        phrase_area(phrase);
        break;
    case RULE_TIME:
        phrase_time(phrase);
        break;
    case RULE_DECISION:
        phrase_decision(phrase);
        break;
    default:
        break;
    }
}
