/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences for a household whom one rule keeps out of dwellings that would fit otherwise. */
#include "report/reason/reason_phrase.h"
#include "rules/benefit.h"

static struct judgement judge(const struct phrase *phrase, int rule, int dwelling)
{
    return rules[rule]->judge(phrase->problem, phrase->household, dwelling);
}

/* Counts the dwellings that only this rule keeps out by what the judgement calls the fault. */
static void count_faults(const struct phrase *phrase, int rule, struct phrase_count *counts,
                         size_t size)
{
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!reasons_broken_alone(phrase->reasons, rule, d))
            continue;
        const char *what = judge(phrase, rule, d).what;
        for (size_t at = 0; at < size; at++)
            counts[at].count += text_equal(counts[at].key, what);
    }
}

static void phrase_kind(const struct phrase *phrase)
{
    struct phrase_count counts[] = {
        {"student_only", WORDS_LATER("for students only"), 0},
        {"single_only", WORDS_LATER("for a single person only"), 0},
        {"minors_only", WORDS_LATER("for unaccompanied minors only"), 0},
        {"no_adult", WORDS_LATER("for households with an adult only"), 0},
        {"places_few", WORDS_LATER("too few places"), 0},
        {"reserved", WORDS_LATER("reserved for others"), 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_KIND, counts, size);
    phrase_add(phrase, "their kind");
    phrase_counts(phrase, counts, size);
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
        if (!reasons_broken_alone(phrase->reasons, RULE_SIZE, d))
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
    const int64_t persons = phrase->problem->households[phrase->household].persons;
    if (sizes.small > 0)
        phrase_add(phrase, " Too small for %s: %d; the largest has room for %s.",
                   piece_persons(phrase, persons).words, sizes.small,
                   piece_persons(phrase, sizes.most_room).words);
    if (sizes.large > 0)
        phrase_add(
            phrase,
            " Too many rooms: %d; the smallest has %lld rooms, and at most %lld are allowed.",
            sizes.large, (long long)sizes.fewest_rooms, (long long)sizes.allowed_rooms);
}

/* The dwelling whose rent exceeds the budget least; there is one. */
static int find_cheapest(const struct phrase *phrase, husly_amount *excess)
{
    int cheapest = NONE;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!reasons_broken_alone(phrase->reasons, RULE_RENT, d))
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
    const enum benefit_gap gap = benefit_gap(phrase->problem, phrase->household, dwelling);
    if (gap == BENEFIT_WITHOUT_INCOME)
        phrase_add(phrase,
                   " Housing benefit counts as 0, because the household's income is not stated.");
    else if (gap == BENEFIT_WITHOUT_AREA)
        phrase_add(phrase, " Housing benefit counts as 0, because its area in m² is not stated.");
}

static void phrase_rent(const struct phrase *phrase, int count)
{
    husly_amount excess = 0;
    const int cheapest = find_cheapest(phrase, &excess);
    const struct piece over = piece_kroner(phrase, excess);
    const struct piece benefit =
        piece_kroner(phrase, benefit_of_pair(phrase->problem, phrase->household, cheapest));
    if (count == 1)
        phrase_add(phrase, " It is %s a month too dear after %s housing benefit.", over.words,
                   benefit.words);
    else
        phrase_add(phrase, " The cheapest of them is %s a month too dear after %s housing benefit.",
                   over.words, benefit.words);
    phrase_missing_figure(phrase, cheapest);
}

static void phrase_area(const struct phrase *phrase)
{
    struct phrase_count counts[] = {
        {"listed", WORDS_LATER("in a listed area"), 0},
        {"avoided", WORDS_LATER("in an area that the household avoids"), 0},
        {"municipality", WORDS_LATER("outside its municipality"), 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_AREA, counts, size);
    phrase_add(phrase, "the area");
    phrase_counts(phrase, counts, size);
}

/* What dwellings at the wrong time come closest to. */
struct times {
    int deferred, late, brief;
    int64_t stay_end;
    int64_t earliest, last_day;
    int64_t longest, wanted;
};

static struct times find_times(const struct phrase *phrase)
{
    struct times times = {0};
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!reasons_broken_alone(phrase->reasons, RULE_TIME, d))
            continue;
        const struct judgement judgement = judge(phrase, RULE_TIME, d);
        if (text_equal(judgement.what, "at_hojskole")) {
            times.deferred++;
            times.stay_end = judgement.given;
            continue;
        }
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
    if (times.deferred > 0)
        phrase_add(phrase,
                   " The household is at a højskole until %s; its turn comes in a later round.",
                   piece_date(phrase, times.stay_end).words);
    if (times.late > 0)
        phrase_add(phrase,
                   " Too late: %d; the earliest is available from %s, and the last possible day is "
                   "%s.",
                   times.late, piece_date(phrase, times.earliest).words,
                   piece_date(phrase, times.last_day).words);
    if (times.brief > 0)
        phrase_add(phrase,
                   " Lease too short: %d; the longest lasts %lld days, and %lld are needed.",
                   times.brief, (long long)times.longest, (long long)times.wanted);
}

static void phrase_decision(const struct phrase *phrase)
{
    struct phrase_count counts[] = {
        {"forbidden", WORDS_LATER("forbidden"), 0},
        {"declined", WORDS_LATER("declined"), 0},
        {"not_agreed", WORDS_LATER("not agreed between landlord and household"), 0},
        {"not_scored", WORDS_LATER("without points, where only pairs with points count"), 0}};
    const size_t size = sizeof counts / sizeof *counts;
    count_faults(phrase, RULE_DECISION, counts, size);
    phrase_add(phrase, "a decision");
    phrase_counts(phrase, counts, size);
}

void phrase_cause(const struct phrase *phrase, int rule, int count)
{
    switch (rule) {
    case RULE_KIND:
        phrase_kind(phrase);
        break;
    case RULE_SIZE:
        phrase_add(phrase, "the size");
        break;
    case RULE_RENT:
        phrase_add(phrase, "the rent");
        break;
    case RULE_ACCESS:
        if (count == 1)
            phrase_add(phrase, "access: it is not step-free");
        else
            phrase_add(phrase, "access: none of them is step-free");
        break;
    case RULE_AREA:
        phrase_area(phrase);
        break;
    case RULE_TIME:
        phrase_add(phrase, "the time");
        break;
    case RULE_DECISION:
        phrase_decision(phrase);
        break;
    default:
        break;
    }
}

void phrase_after(const struct phrase *phrase, int rule, int count)
{
    if (rule == RULE_SIZE)
        phrase_size(phrase);
    else if (rule == RULE_RENT)
        phrase_rent(phrase, count);
    else if (rule == RULE_TIME)
        phrase_time(phrase);
}
