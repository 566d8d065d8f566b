/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the right leaves a household even if nobody else were placed. */
#include "base/memory.h"
#include "base/wide.h"
#include "model/target.h"
#include "report/reason/reason_survey.h"
#include "report/verify/right_count.h"

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

static bool is_same_unit(const husly_problem *problem, int a, int b)
{
    const struct section *one = &problem->sections[a], *other = &problem->sections[b];
    return a == b || (right_count_is_joint(problem, one) && right_count_is_joint(problem, other) &&
                      one->organisation == other->organisation);
}

bool survey_same_unit(const husly_problem *problem, int one, int other)
{
    const struct dwelling *a = &problem->dwellings[one], *b = &problem->dwellings[other];
    return is_same_unit(problem, a->section, b->section) &&
           (!problem->policy.right_kinds_apart || a->kind == b->kind);
}

static void add_section(struct unit_tally *tally, const husly_section *given, bool youth)
{
    if (given == NULL)
        return;
    tally->before += youth ? given->youth_vacated_before : given->vacated_before;
    tally->taken += youth ? given->youth_taken_before : given->taken_before;
    tally->reserved += youth ? given->youth_reserved : given->reserved;
}

static bool is_youth_apart(const husly_problem *problem, const struct dwelling *dwelling)
{
    return problem->policy.right_kinds_apart && dwelling->kind == HUSLY_KIND_YOUTH;
}

/* Behind the sections come the organisations whose sections count as one. */
static size_t tally_place(const husly_problem *problem, int section, bool youth)
{
    const struct section *place = &problem->sections[section];
    const int unit = right_count_is_joint(problem, place)
                         ? problem->section_count + place->organisation
                         : section;
    return 2 * (size_t)unit + (youth ? 1 : 0);
}

bool survey_tally_units(struct reasons *reasons)
{
    const husly_problem *problem = reasons->problem;
    const size_t units = (size_t)problem->section_count + (size_t)problem->organisation_count;
    struct unit_tally *tallies = arena_take(reasons->arena, 2 * units + 1, sizeof *tallies);
    reasons->tallies = tallies;
    if (tallies == NULL)
        return false;
    for (int s = 0; s < problem->section_count; s++) {
        const husly_section *given = problem->sections[s].given;
        add_section(&tallies[tally_place(problem, s, false)], given, false);
        if (problem->policy.right_kinds_apart)
            add_section(&tallies[tally_place(problem, s, true)], given, true);
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct dwelling *home = &problem->dwellings[d];
        if (is_counted(home->kind))
            tallies[tally_place(problem, home->section, is_youth_apart(problem, home))].reported++;
    }
    return true;
}

static const struct unit_tally *tally_of(const struct reasons *reasons, const struct dwelling *home)
{
    return &reasons->tallies[tally_place(reasons->problem, home->section,
                                         is_youth_apart(reasons->problem, home))];
}

static wide part_of(husly_share share, int64_t vacancies)
{
    return (wide)share.part * vacancies / share.whole;
}

/* What the right leaves with so many vacancies more; below 0 where more is gone than it gives. */
static wide right_left(const husly_problem *problem, const struct section *section,
                       const struct unit_tally *tally, int more)
{
    const husly_share right = right_count_share(problem, section);
    const wide lapsed = problem->policy.right_lapses ? part_of(right, tally->before) : 0;
    const wide gone = lapsed > tally->taken ? lapsed : tally->taken;
    return part_of(right, tally->before + tally->reported + more) - gone - tally->reserved;
}

/* What flexible letting leaves the household, if it is for it. */
static wide pool_left(const husly_problem *problem, int household, const struct dwelling *home,
                      const struct unit_tally *tally, int more)
{
    const struct section *section = &problem->sections[home->section];
    if (section->flexible.whole == 0 || is_youth_apart(problem, home) ||
        !target_fits(section->given->flexible_for, problem->households[household].given))
        return 0;
    return part_of(section->flexible, tally->before + tally->reported + more) -
           section->given->flexible_taken;
}

bool survey_right_closed(const struct reasons *reasons, int dwelling)
{
    const husly_problem *problem = reasons->problem;
    const struct dwelling *home = &problem->dwellings[dwelling];
    if (mask_has(reasons->closed, dwelling))
        return true;
    if (!is_counted(home->kind) || problem->policy.right_offered_only)
        return false;
    const struct section *section = &problem->sections[home->section];
    const struct unit_tally *tally = tally_of(reasons, home);
    const bool extras = section->organisation != NONE &&
                        problem->organisations[section->organisation].extras_left > 0;
    return !extras && right_left(problem, section, tally, 0) <= 0 &&
           pool_left(problem, reasons->household, home, tally, 0) <= 0;
}

int64_t survey_vacancies_missing(const struct reasons *reasons, int dwelling)
{
    const husly_problem *problem = reasons->problem;
    const struct dwelling *home = &problem->dwellings[dwelling];
    const struct section *section = &problem->sections[home->section];
    const struct unit_tally *tally = tally_of(reasons, home);
    for (int more = 1; more <= 1000; more++) {
        if (right_left(problem, section, tally, more) > 0 ||
            pool_left(problem, reasons->household, home, tally, more) > 0)
            return more;
    }
    return 0;
}
