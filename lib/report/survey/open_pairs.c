/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/open_pairs.h"

#include <string.h>

#include "base/memory.h"
#include "report/reason/reason_survey.h"

enum known { UNKNOWN, CLOSED, OPEN };

/* A limit of rule 10 is one of a section or its area, so it is asked once a section. */
static bool is_within_limits(struct reasons *reasons, int dwelling, enum known *by_section)
{
    enum known *known = &by_section[reasons->problem->dwellings[dwelling].section];
    if (*known == UNKNOWN)
        *known = survey_place_capped(reasons, dwelling) ? CLOSED : OPEN;
    return *known == OPEN && !survey_home_capped(reasons, dwelling);
}

static void judge_household(struct reasons *reasons, int household, enum known *by_section,
                            uint64_t *lawful, uint64_t *open)
{
    const size_t words = reasons->masks.words;
    reasons_look(reasons, household);
    if (reasons_failed(reasons))
        return;
    memset(by_section, 0, (size_t)reasons->problem->section_count * sizeof *by_section);
    memcpy(lawful, reasons->takes, words * sizeof *lawful);
    for (int d = mask_next(lawful, words, 0); d != NONE; d = mask_next(lawful, words, d + 1))
        mask_put(open, d,
                 !mask_has(reasons->closed, d) && is_within_limits(reasons, d, by_section));
}

static bool judge_all(const struct open_pairs *pairs, struct reasons *reasons,
                      enum known *by_section)
{
    for (int h = 0; h < reasons->problem->household_count && !reasons_failed(reasons); h++) {
        const size_t row = (size_t)h * pairs->words;
        judge_household(reasons, h, by_section, pairs->lawful + row, pairs->open + row);
    }
    return !reasons_failed(reasons);
}

bool open_pairs_find(struct open_pairs *out, const husly_problem *problem, struct arena *arena)
{
    const size_t words = ((size_t)problem->dwelling_count + 63) / 64;
    const size_t size = (size_t)problem->household_count * words + 1;
    enum known *by_section =
        arena_take(arena, (size_t)problem->section_count + 1, sizeof *by_section);
    *out = (struct open_pairs){words, arena_take(arena, size, sizeof *out->lawful),
                               arena_take(arena, size, sizeof *out->open)};
    if (out->lawful == NULL || out->open == NULL || by_section == NULL)
        return false;
    struct reasons *reasons = reasons_new(problem);
    const bool found = reasons != NULL && judge_all(out, reasons, by_section);
    reasons_free(reasons);
    return found;
}

static int count_of_size(const struct open_pairs *pairs, const husly_problem *problem, int dwelling,
                         int persons)
{
    int count = 0;
    for (int h = 0; h < problem->household_count; h++)
        count += problem->households[h].persons == persons && open_pairs_has(pairs, h, dwelling);
    return count;
}

static int largest_household(const husly_problem *problem)
{
    int largest = 0;
    for (int h = 0; h < problem->household_count; h++) {
        if (problem->households[h].persons > largest)
            largest = problem->households[h].persons;
    }
    return largest;
}

int open_pairs_room(const struct open_pairs *pairs, const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    if (kind_is_single(home->kind))
        return 1;
    int held = 0;
    int left = home->places;
    const int largest = largest_household(problem);
    for (int persons = 1; persons <= left && persons <= largest; persons++) {
        const int waiting = count_of_size(pairs, problem, dwelling, persons);
        const int fit = waiting < left / persons ? waiting : left / persons;
        held += fit;
        left -= fit * persons;
    }
    return held;
}
