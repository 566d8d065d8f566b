/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason/reason_survey.h"

static bool is_permanent(const husly_problem *problem, int dwelling)
{
    return problem->dwellings[dwelling].kind != HUSLY_KIND_TRANSIT;
}

int survey_count_permanent(const husly_problem *problem)
{
    int count = 0;
    for (int d = 0; d < problem->dwelling_count; d++)
        count += is_permanent(problem, d);
    return count;
}

bool survey_lawful(const husly_problem *problem, int household, int dwelling)
{
    bool lawful = is_permanent(problem, dwelling);
    for (int rule = 0; rule < PAIR_RULES && lawful; rule++)
        lawful = rules[rule]->judge(problem, household, dwelling).holds;
    return lawful;
}

bool survey_has_party(const husly_problem *problem, int household)
{
    return problem_party_size(problem, problem->households[household].party) > 1;
}

bool survey_has_near(const husly_problem *problem, int household)
{
    return problem_near_size(problem, problem->households[household].near) > 1;
}

bool survey_reaches(const husly_problem *problem, int household, int section)
{
    const struct chains *of_section = &problem->of_section;
    for (int d = of_section->first[section]; d != NONE; d = of_section->next[d]) {
        if (survey_lawful(problem, household, d))
            return true;
    }
    return false;
}

static bool takes_party(const husly_problem *problem, int household, int dwelling)
{
    const struct chains *parties = &problem->of_party;
    const int first = parties->first[problem->households[household].party];
    int64_t persons = 0;
    if (kind_is_single(problem->dwellings[dwelling].kind))
        return false;
    for (int h = first; h != NONE; h = parties->next[h])
        persons += problem->households[h].persons;
    if (persons > problem->dwellings[dwelling].places)
        return false;
    int h = first;
    while (h != NONE && survey_lawful(problem, h, dwelling))
        h = parties->next[h];
    return h == NONE;
}

static bool takes_near(const husly_problem *problem, int household, int section)
{
    const int near = problem->households[household].near;
    int h = near != NONE ? problem->of_near.first[near] : NONE;
    while (h != NONE && (h == household || survey_reaches(problem, h, section)))
        h = problem->of_near.next[h];
    return h == NONE;
}

bool survey_takes(const husly_problem *problem, int household, int dwelling)
{
    if (survey_has_party(problem, household))
        return takes_party(problem, household, dwelling);
    return survey_lawful(problem, household, dwelling) &&
           takes_near(problem, household, problem->dwellings[dwelling].section);
}
