/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason/reason_survey.h"

static bool is_permanent(const husly_problem *problem, int dwelling)
{
    return problem->dwellings[dwelling].kind != HUSLY_KIND_TRANSIT;
}

static bool breaks(const husly_problem *problem, int household, int dwelling, int rule)
{
    return !rules[rule]->judge(problem, household, dwelling).holds;
}

static int find_broken(const husly_problem *problem, int household, int dwelling,
                       bool broken[PAIR_RULES])
{
    int count = 0;
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        broken[rule] = breaks(problem, household, dwelling, rule);
        count += broken[rule];
    }
    return count;
}

struct survey survey_household(const husly_problem *problem, int household)
{
    struct survey survey = {0};
    for (int d = 0; d < problem->dwelling_count; d++) {
        bool broken[PAIR_RULES];
        if (!is_permanent(problem, d))
            continue;
        const int count = find_broken(problem, household, d, broken);
        survey.permanent++;
        survey.lawful += count == 0;
        for (int rule = 0; rule < PAIR_RULES; rule++) {
            survey.broken[rule] += broken[rule];
            survey.opened[rule] += broken[rule] && count == 1;
        }
    }
    return survey;
}

bool survey_lawful(const husly_problem *problem, int household, int dwelling)
{
    bool lawful = is_permanent(problem, dwelling);
    for (int rule = 0; rule < PAIR_RULES && lawful; rule++)
        lawful = !breaks(problem, household, dwelling, rule);
    return lawful;
}

bool survey_breaks_only(const husly_problem *problem, int household, int dwelling, int rule)
{
    bool broken[PAIR_RULES];
    return is_permanent(problem, dwelling) &&
           find_broken(problem, household, dwelling, broken) == 1 && broken[rule];
}

bool survey_has_party(const husly_problem *problem, int household)
{
    const int party = problem->households[household].party;
    return party != NONE && problem_party_size(problem, party) > 1;
}

bool survey_has_near(const husly_problem *problem, int household)
{
    return problem_near_size(problem, problem->households[household].near) > 1;
}

bool survey_reaches(const husly_problem *problem, int household, int section)
{
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (problem->dwellings[d].section == section && survey_lawful(problem, household, d))
            return true;
    }
    return false;
}

static bool takes_party(const husly_problem *problem, int household, int dwelling)
{
    if (kind_is_single(problem->dwellings[dwelling].kind))
        return false;
    int64_t persons = 0;
    for (int h = 0; h < problem->household_count; h++) {
        if (!problem_are_together(problem, household, h))
            continue;
        if (!survey_lawful(problem, h, dwelling))
            return false;
        persons += problem->households[h].persons;
    }
    return persons <= problem->dwellings[dwelling].places;
}

static bool takes_near(const husly_problem *problem, int household, int section)
{
    for (int h = 0; h < problem->household_count; h++) {
        if (h != household && problem_are_near(problem, household, h) &&
            !survey_reaches(problem, h, section))
            return false;
    }
    return true;
}

bool survey_takes(const husly_problem *problem, int household, int dwelling)
{
    if (survey_has_party(problem, household))
        return takes_party(problem, household, dwelling);
    return survey_lawful(problem, household, dwelling) &&
           takes_near(problem, household, problem->dwellings[dwelling].section);
}
