/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to be for one rule to allow a dwelling that it alone keeps out. A rule is judged
 * by the first thing that it meets; a condition names all that it would meet. */
#include "base/printable.h"
#include "model/labels.h"
#include "model/target.h"
#include "report/reason/help_parts.h"
#include "rules/decision.h"

/* A household and a dwelling, and what the rule meets. */
struct meeting {
    const struct phrase *phrase;
    const struct household *people;
    const struct dwelling *home;
    int dwelling;
    struct judgement judgement;
};

/* The words of the column `for`, with commas between, as they stand in the file. */
static void add_reserved_for(const struct meeting *meeting)
{
    const char *words = meeting->home->given->reserved_for;
    struct text told = {0};
    size_t size = 0;
    for (const char *word = word_next(words, &size); word != NULL;
         word = word_next(word + size, &size)) {
        text_add_string(&told, told.size > 0 ? ", " : "");
        text_add(&told, word, size);
    }
    printable_add(meeting->phrase->out, text_string(&told));
    meeting->phrase->out->failed = meeting->phrase->out->failed || told.failed;
    text_free(&told);
}

static void add_reserved(const struct meeting *meeting)
{
    if (text_equal(meeting->judgement.what, "reserved"))
        phrase_add(meeting->phrase, "it were not reserved for ");
    else if (target_fits(meeting->home->given->reserved_for, meeting->people->given))
        return;
    else
        phrase_add(meeting->phrase, " and were not reserved for ");
    add_reserved_for(meeting);
}

static void add_kind(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const char *what = meeting->judgement.what;
    if (text_equal(what, "reserved"))
        return;
    if (text_equal(what, "places_few")) {
        phrase_add(phrase, "it had places for %d", meeting->people->persons);
        return;
    }
    if (text_equal(what, "student_only"))
        phrase_add(phrase, "it were not for students only");
    else if (text_equal(what, "single_only"))
        phrase_add(phrase, "it were not for single persons only");
    else if (text_equal(what, "minors_only"))
        phrase_add(phrase, "it took households with an adult");
    else
        phrase_add(phrase, "it took households without an adult");
    if (!kind_is_single(meeting->home->kind) && meeting->people->persons > meeting->home->places)
        phrase_add(phrase, " and had places for %d", meeting->people->persons);
}

static void add_size(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const husly_policy *policy = &phrase->problem->policy;
    const int64_t persons = meeting->people->persons;
    if (text_equal(meeting->judgement.what, "rooms_few")) {
        const int64_t wanted = (persons + policy->persons_per_room - 1) / policy->persons_per_room;
        const int64_t m2 = persons * policy->m2_per_person;
        phrase_add(phrase, "it had %s or %lld m²", piece_rooms(phrase, wanted).words,
                   (long long)m2);
    } else {
        phrase_add(phrase, "it had at most %s",
                   piece_rooms(phrase, meeting->judgement.limit).words);
    }
}

static void add_rent(const struct meeting *meeting)
{
    phrase_add(meeting->phrase, "the household could pay %s more a month",
               piece_kroner(meeting->phrase, meeting->judgement.amount).words);
}

static bool is_avoided(const struct meeting *meeting, int area)
{
    const struct phrase *phrase = meeting->phrase;
    bool avoided = false;
    for (size_t at = 0; at < meeting->people->avoid_count; at++)
        avoided = avoided || meeting->people->avoid[at] == area;
    return avoided &&
           !decision_lifts(phrase->problem, phrase->household, meeting->dwelling, "avoid");
}

static bool is_elsewhere(const struct meeting *meeting, const struct area *area)
{
    return meeting->people->municipality != NONE &&
           (area == NULL || area->municipality != meeting->people->municipality);
}

static void add_and(const struct phrase *phrase, bool follows)
{
    if (follows)
        phrase_add(phrase, " and ");
}

static void add_area(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const husly_problem *problem = phrase->problem;
    const int index = problem_area_of(problem, meeting->home);
    const struct area *area = index != NONE ? &problem->areas[index] : NULL;
    const bool listed = area != NULL && area->listed && !problem->policy.allow_listed;
    const bool avoided = area != NULL && is_avoided(meeting, index);
    if (listed)
        phrase_add(phrase, "area %s were not listed", area->id);
    if (avoided) {
        add_and(phrase, listed);
        phrase_add(phrase, "the household did not avoid %s", area->id);
    }
    if (is_elsewhere(meeting, area)) {
        add_and(phrase, listed || avoided);
        phrase_add(phrase, "it lay in the household's municipality (%s)",
                   meeting->people->given->municipality);
    }
}

/* Ready on the day of the next round, it may still find the dwelling late, or its lease short. */
static void add_stay(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const husly_policy *policy = &phrase->problem->policy;
    const struct dwelling *home = meeting->home;
    const int64_t end = meeting->judgement.limit;
    const int64_t arrival = meeting->people->given->arrival;
    const int64_t ready = arrival > end ? arrival : end;
    const int64_t last = ready + policy->horizon_days;
    const int64_t lasting = policy->permanent_days;
    int64_t start = home->available > ready ? home->available : ready;
    phrase_add(phrase, "the household's stay at the højskole ended by %s",
               piece_date(phrase, end).words);
    if (start > last) {
        start = last;
        phrase_add(phrase, " and it were free by %s", piece_date(phrase, last).words);
    }
    if (home->lease_end != HUSLY_NO_DATE && home->lease_end - start < lasting)
        phrase_add(phrase, " and its lease were of at least %s", piece_days(phrase, lasting).words);
}

/* A dwelling that is free by the last day may have too short a lease from then on. */
static void add_time(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const int64_t lasting = phrase->problem->policy.permanent_days;
    if (text_equal(meeting->judgement.what, "at_hojskole")) {
        add_stay(meeting);
        return;
    }
    if (text_equal(meeting->judgement.what, "lease_short")) {
        phrase_add(phrase, "its lease were of at least %s", piece_days(phrase, lasting).words);
        return;
    }
    const husly_date end = meeting->home->lease_end;
    phrase_add(phrase, "it were free by %s", piece_date(phrase, meeting->judgement.limit).words);
    if (end != HUSLY_NO_DATE && end - meeting->judgement.limit < lasting)
        phrase_add(phrase, " with a lease of at least %s", piece_days(phrase, lasting).words);
}

static void add_barred(const struct meeting *meeting)
{
    const struct phrase *phrase = meeting->phrase;
    const husly_problem *problem = phrase->problem;
    const char *what = meeting->judgement.what;
    if (text_equal(what, "not_scored")) {
        phrase_add(phrase, "the pair had points");
        return;
    }
    if (text_equal(what, "forbidden"))
        phrase_add(phrase, "the decision that forbids it were taken back");
    else if (text_equal(what, "declined"))
        phrase_add(phrase, "the household took back that it declined it");
    else
        phrase_add(phrase, "landlord and household agreed on it");
    if (meeting->home->consent && !text_equal(what, "not_agreed"))
        phrase_add(phrase, " and landlord and household agreed on it");
    if (problem->policy.only_scored_pairs &&
        !problem_scored(problem, phrase->household, meeting->dwelling))
        phrase_add(phrase, " and the pair had points");
}

static struct meeting meeting_of(const struct phrase *phrase, int rule, int dwelling)
{
    const husly_problem *problem = phrase->problem;
    return (struct meeting){.phrase = phrase,
                            .people = &problem->households[phrase->household],
                            .home = &problem->dwellings[dwelling],
                            .dwelling = dwelling,
                            .judgement = rules[rule]->judge(problem, phrase->household, dwelling)};
}

/* A pair has one decision: where it is an allowance already, or the agreement that the dwelling
 * asks for, there is none left for another. */
bool help_may_allow(const struct phrase *phrase, int rule, int dwelling)
{
    const husly_problem *problem = phrase->problem;
    const struct meeting meeting = meeting_of(phrase, rule, dwelling);
    const struct decision *row = problem_decision(problem, phrase->household, dwelling);
    const int area = problem_area_of(problem, meeting.home);
    const husly_verdict verdict = row != NULL ? row->given->decision : HUSLY_ACCEPT;
    if (verdict == HUSLY_ALLOW || (verdict == HUSLY_AGREE && meeting.home->consent))
        return false;
    if (rule == RULE_AREA)
        return text_equal(meeting.judgement.what, "avoided") &&
               !is_elsewhere(&meeting, &problem->areas[area]);
    return rule == RULE_SIZE || rule == RULE_RENT;
}

void help_condition(const struct phrase *phrase, int rule, int dwelling)
{
    const struct meeting meeting = meeting_of(phrase, rule, dwelling);
    switch (rule) {
    case RULE_KIND:
        add_kind(&meeting);
        add_reserved(&meeting);
        break;
    case RULE_SIZE:
        add_size(&meeting);
        break;
    case RULE_RENT:
        add_rent(&meeting);
        break;
    case RULE_ACCESS:
        phrase_add(phrase, "it were step-free");
        break;
    case RULE_AREA:
        add_area(&meeting);
        break;
    case RULE_TIME:
        add_time(&meeting);
        break;
    case RULE_DECISION:
        add_barred(&meeting);
        break;
    default:
        break;
    }
}
