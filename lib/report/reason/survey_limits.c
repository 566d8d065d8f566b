/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the right and the limits of a place leave a household even if nobody else were placed. */
#include "base/wide.h"
#include "report/reason/reason_survey.h"

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

static bool is_pooled(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation && section->organisation != NONE &&
           section->right.whole == 0;
}

static bool is_same_unit(const husly_problem *problem, int a, int b)
{
    const struct section *one = &problem->sections[a], *other = &problem->sections[b];
    return a == b || (is_pooled(problem, one) && is_pooled(problem, other) &&
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

bool survey_right_closed(const husly_problem *problem, int index)
{
    const struct dwelling *dwelling = &problem->dwellings[index];
    if (!is_counted(dwelling->kind))
        return false;
    if (problem->policy.right_offered_only)
        return !dwelling->offered;
    const struct section *section = &problem->sections[dwelling->section];
    const husly_share right = section->right.whole > 0 ? section->right : problem->policy.right;
    const struct unit_tally tally = tally_unit(problem, dwelling);
    const wide entitlement = (wide)right.part * tally.vacancies / right.whole - tally.gone;
    const bool extras = section->organisation != NONE &&
                        problem->organisations[section->organisation].extras_left > 0;
    return entitlement <= 0 && !extras;
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
        if (!survey_is_together(problem, household, h))
            continue;
        load.persons += problem->households[h].persons;
        load.children += problem->households[h].children;
        load.households++;
    }
    return load;
}

/* already + more <= share × base, in whole numbers. */
static bool exceeds_share(husly_share share, int64_t sum, int64_t base)
{
    return share.whole > 0 && (wide)share.whole * sum > (wide)share.part * base;
}

static bool exceeds(int limit, int64_t sum)
{
    return limit != HUSLY_NO_NUMBER && sum > limit;
}

static enum cap area_cap(const struct area *area, struct load load)
{
    if (exceeds(area->max_persons, load.persons))
        return CAP_AREA_PERSONS;
    if (exceeds(area->max_children, load.children))
        return CAP_AREA_CHILDREN;
    if (exceeds_share(area->max_share, area->refugees + load.persons,
                      area->residents + load.persons))
        return CAP_AREA_SHARE;
    return CAP_NONE;
}

static enum cap section_cap(const struct section *section, struct load load)
{
    if (exceeds(section->max_households, load.households))
        return CAP_SECTION_HOUSEHOLDS;
    if (exceeds_share(section->max_share, section->refugee_homes + load.households, section->homes))
        return CAP_SECTION_SHARE;
    return CAP_NONE;
}

/* Whether those of one group among the household and its party are more than a place may take. */
static bool exceeds_group(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    if (people->party == NONE)
        return people->group != NONE && exceeds(problem->policy.group_max_persons, people->persons);
    for (int group = 0; group < problem->group_count; group++) {
        int64_t persons = 0;
        for (int h = 0; h < problem->household_count; h++) {
            if (survey_is_together(problem, household, h) && problem->households[h].group == group)
                persons += problem->households[h].persons;
        }
        if (exceeds(problem->policy.group_max_persons, persons))
            return true;
    }
    return false;
}

enum cap survey_cap(const husly_problem *problem, int household, int dwelling)
{
    const int section = problem->dwellings[dwelling].section;
    const int area = problem->sections[section].area;
    const struct load load = load_of(problem, household);
    enum cap cap = area != NONE ? area_cap(&problem->areas[area], load) : CAP_NONE;
    if (cap == CAP_NONE)
        cap = section_cap(&problem->sections[section], load);
    if (cap == CAP_NONE && area != NONE && problem->policy.group_max_persons != HUSLY_NO_NUMBER &&
        exceeds_group(problem, household))
        cap = CAP_GROUP;
    return cap;
}
