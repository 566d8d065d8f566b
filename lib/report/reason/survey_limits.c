/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the right and the limits of a place leave a household even if nobody else were placed. */
#include "base/wide.h"
#include "report/reason/reason_survey.h"

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

bool survey_is_pooled(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation && section->organisation != NONE &&
           section->right.whole == 0;
}

static bool is_same_unit(const husly_problem *problem, int a, int b)
{
    const struct section *one = &problem->sections[a], *other = &problem->sections[b];
    return a == b || (survey_is_pooled(problem, one) && survey_is_pooled(problem, other) &&
                      one->organisation == other->organisation);
}

/* Vacancies of the period and what is gone of the right, in the unit of a dwelling. */
struct unit_tally {
    int64_t vacancies, gone;
};

static void add_section(struct unit_tally *tally, const husly_section *given, bool youth)
{
    if (given == NULL)
        return;
    tally->vacancies += youth ? given->youth_vacated_before : given->vacated_before;
    tally->gone += youth ? (int64_t)given->youth_taken_before + given->youth_reserved
                         : (int64_t)given->taken_before + given->reserved;
}

static struct unit_tally tally_unit(const husly_problem *problem, const struct dwelling *dwelling)
{
    const bool apart = problem->policy.right_kinds_apart;
    const bool youth = apart && dwelling->kind == HUSLY_KIND_YOUTH;
    struct unit_tally tally = {0, 0};
    for (int s = 0; s < problem->section_count; s++) {
        if (is_same_unit(problem, s, dwelling->section))
            add_section(&tally, problem->sections[s].given, youth);
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct dwelling *other = &problem->dwellings[d];
        tally.vacancies += is_same_unit(problem, other->section, dwelling->section) &&
                           (apart ? other->kind == dwelling->kind : is_counted(other->kind));
    }
    return tally;
}

static husly_share right_of(const husly_problem *problem, const struct section *section)
{
    return section->right.whole > 0 ? section->right : problem->policy.right;
}

bool survey_right_closed(const husly_problem *problem, int index)
{
    const struct dwelling *dwelling = &problem->dwellings[index];
    if (!survey_closed(problem, index).holds)
        return true;
    if (!is_counted(dwelling->kind) || problem->policy.right_offered_only)
        return false;
    const struct section *section = &problem->sections[dwelling->section];
    const husly_share right = right_of(problem, section);
    const struct unit_tally tally = tally_unit(problem, dwelling);
    const wide entitlement = (wide)right.part * tally.vacancies / right.whole - tally.gone;
    const bool extras = section->organisation != NONE &&
                        problem->organisations[section->organisation].extras_left > 0;
    return entitlement <= 0 && !extras;
}

bool survey_same_unit(const husly_problem *problem, int one, int other)
{
    const struct dwelling *a = &problem->dwellings[one], *b = &problem->dwellings[other];
    return is_same_unit(problem, a->section, b->section) &&
           (!problem->policy.right_kinds_apart || a->kind == b->kind);
}

int64_t survey_vacancies_missing(const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    const husly_share right = right_of(problem, &problem->sections[home->section]);
    const struct unit_tally tally = tally_unit(problem, home);
    for (int more = 1; more <= 1000; more++) {
        if ((wide)right.part * (tally.vacancies + more) / right.whole > tally.gone)
            return more;
    }
    return 0;
}

/* A household and its party as they weigh in the limits of a place. */
struct load {
    int64_t persons, children, households;
};

static struct load load_of(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    struct load load = {people->persons, people->children, 1};
    if (people->party == NONE)
        return load;
    load = (struct load){0, 0, 0};
    for (int h = 0; h < problem->household_count; h++) {
        if (!problem_are_together(problem, household, h))
            continue;
        load.persons += problem->households[h].persons;
        load.children += problem->households[h].children;
        load.households++;
    }
    return load;
}

static struct cap_limit count_limit(int limit, int64_t sum)
{
    return (struct cap_limit){limit != HUSLY_NO_NUMBER && sum > limit, sum};
}

/* Multiplied out to whole numbers; where nobody lives no share is large enough. */
static struct cap_limit share_limit(husly_share share, int64_t sum, int64_t base)
{
    const wide least = base > 0 ? ((wide)sum * 10000 + base - 1) / base : INT64_MAX;
    return (struct cap_limit){share.whole > 0 && (wide)share.whole * sum > (wide)share.part * base,
                              (int64_t)least};
}

/* The most persons of one group among the household and its party. */
static int64_t largest_group(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    if (people->party == NONE)
        return people->group != NONE ? people->persons : 0;
    int64_t largest = 0;
    for (int group = 0; group < problem->group_count; group++) {
        int64_t persons = 0;
        for (int h = 0; h < problem->household_count; h++) {
            if (problem_are_together(problem, household, h) &&
                problem->households[h].group == group)
                persons += problem->households[h].persons;
        }
        largest = persons > largest ? persons : largest;
    }
    return largest;
}

static void area_limits(const husly_problem *problem, int household, const struct area *area,
                        struct cap_limit *limits)
{
    const struct load load = load_of(problem, household);
    const int of_group = problem->policy.group_max_persons;
    limits[CAP_AREA_PERSONS] = count_limit(area->max_persons, load.persons);
    limits[CAP_AREA_CHILDREN] = count_limit(area->max_children, load.children);
    limits[CAP_AREA_SHARE] =
        share_limit(area->max_share, area->refugees + load.persons, area->residents + load.persons);
    if (of_group != HUSLY_NO_NUMBER)
        limits[CAP_GROUP] = count_limit(of_group, largest_group(problem, household));
}

void survey_limits(const husly_problem *problem, int household, int dwelling,
                   struct cap_limit limits[CAP_NONE])
{
    const struct section *section = &problem->sections[problem->dwellings[dwelling].section];
    const int64_t households = load_of(problem, household).households;
    for (int cap = 0; cap < CAP_NONE; cap++)
        limits[cap] = (struct cap_limit){false, 0};
    if (section->area != NONE)
        area_limits(problem, household, &problem->areas[section->area], limits);
    limits[CAP_SECTION_HOUSEHOLDS] = count_limit(section->max_households, households);
    limits[CAP_SECTION_SHARE] =
        share_limit(section->max_share, section->refugee_homes + households, section->homes);
}

enum cap survey_cap(const husly_problem *problem, int household, int dwelling)
{
    struct cap_limit limits[CAP_NONE];
    survey_limits(problem, household, dwelling, limits);
    int cap = 0;
    while (cap < CAP_NONE && !limits[cap].exceeded)
        cap++;
    return (enum cap)cap;
}
