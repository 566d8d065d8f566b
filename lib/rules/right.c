/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/right.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/offer.h"
#include "rules/pairs.h"

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

struct right_rows {
    struct right_units units;
    int *row;   /* by unit: `right/U`, or NO_INDEX */
    int *extra; /* by organisation: `extra/O`, or NO_INDEX */
};

/* A unit is able to exceed its entitlement only by dwellings that somebody may have. */
static bool count_usable(const struct builder *builder, const struct right_units *units,
                         int64_t *usable)
{
    const struct pairs *pairs = builder->pairs;
    size_t count = (size_t)builder->problem->dwelling_count + 1;
    bool *seen = memory_new(count, sizeof *seen);
    if (seen == NULL)
        return false;
    int end = pairs->first[builder->problem->household_count];
    for (int at = 0; at < end; at++) {
        int dwelling = pairs->dwellings[at];
        int unit = units->of_dwelling[dwelling];
        if (unit != NONE && !seen[dwelling])
            usable[unit]++;
        seen[dwelling] = true;
    }
    memory_free(seen);
    return true;
}

static void add_right_rows(struct builder *builder, struct right_rows *rows, const int64_t *usable,
                           int64_t *extras)
{
    const husly_problem *problem = builder->problem;
    for (int index = 0; index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        rows->row[index] = NO_INDEX;
        if (usable[index] <= unit->entitlement)
            continue;
        rows->row[index] =
            program_add_row(builder->program, program_name(builder->program, "right/%s", unit->id),
                            false, unit->entitlement);
        if (unit->organisation != NONE)
            extras[unit->organisation] += right_extras(problem, unit);
    }
}

static void add_extra_rows(struct builder *builder, struct right_rows *rows, const int64_t *extras)
{
    const husly_problem *problem = builder->problem;
    for (int index = 0; index < problem->organisation_count; index++) {
        const struct organisation *organisation = &problem->organisations[index];
        rows->extra[index] = NO_INDEX;
        if (extras[index] > organisation->extras_left)
            rows->extra[index] = program_add_row(
                builder->program, program_name(builder->program, "extra/%s", organisation->id),
                false, organisation->extras_left);
    }
}

/* Without state there is nothing to add: in mode `offered` the count binds nothing. */
static bool right_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
    *state = NULL;
    if (problem->policy.right_offered_only)
        return true;
    struct right_rows *rows = arena_take(arena, 1, sizeof *rows);
    if (rows == NULL || !right_units_find(&rows->units, problem, arena))
        return false;
    size_t units = (size_t)rows->units.count + 1;
    size_t organisations = (size_t)problem->organisation_count + 1;
    int64_t *usable = arena_take(arena, units, sizeof *usable);
    int64_t *extras = arena_take(arena, organisations, sizeof *extras);
    rows->row = arena_take(arena, units, sizeof *rows->row);
    rows->extra = arena_take(arena, organisations, sizeof *rows->extra);
    if (usable == NULL || extras == NULL || rows->row == NULL || rows->extra == NULL ||
        !count_usable(builder, &rows->units, usable))
        return false;
    add_right_rows(builder, rows, usable, extras);
    add_extra_rows(builder, rows, extras);
    *state = rows;
    return true;
}

static void right_pair(struct builder *builder, void *state, int household, int dwelling)
{
    (void)household;
    const struct right_rows *rows = state;
    int unit = rows != NULL ? rows->units.of_dwelling[dwelling] : NONE;
    if (unit != NONE)
        program_add_entry(builder->program, rows->row[unit], 1);
}

/* used − z <= entitlement, z extra dwellings being agreed with the organisation. */
static void right_extra_columns(struct builder *builder, void *state)
{
    const struct right_rows *rows = state;
    for (int index = 0; rows != NULL && index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        int64_t upper = right_extras(builder->problem, unit);
        if (rows->row[index] == NO_INDEX || upper <= 0)
            continue;
        program_add_count(builder->program, unit->id, upper, 0);
        program_add_entry(builder->program, rows->row[index], -1);
        program_add_entry(builder->program, rows->extra[unit->organisation], 1);
    }
}

/* What check counts anew for one unit, from the rows as given. */
struct tally {
    int64_t vacancies, gone, used;
};

static bool is_taken(const husly_problem *problem, const struct placing *plan, int dwelling)
{
    for (int household = 0; household < problem->household_count; household++) {
        if (plan->dwelling_of[household] == dwelling)
            return true;
    }
    return false;
}

/* Counts a section's dwellings of a kind, or of both kinds where they are counted together. */
static void tally_section(struct tally *tally, const husly_problem *problem,
                          const struct placing *plan, int section, husly_kind kind)
{
    bool apart = problem->policy.right_kinds_apart;
    const husly_section *given = problem->sections[section].given;
    if (given != NULL && apart && kind == HUSLY_KIND_YOUTH) {
        tally->vacancies += given->youth_vacated_before;
        tally->gone += (int64_t)given->youth_taken_before + given->youth_reserved;
    } else if (given != NULL) {
        tally->vacancies += given->vacated_before;
        tally->gone += (int64_t)given->taken_before + given->reserved;
    }
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        if (home->section != section || !(apart ? home->kind == kind : is_counted(home->kind)))
            continue;
        tally->vacancies++;
        tally->used += is_taken(problem, plan, dwelling);
    }
}

/* The organisation whose sections are counted together with this one; NULL: it is a unit by itself.
 */
static const char *pool_of(const husly_problem *problem, int section)
{
    const husly_section *given = problem->sections[section].given;
    bool pools = problem->policy.right_by_organisation && given != NULL && given->right.whole == 0;
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

/* A unit named by its first section: what the plan uses of it, and what the right gives. */
static void unit_figures(const husly_problem *problem, const struct placing *plan, int first,
                         husly_kind kind, struct breach *breach)
{
    struct tally tally = {0, 0, 0};
    for (int section = first; section < problem->section_count; section++) {
        if (is_same_unit(problem, first, section))
            tally_section(&tally, problem, plan, section, kind);
    }
    const husly_section *given = problem->sections[first].given;
    husly_share right =
        given != NULL && given->right.whole > 0 ? given->right : problem->policy.right;
    int64_t entitlement = tally.vacancies * right.part / right.whole - tally.gone;
    breach->used = tally.used;
    breach->limit = entitlement > 0 ? entitlement : 0;
}

/* How far an organisation's units, family or youth, exceed the right together. */
static int64_t excess_of(const husly_problem *problem, const struct placing *plan, int organisation,
                         husly_kind kind)
{
    int64_t excess = 0;
    for (int section = 0; section < problem->section_count; section++) {
        if (problem->sections[section].organisation != organisation ||
            !is_unit_first(problem, section))
            continue;
        struct breach unit = {.rule = "right"};
        unit_figures(problem, plan, section, kind, &unit);
        excess += unit.used > unit.limit ? unit.used - unit.limit : 0;
    }
    return excess;
}

static int64_t extras_agreed(const husly_problem *problem, int organisation)
{
    const husly_organisation *given =
        organisation != NONE ? problem->organisations[organisation].given : NULL;
    return given != NULL ? (int64_t)given->extra_dwellings - given->extra_used : 0;
}

/* Tells of every unit that exceeds the right without an agreement on extra dwellings. */
static bool check_units(const husly_problem *problem, const struct placing *plan, husly_kind kind,
                        breach_fn *tell, void *user)
{
    bool holds = true;
    bool more = true;
    bool youth_apart = kind == HUSLY_KIND_YOUTH;
    for (int section = 0; section < problem->section_count && more; section++) {
        struct breach breach = {.rule = "right", .household = NONE, .dwelling = NONE};
        if (!is_unit_first(problem, section) ||
            extras_agreed(problem, problem->sections[section].organisation) > 0)
            continue;
        unit_figures(problem, plan, section, kind, &breach);
        if (breach.used <= breach.limit)
            continue;
        holds = false;
        const char *pool = pool_of(problem, section);
        const struct section *first = &problem->sections[section];
        bool marked = pool == NULL && problem_section_needs_mark(problem, first);
        char row[160];
        snprintf(row, sizeof row, "right/%s%s%s", pool != NULL ? pool : first->id,
                 marked ? "/section" : "", youth_apart ? "/youth" : "");
        breach.row = row;
        more = tell(&breach, user);
    }
    return holds;
}

/* Tells of every organisation whose units together exceed the right by more than was agreed. */
static bool check_extras(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                         void *user)
{
    bool holds = true;
    bool more = true;
    for (int index = 0; index < problem->organisation_count && more; index++) {
        int64_t agreed = extras_agreed(problem, index);
        int64_t excess = excess_of(problem, plan, index, HUSLY_KIND_FAMILY);
        if (problem->policy.right_kinds_apart)
            excess += excess_of(problem, plan, index, HUSLY_KIND_YOUTH);
        if (agreed <= 0 || excess <= agreed)
            continue;
        holds = false;
        char row[160];
        snprintf(row, sizeof row, "extra/%s", problem->organisations[index].id);
        more = tell(&(struct breach){"right", row, NONE, NONE, excess, agreed}, user);
    }
    return holds;
}

/* Contract rule 9. */
static bool right_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                        void *user)
{
    if (problem->policy.right_offered_only)
        return true;
    bool holds = check_units(problem, plan, HUSLY_KIND_FAMILY, tell, user);
    if (problem->policy.right_kinds_apart)
        holds = check_units(problem, plan, HUSLY_KIND_YOUTH, tell, user) && holds;
    return check_extras(problem, plan, tell, user) && holds;
}

const struct rule rule_right = {.code = "right",
                                .number = 9,
                                .allows = offer_allows,
                                .judge = offer_judge,
                                .compile_rows = right_rows,
                                .compile_pair = right_pair,
                                .compile_extras = right_extra_columns,
                                .check = right_check};
