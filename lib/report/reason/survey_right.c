/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the right leaves a household even if nobody else were placed. */
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

/* Vacancies of the period and what is gone of the right, in the unit of a dwelling. */
struct unit_tally {
    int64_t before, reported, taken, reserved;
};

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

static struct unit_tally tally_unit(const husly_problem *problem, const struct dwelling *dwelling)
{
    const bool apart = problem->policy.right_kinds_apart;
    struct unit_tally tally = {0};
    for (int s = 0; s < problem->section_count; s++) {
        if (is_same_unit(problem, s, dwelling->section))
            add_section(&tally, problem->sections[s].given, is_youth_apart(problem, dwelling));
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct dwelling *other = &problem->dwellings[d];
        tally.reported += is_same_unit(problem, other->section, dwelling->section) &&
                          (apart ? other->kind == dwelling->kind : is_counted(other->kind));
    }
    return tally;
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

bool survey_right_closed(const husly_problem *problem, int household, int index)
{
    const struct dwelling *home = &problem->dwellings[index];
    if (!survey_closed(problem, index).holds)
        return true;
    if (!is_counted(home->kind) || problem->policy.right_offered_only)
        return false;
    const struct section *section = &problem->sections[home->section];
    const struct unit_tally tally = tally_unit(problem, home);
    const bool extras = section->organisation != NONE &&
                        problem->organisations[section->organisation].extras_left > 0;
    return !extras && right_left(problem, section, &tally, 0) <= 0 &&
           pool_left(problem, household, home, &tally, 0) <= 0;
}

int64_t survey_vacancies_missing(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    const struct section *section = &problem->sections[home->section];
    const struct unit_tally tally = tally_unit(problem, home);
    for (int more = 1; more <= 1000; more++) {
        if (right_left(problem, section, &tally, more) > 0 ||
            pool_left(problem, household, home, &tally, more) > 0)
            return more;
    }
    return 0;
}
