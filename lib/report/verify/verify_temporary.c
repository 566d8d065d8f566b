/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "base/words.h"
#include "model/target.h"
#include "report/verify/verify.h"
#include "rules/rule.h"

/* Rule 7 without what is only about permanent dwellings. A pin is never on a temporary place. */
static bool is_barred(const husly_problem *problem, int household, int dwelling)
{
    const struct decision *decision = problem_decision(problem, household, dwelling);
    const bool agreed = decision != NULL && decision->given->decision == HUSLY_AGREE;
    if (problem->dwellings[dwelling].given->consent && !agreed)
        return true;
    return decision != NULL && (decision->given->decision == HUSLY_FORBID ||
                                decision->given->decision == HUSLY_DECLINE);
}

/* NULL, or why the household may not have the temporary place, contract § 5. */
static const char *fault_of(const husly_problem *problem, int h, int d)
{
    const struct household *household = &problem->households[h];
    const struct dwelling *dwelling = &problem->dwellings[d];
    const int area = problem_area_of(problem, dwelling);
    if (dwelling->kind != HUSLY_KIND_TRANSIT)
        return WORDS_LATER("is no temporary place: its kind is not transit");
    if (problem_has_shelter(household))
        return WORDS_LATER("goes to a household that is temporarily housed already");
    if (!rule_access.judge(problem, h, d).holds)
        return WORDS_LATER("breaks rule 4, access");
    if (!rule_area.judge(problem, h, d).holds || (area != NONE && problem->areas[area].listed))
        return WORDS_LATER("breaks rule 5, area");
    if (is_barred(problem, h, d))
        return WORDS_LATER("breaks rule 7, decision");
    if (!rule_right.judge(problem, h, d).holds)
        return WORDS_LATER("is closed in this round");
    if (!target_fits(dwelling->given->reserved_for, household->given))
        return WORDS_LATER("is reserved for others");
    if (dwelling->available > household->ready)
        return WORDS_LATER("is not available on the day the household needs it");
    if (dwelling->lease_end != HUSLY_NO_DATE && dwelling->lease_end < household->ready)
        return WORDS_LATER("is no longer available on the day the household needs it");
    return household->persons > dwelling->places ? WORDS_LATER("has too few places") : NULL;
}

static void verify_loads(struct verification *verification, int *left)
{
    const husly_problem *problem = verification->problem;
    for (int d = 0; d < problem->dwelling_count; d++)
        left[d] = problem->dwellings[d].places;
    for (int h = 0; h < problem->household_count; h++) {
        const int d = verification->temporary[h];
        if (d == NONE)
            continue;
        const char *fault = fault_of(problem, h, d);
        if (fault != NULL)
            complain(verification->complaints, (struct place){.source = "unplaced.csv"},
                     "the temporary place %s of household %s %s", problem->dwellings[d].id,
                     problem->households[h].id,
                     husly_words(verification->complaints->language, fault));
        left[d] -= problem->households[h].persons;
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (left[d] < 0)
            complain(verification->complaints, (struct place){.source = "unplaced.csv"},
                     "the temporary place %s takes %d persons, %d too many",
                     problem->dwellings[d].id, problem->dwellings[d].places, -left[d]);
    }
}

/* The first of the free places that the household could have, NONE. */
static int find_free(const husly_problem *problem, const int *left, const int *free_places,
                     int count, int household)
{
    for (int at = 0; at < count; at++) {
        const int d = free_places[at];
        if (left[d] >= problem->households[household].persons &&
            fault_of(problem, household, d) == NULL)
            return d;
    }
    return NONE;
}

/* A place that stays free while somebody could have it would have been given away. */
static void verify_none_left(struct verification *verification, const int *left, int *free_places)
{
    const husly_problem *problem = verification->problem;
    int count = 0;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (left[d] > 0)
            free_places[count++] = d;
    }
    for (int h = 0; h < problem->household_count; h++) {
        if (verification->placed[h] != NONE || verification->temporary[h] != NONE)
            continue;
        const int place = find_free(problem, left, free_places, count, h);
        if (place != NONE)
            complain(verification->complaints, (struct place){.source = "unplaced.csv"},
                     "household %s has no temporary place, though %s has one left for it",
                     problem->households[h].id, problem->dwellings[place].id);
    }
}

bool verify_temporary(struct verification *verification)
{
    const size_t dwellings = (size_t)verification->problem->dwelling_count + 1;
    int *left = arena_take(verification->arena, dwellings, sizeof *left);
    int *free_places = arena_take(verification->arena, dwellings, sizeof *free_places);
    if (left == NULL || free_places == NULL)
        return false;
    verify_loads(verification, left);
    verify_none_left(verification, left, free_places);
    return true;
}
