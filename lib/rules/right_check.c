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

/* What the check of a plan keeps. Family and youth dwellings are for one household each; a second
 * one there breaks rule 8. */
struct count {
    const husly_problem *problem;
    int *tenant_of; /* by dwelling: the first household there by id, NONE */
    int *first_of;  /* by organisation: the first of its sections that are counted together, NONE */
    int *next_of;   /* by section: the next one that is counted with it, NONE */
    int64_t *excess; /* by organisation: how far its units exceed the right together */
};

static void tally_before(struct tally *tally, const husly_section *given, bool youth)
{
    tally->before += youth ? given->youth_vacated_before : given->vacated_before;
    tally->taken += youth ? given->youth_taken_before : given->taken_before;
    tally->reserved += youth ? given->youth_reserved : given->reserved;
    tally->pool_taken += youth ? 0 : given->flexible_taken;
}

/* Counts a section's dwellings of a kind, or of both kinds where they are counted together. */
static void tally_section(struct tally *tally, const struct count *count, int section,
                          husly_kind kind)
{
    const husly_problem *problem = count->problem;
    bool apart = problem->policy.right_kinds_apart;
    const husly_section *given = problem->sections[section].given;
    if (given != NULL)
        tally_before(tally, given, apart && kind == HUSLY_KIND_YOUTH);
    for (int dwelling = problem->of_section.first[section]; dwelling != NONE;
         dwelling = problem->of_section.next[dwelling]) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        if (!(apart ? home->kind == kind : is_counted(home->kind)))
            continue;
        int tenant = count->tenant_of[dwelling];
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

/* Chains the sections that are counted together, from the last to the first. */
static void chain_sections(struct count *count)
{
    const husly_problem *problem = count->problem;
    for (int index = 0; index < problem->organisation_count; index++)
        count->first_of[index] = NONE;
    for (int section = problem->section_count - 1; section >= 0; section--) {
        count->next_of[section] = NONE;
        if (pool_of(problem, section) == NULL)
            continue;
        int *first = &count->first_of[problem->sections[section].organisation];
        count->next_of[section] = *first;
        *first = section;
    }
}

static bool count_open(struct count *count, const husly_problem *problem,
                       const struct placing *plan)
{
    const size_t organisations = (size_t)problem->organisation_count;
    *count = (struct count){problem, check_take(plan, (size_t)problem->dwelling_count, sizeof(int)),
                            check_take(plan, organisations, sizeof(int)),
                            check_take(plan, (size_t)problem->section_count, sizeof(int)),
                            check_take(plan, organisations, sizeof(int64_t))};
    if (plan->room->failed)
        return false;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        count->tenant_of[dwelling] = NONE;
    for (int household = problem->household_count - 1; household >= 0; household--) {
        if (plan->dwelling_of[household] != NONE)
            count->tenant_of[plan->dwelling_of[household]] = household;
    }
    chain_sections(count);
    return true;
}

static bool is_unit_first(const struct count *count, int section)
{
    return pool_of(count->problem, section) == NULL ||
           count->first_of[count->problem->sections[section].organisation] == section;
}

static husly_share right_in_force(const husly_problem *problem, int section)
{
    const husly_section *given = problem->sections[section].given;
    const int organisation = problem->sections[section].organisation;
    if (given != NULL && given->right.whole > 0)
        return given->right;
    const husly_organisation *row =
        organisation != NONE ? problem->organisations[organisation].given : NULL;
    return row != NULL && row->right.whole > 0 ? row->right : problem->policy.right;
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
static struct figures unit_figures(const struct count *count, int first, husly_kind kind)
{
    const husly_problem *problem = count->problem;
    struct tally tally = {0};
    for (int section = first; section != NONE; section = count->next_of[section])
        tally_section(&tally, count, section, kind);
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

/* Tells of every unit that exceeds the right without an agreement on extra dwellings, and adds up
 * how far each goes beyond it. */
static void check_units(struct count *count, husly_kind kind, struct hearing *hearing)
{
    const husly_problem *problem = count->problem;
    bool youth = kind == HUSLY_KIND_YOUTH;
    for (int section = 0; section < problem->section_count; section++) {
        const int organisation = problem->sections[section].organisation;
        if (!is_unit_first(count, section))
            continue;
        struct figures unit = unit_figures(count, section, kind);
        if (organisation != NONE)
            count->excess[organisation] += excess_of(&unit);
        if (extras_agreed(problem, organisation) > 0)
            continue;
        check_row(problem, section, "right", youth ? "/youth" : "",
                  (struct breach){.used = unit.used, .limit = unit.limit}, hearing);
        if (unit.limit > unit.entitlement)
            check_row(problem, section, "ordinary", "",
                      (struct breach){.used = unit.ordinary, .limit = unit.entitlement}, hearing);
    }
}

/* Tells of every organisation whose units, family or youth, together exceed the right by more than
 * was agreed. */
static void check_extras(const struct count *count, struct hearing *hearing)
{
    const husly_problem *problem = count->problem;
    for (int index = 0; index < problem->organisation_count && hearing->more; index++) {
        int64_t agreed = extras_agreed(problem, index);
        int64_t excess = count->excess[index];
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
    struct count count;
    if (problem->policy.right_offered_only)
        return true;
    if (!count_open(&count, problem, plan))
        return false;
    check_units(&count, HUSLY_KIND_FAMILY, &hearing);
    if (problem->policy.right_kinds_apart)
        check_units(&count, HUSLY_KIND_YOUTH, &hearing);
    check_extras(&count, &hearing);
    return hearing.holds;
}
