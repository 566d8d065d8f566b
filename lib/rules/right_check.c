/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9 judged without the program, from the rows as given. */
#include <stdio.h>

#include "base/text.h"
#include "base/wide.h"
#include "model/target.h"
#include "rules/right.h"

/* What is counted of one unit. */
struct tally {
    int64_t before, reported; /* vacancies */
    int64_t taken, reserved, pool_taken;
    int64_t used, used_by_pool; /* by the plan; of them by households whom the pool is for */
};

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

/* Family and youth dwellings are for one household each; a second one there breaks rule 8. */
static int tenant_of(const husly_problem *problem, const struct placing *plan, int dwelling)
{
    for (int household = 0; household < problem->household_count; household++) {
        if (plan->dwelling_of[household] == dwelling)
            return household;
    }
    return NONE;
}

static void tally_before(struct tally *tally, const husly_section *given, bool youth)
{
    tally->before += youth ? given->youth_vacated_before : given->vacated_before;
    tally->taken += youth ? given->youth_taken_before : given->taken_before;
    tally->reserved += youth ? given->youth_reserved : given->reserved;
    tally->pool_taken += youth ? 0 : given->flexible_taken;
}

/* Counts a section's dwellings of a kind, or of both kinds where they are counted together. */
static void tally_section(struct tally *tally, const husly_problem *problem,
                          const struct placing *plan, int section, husly_kind kind)
{
    bool apart = problem->policy.right_kinds_apart;
    const husly_section *given = problem->sections[section].given;
    if (given != NULL)
        tally_before(tally, given, apart && kind == HUSLY_KIND_YOUTH);
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        if (home->section != section || !(apart ? home->kind == kind : is_counted(home->kind)))
            continue;
        int tenant = tenant_of(problem, plan, dwelling);
        tally->reported++;
        tally->used += tenant != NONE;
        tally->used_by_pool += tenant != NONE && given != NULL &&
                               target_fits(given->flexible_for, problem->households[tenant].given);
    }
}

/* The organisation whose sections are counted together with this one; NULL: it is a unit by itself.
 */
static const char *pool_of(const husly_problem *problem, int section)
{
    const husly_section *given = problem->sections[section].given;
    bool pools = problem->policy.right_by_organisation && given != NULL &&
                 given->right.whole == 0 && given->flexible.whole == 0;
    return pools ? given->organisation_id : NULL;
}

static bool is_same_unit(const husly_problem *problem, int a, int b)
{
    const char *pool = pool_of(problem, a);
    return a == b || (pool != NULL && text_equal(pool, pool_of(problem, b)));
}

static bool is_unit_first(const husly_problem *problem, int section)
{
    int first = 0;
    while (!is_same_unit(problem, first, section))
        first++;
    return first == section;
}

static husly_share right_in_force(const husly_problem *problem, int section)
{
    const husly_section *given = problem->sections[section].given;
    const husly_round *round = problem->round;
    if (given != NULL && given->right.whole > 0)
        return given->right;
    for (size_t at = 0; at < round->organisation_count && given != NULL; at++) {
        const husly_organisation *row = &round->organisations[at];
        if (text_equal(row->organisation_id, given->organisation_id) && row->right.whole > 0)
            return row->right;
    }
    return problem->policy.right;
}

static int64_t floor_of(husly_share share, int64_t vacancies)
{
    return (int64_t)((wide)vacancies * share.part / share.whole);
}

static int64_t entitlement_of(const husly_problem *problem, husly_share right,
                              const struct tally *tally)
{
    int64_t left = floor_of(right, tally->before + tally->reported) - tally->taken;
    int64_t unused = floor_of(right, tally->before) - tally->taken;
    if (problem->policy.right_lapses && unused > 0)
        left -= unused;
    left -= tally->reserved;
    return left > 0 ? left : 0;
}

/* What the plan takes of a unit, by all and by those whom no flexible letting is for, against what
 * there is. */
struct figures {
    int64_t used, limit;
    int64_t ordinary, entitlement;
};

/* A unit named by its first section. */
static struct figures unit_figures(const husly_problem *problem, const struct placing *plan,
                                   int first, husly_kind kind)
{
    struct tally tally = {0};
    for (int section = first; section < problem->section_count; section++) {
        if (is_same_unit(problem, first, section))
            tally_section(&tally, problem, plan, section, kind);
    }
    const husly_section *given = problem->sections[first].given;
    bool youth = problem->policy.right_kinds_apart && kind == HUSLY_KIND_YOUTH;
    int64_t entitlement = entitlement_of(problem, right_in_force(problem, first), &tally);
    if (given == NULL || given->flexible.whole == 0 || youth)
        return (struct figures){tally.used, entitlement, tally.used, entitlement};
    int64_t pool = floor_of(given->flexible, tally.before + tally.reported) - tally.pool_taken;
    return (struct figures){tally.used, entitlement + (pool > 0 ? pool : 0),
                            tally.used - tally.used_by_pool, entitlement};
}

/* Contract rule 9: used − min(pool, used by those whom it is for) beyond the entitlement. */
static int64_t excess_of(const struct figures *unit)
{
    int64_t all = unit->used - unit->limit;
    int64_t ordinary = unit->ordinary - unit->entitlement;
    int64_t excess = all > ordinary ? all : ordinary;
    return excess > 0 ? excess : 0;
}

/* How far an organisation's units, family or youth, exceed the right together. */
static int64_t excess_of_organisation(const husly_problem *problem, const struct placing *plan,
                                      int organisation, husly_kind kind)
{
    int64_t excess = 0;
    for (int section = 0; section < problem->section_count; section++) {
        if (problem->sections[section].organisation != organisation ||
            !is_unit_first(problem, section))
            continue;
        struct figures unit = unit_figures(problem, plan, section, kind);
        excess += excess_of(&unit);
    }
    return excess;
}

/* Outside its period an agreement counts nothing. */
static int64_t extras_agreed(const husly_problem *problem, int organisation)
{
    const husly_organisation *given =
        organisation != NONE ? problem->organisations[organisation].given : NULL;
    husly_date today = problem->policy.round_date;
    if (given == NULL || (given->extra_from != HUSLY_NO_DATE && today < given->extra_from) ||
        (given->extra_until != HUSLY_NO_DATE && today > given->extra_until))
        return 0;
    return (int64_t)given->extra_dwellings - given->extra_used;
}

struct hearing {
    breach_fn *tell;
    void *user;
    bool more, holds;
};

/* Tells of one row of a unit that is used beyond its limit. */
static void check_row(const husly_problem *problem, int section, const char *word, const char *mark,
                      struct breach breach, struct hearing *hearing)
{
    const char *pool = pool_of(problem, section);
    const struct section *first = &problem->sections[section];
    bool marked = pool == NULL && problem_section_needs_mark(problem, first);
    char row[160];
    if (breach.used <= breach.limit || !hearing->more)
        return;
    snprintf(row, sizeof row, "%s/%s%s%s", word, pool != NULL ? pool : first->id,
             marked ? "/section" : "", mark);
    breach.rule = "right";
    breach.household = breach.dwelling = NONE;
    breach.row = row;
    hearing->holds = false;
    hearing->more = hearing->tell(&breach, hearing->user);
}

/* Tells of every unit that exceeds the right without an agreement on extra dwellings. */
static void check_units(const husly_problem *problem, const struct placing *plan, husly_kind kind,
                        struct hearing *hearing)
{
    bool youth = kind == HUSLY_KIND_YOUTH;
    for (int section = 0; section < problem->section_count && hearing->more; section++) {
        if (!is_unit_first(problem, section) ||
            extras_agreed(problem, problem->sections[section].organisation) > 0)
            continue;
        struct figures unit = unit_figures(problem, plan, section, kind);
        check_row(problem, section, "right", youth ? "/youth" : "",
                  (struct breach){.used = unit.used, .limit = unit.limit}, hearing);
        if (unit.limit > unit.entitlement)
            check_row(problem, section, "ordinary", "",
                      (struct breach){.used = unit.ordinary, .limit = unit.entitlement}, hearing);
    }
}

/* Tells of every organisation whose units together exceed the right by more than was agreed. */
static void check_extras(const husly_problem *problem, const struct placing *plan,
                         struct hearing *hearing)
{
    for (int index = 0; index < problem->organisation_count && hearing->more; index++) {
        int64_t agreed = extras_agreed(problem, index);
        int64_t excess = excess_of_organisation(problem, plan, index, HUSLY_KIND_FAMILY);
        if (problem->policy.right_kinds_apart)
            excess += excess_of_organisation(problem, plan, index, HUSLY_KIND_YOUTH);
        if (agreed <= 0 || excess <= agreed)
            continue;
        char row[160];
        snprintf(row, sizeof row, "extra/%s", problem->organisations[index].id);
        hearing->holds = false;
        hearing->more = hearing->tell(
            &(struct breach){"right", row, NONE, NONE, excess, agreed, false}, hearing->user);
    }
}

bool right_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                 void *user)
{
    struct hearing hearing = {tell, user, true, true};
    if (problem->policy.right_offered_only)
        return true;
    check_units(problem, plan, HUSLY_KIND_FAMILY, &hearing);
    if (problem->policy.right_kinds_apart)
        check_units(problem, plan, HUSLY_KIND_YOUTH, &hearing);
    check_extras(problem, plan, &hearing);
    return hearing.holds;
}
