/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/open_pairs.h"

#include "base/memory.h"
#include "report/reason/reason_survey.h"

enum known { UNKNOWN, CLOSED, OPEN };

/* A limit of rule 10 is one of a section or its area, so it is asked once a section. */
static bool is_within_limits(const husly_problem *problem, int household, int dwelling,
                             enum known *by_section)
{
    enum known *known = &by_section[problem->dwellings[dwelling].section];
    if (*known == UNKNOWN)
        *known = survey_place_capped(problem, household, dwelling) ? CLOSED : OPEN;
    return *known == OPEN && !survey_home_capped(problem, household, dwelling);
}

static void judge_household(const husly_problem *problem, int household, enum known *by_section,
                            bool *lawful, bool *open)
{
    for (int s = 0; s < problem->section_count; s++)
        by_section[s] = UNKNOWN;
    for (int d = 0; d < problem->dwelling_count; d++) {
        lawful[d] = survey_takes(problem, household, d);
        open[d] = lawful[d] && survey_closed(problem, d).holds &&
                  is_within_limits(problem, household, d, by_section);
    }
}

bool open_pairs_find(struct open_pairs *out, const husly_problem *problem, struct arena *arena)
{
    const size_t dwellings = (size_t)problem->dwelling_count;
    const size_t size = (size_t)problem->household_count * dwellings + 1;
    bool *lawful = arena_take(arena, size, sizeof *lawful);
    bool *open = arena_take(arena, size, sizeof *open);
    enum known *by_section =
        arena_take(arena, (size_t)problem->section_count + 1, sizeof *by_section);
    *out = (struct open_pairs){problem->dwelling_count, lawful, open};
    if (lawful == NULL || open == NULL || by_section == NULL)
        return false;
    for (int h = 0; h < problem->household_count; h++)
        judge_household(problem, h, by_section, lawful + (size_t)h * dwellings,
                        open + (size_t)h * dwellings);
    return true;
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
