/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_outcome.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/right.h"

static int64_t plus_if_known(int32_t number, int64_t more)
{
    return number == HUSLY_NO_NUMBER ? HUSLY_NO_NUMBER : number + more;
}

static void load_households(struct outcome *outcome, const husly_problem *problem,
                            const husly_plan *plan)
{
    for (int h = 0; h < problem->household_count; h++) {
        if (plan->placed[h] == NONE)
            continue;
        const int section = problem->dwellings[plan->placed[h]].section;
        const int area = problem->sections[section].area;
        outcome->sections[section].households++;
        if (area != NONE) {
            outcome->areas[area].persons += problem->households[h].persons;
            outcome->areas[area].children += problem->households[h].children;
        }
    }
}

static void close_areas(struct outcome *outcome, const husly_problem *problem)
{
    outcome->area_count = (size_t)problem->area_count;
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        struct area_row *row = &outcome->areas[a];
        row->area = area->id;
        row->max_persons = area->max_persons;
        row->max_children = area->max_children;
        row->refugees_after = area->refugees + row->persons;
        row->residents_after = plus_if_known(area->residents, row->persons);
    }
}

static void close_sections(struct outcome *outcome, const husly_problem *problem)
{
    outcome->section_count = (size_t)problem->section_count;
    for (int s = 0; s < problem->section_count; s++) {
        const struct section *section = &problem->sections[s];
        struct section_row *row = &outcome->sections[s];
        row->section = section->id;
        row->max_households = section->max_households;
        row->refugee_homes_after = section->refugee_homes + row->households;
        row->homes = section->homes;
    }
}

static int compare_units(const void *one, const void *other)
{
    const struct right_row *a = one, *b = other;
    return text_compare(a->unit, b->unit);
}

static void count_used(struct outcome *outcome, const struct right_units *found,
                       const husly_problem *problem, const husly_plan *plan)
{
    for (int h = 0; h < problem->household_count; h++) {
        const int unit = plan->placed[h] == NONE ? NONE : found->of_dwelling[plan->placed[h]];
        if (unit == NONE)
            continue;
        struct right_row *row = &outcome->rights[unit];
        row->used++;
        if (row->flexible_used < found->units[unit].pool &&
            right_pool_fits(&found->units[unit], &problem->households[h]))
            row->flexible_used++;
    }
}

/* Where only offered dwellings are taken nothing is counted against the right, and no extra
 * dwelling is used. */
static int64_t extras_of(const husly_problem *problem, const struct right_row *row)
{
    const int64_t beyond = row->used - row->flexible_used - row->entitlement;
    return problem->policy.right_offered_only || beyond < 0 ? 0 : beyond;
}

/* Family and youth dwellings hold one household each, so households count dwellings here. */
static bool add_rights(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan)
{
    struct right_units found;
    if (!right_units_find(&found, problem, outcome->arena))
        return false;
    outcome->right_count = (size_t)found.count;
    outcome->rights = arena_take(outcome->arena, outcome->right_count, sizeof *outcome->rights);
    if (outcome->rights == NULL)
        return false;
    count_used(outcome, &found, problem, plan);
    for (int u = 0; u < found.count; u++) {
        const struct right_unit *unit = &found.units[u];
        struct right_row *row = &outcome->rights[u];
        row->unit = unit->id;
        if (unit->organisation != NONE)
            row->organisation = problem->organisations[unit->organisation].id;
        row->reported = unit->reported;
        row->entitlement = unit->entitlement;
        row->flexible = unit->pool;
        row->extras = extras_of(problem, row);
    }
    qsort(outcome->rights, outcome->right_count, sizeof *outcome->rights, compare_units);
    return true;
}

bool outcome_add_loads(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan)
{
    outcome->areas =
        arena_take(outcome->arena, (size_t)problem->area_count, sizeof *outcome->areas);
    outcome->sections =
        arena_take(outcome->arena, (size_t)problem->section_count, sizeof *outcome->sections);
    if (outcome->areas == NULL || outcome->sections == NULL)
        return false;
    load_households(outcome, problem, plan);
    close_areas(outcome, problem);
    close_sections(outcome, problem);
    return add_rights(outcome, problem, plan);
}
