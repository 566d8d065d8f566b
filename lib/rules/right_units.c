/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/right.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/wide.h"
#include "model/target.h"

/* Which unit counts each section's and each organisation's dwellings, once it has been met. */
struct finder {
    const husly_problem *problem;
    struct arena *arena;
    struct right_units *found;
    int *of_section; /* the unit, or its first of two with kinds apart */
    int *of_organisation;
};

/* A section with a right of its own, with flexible letting, or without an organisation is a unit
 * by itself. */
static bool is_pooled(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation && section->organisation != NONE &&
           section->given->right.whole == 0 && section->flexible.whole == 0;
}

/* The section's own share wins over its organisation's, and that over the rule. */
static husly_share share_of(const husly_problem *problem, const struct section *section)
{
    const husly_organisation *organisation =
        section->organisation != NONE ? problem->organisations[section->organisation].given : NULL;
    if (section->given != NULL && section->given->right.whole > 0)
        return section->given->right;
    return organisation != NULL && organisation->right.whole > 0 ? organisation->right
                                                                 : problem->policy.right;
}

/* No id holds a slash, so that what stands behind one tells units apart; NULL stays NULL. */
static const char *marked_name(struct arena *arena, const char *id, const char *mark)
{
    size_t size = id != NULL ? strlen(id) + 1 + strlen(mark) + 1 : 0;
    char *name = id != NULL ? arena_take(arena, size, 1) : NULL;
    if (name != NULL)
        snprintf(name, size, "%s/%s", id, mark);
    return name;
}

static const char *unit_name(const struct finder *finder, const struct section *section)
{
    const husly_problem *problem = finder->problem;
    if (is_pooled(problem, section))
        return problem->organisations[section->organisation].id;
    return problem_section_needs_mark(problem, section)
               ? marked_name(finder->arena, section->id, "section")
               : section->id;
}

/* One unit, or two where family and youth dwellings are counted each for themselves. */
static int open_unit(struct finder *finder, const struct section *section)
{
    const husly_problem *problem = finder->problem;
    struct right_unit unit = {.id = unit_name(finder, section),
                              .organisation = section->organisation,
                              .share = share_of(problem, section)};
    int first = finder->found->count;
    if (section->flexible.whole > 0) {
        unit.flexible = section->flexible;
        unit.pool_for = section->given->flexible_for;
    }
    finder->found->units[finder->found->count++] = unit;
    if (problem->policy.right_kinds_apart) {
        unit.flexible = (husly_share){0, 0};
        unit.id = marked_name(finder->arena, unit.id, "youth");
        finder->found->units[finder->found->count++] = unit;
    }
    return first;
}

static void count_section(struct finder *finder, int index)
{
    const husly_problem *problem = finder->problem;
    const struct section *section = &problem->sections[index];
    int *unit_of = is_pooled(problem, section) ? &finder->of_organisation[section->organisation]
                                               : &finder->of_section[index];
    if (*unit_of == NONE)
        *unit_of = open_unit(finder, section);
    finder->of_section[index] = *unit_of;

    const husly_section *given = section->given;
    if (given == NULL)
        return;
    struct right_unit *unit = &finder->found->units[*unit_of];
    unit->vacated_before += given->vacated_before;
    unit->taken_before += given->taken_before;
    unit->reserved += given->reserved;
    unit->pool -= given->flexible_taken;
    if (problem->policy.right_kinds_apart) {
        struct right_unit *youth = unit + 1;
        youth->vacated_before += given->youth_vacated_before;
        youth->taken_before += given->youth_taken_before;
        youth->reserved += given->youth_reserved;
    }
}

static void count_dwelling(struct finder *finder, int index)
{
    const struct dwelling *home = &finder->problem->dwellings[index];
    int unit = NONE;
    if (home->kind == HUSLY_KIND_FAMILY)
        unit = finder->of_section[home->section];
    else if (home->kind == HUSLY_KIND_YOUTH)
        unit = finder->of_section[home->section] + finder->problem->policy.right_kinds_apart;
    finder->found->of_dwelling[index] = unit;
    if (unit != NONE)
        finder->found->units[unit].reported++;
}

static int64_t share_of_vacancies(husly_share share, int64_t vacancies)
{
    return (int64_t)wide_floor((wide)share.part * vacancies, share.whole);
}

/* What was taken before this round, and with `lapse` whatever the right had given by then. */
static int64_t gone_before(const struct right_unit *unit, bool lapses)
{
    int64_t given = share_of_vacancies(unit->share, unit->vacated_before);
    return lapses && given > unit->taken_before ? given : unit->taken_before;
}

/* Every fourth vacancy (almenboligloven § 59) or another share: whole dwellings only, less those
 * that the municipality has taken already or keeps for other citizens. */
static void count_entitlement(struct right_unit *unit, bool lapses)
{
    int64_t share = share_of_vacancies(unit->share, unit->vacated_before + unit->reported);
    int64_t left = share - gone_before(unit, lapses) - unit->reserved;
    unit->entitlement = left > 0 ? left : 0;
}

/* Flexible letting (almenboligloven § 60); until here the pool is what was taken of it, below 0. */
static void count_pool(struct right_unit *unit)
{
    if (unit->flexible.whole > 0)
        unit->pool += share_of_vacancies(unit->flexible, unit->vacated_before + unit->reported);
    unit->pool = unit->pool > 0 ? unit->pool : 0;
}

static int *nowhere(struct arena *arena, int count)
{
    int *indices = arena_take(arena, (size_t)count + 1, sizeof *indices);
    for (int index = 0; index < count && indices != NULL; index++)
        indices[index] = NONE;
    return indices;
}

bool right_units_find(struct right_units *out, const husly_problem *problem, struct arena *arena)
{
    *out = (struct right_units){
        .units = arena_take(arena, 2 * (size_t)problem->section_count + 1, sizeof *out->units),
        .of_dwelling = nowhere(arena, problem->dwelling_count)};
    struct finder finder = {problem, arena, out, nowhere(arena, problem->section_count),
                            nowhere(arena, problem->organisation_count)};
    if (out->units == NULL || out->of_dwelling == NULL || finder.of_section == NULL ||
        finder.of_organisation == NULL)
        return false;
    for (int index = 0; index < problem->section_count; index++)
        count_section(&finder, index);
    for (int index = 0; index < problem->dwelling_count; index++)
        count_dwelling(&finder, index);
    bool named = true;
    for (int index = 0; index < out->count; index++) {
        count_entitlement(&out->units[index], problem->policy.right_lapses);
        count_pool(&out->units[index]);
        named = named && out->units[index].id != NULL;
    }
    return named;
}

bool right_pool_fits(const struct right_unit *unit, const struct household *household)
{
    return unit->flexible.whole > 0 && target_fits(unit->pool_for, household->given);
}

int64_t right_extras(const husly_problem *problem, const struct right_unit *unit)
{
    if (unit->organisation == NONE)
        return 0;
    int64_t left = problem->organisations[unit->organisation].extras_left;
    return left < unit->reported ? left : unit->reported;
}
