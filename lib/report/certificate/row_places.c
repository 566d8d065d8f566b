/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/row_draft.h"

#include "base/text.h"
#include "base/wide.h"

int64_t weigh_household(const struct household *household)
{
    (void)household;
    return 1;
}

int64_t weigh_persons(const struct household *household)
{
    return household->persons;
}

int64_t weigh_children(const struct household *household)
{
    return household->children;
}

void row_draft_entry(struct row_draft *draft, int column, int64_t coefficient)
{
    if (coefficient != 0)
        draft->entries[draft->count++] = (struct row_entry){column, coefficient};
}

void row_draft_count(struct row_draft *draft, const char *name, int64_t coefficient)
{
    const int count = count_columns_named(&draft->rows->counts, name);
    if (count != NONE)
        row_draft_entry(draft, draft->rows->pairs->count + count, coefficient);
}

void row_draft_dwelling(struct row_draft *draft, int dwelling, weight_fn *weigh, int64_t factor)
{
    const struct lawful_pairs *pairs = draft->rows->pairs;
    for (int at = pairs->first_at[dwelling]; at < pairs->first_at[dwelling + 1]; at++) {
        const int pair = pairs->by_dwelling[at];
        const struct household *household =
            &draft->rows->problem->households[pairs->household_of[pair]];
        row_draft_entry(draft, pair, factor * weigh(household));
    }
}

/* Everything in one section (area = NONE) or one area (section = NONE). */
struct region {
    int section, area;
};

static bool region_holds(const husly_problem *problem, struct region region, int dwelling)
{
    const struct dwelling *it = &problem->dwellings[dwelling];
    return region.section != NONE ? it->section == region.section
                                  : problem_area_of(problem, it) == region.area;
}

static void add_region(struct row_draft *draft, struct region region, weight_fn *weigh,
                       int64_t factor)
{
    const husly_problem *problem = draft->rows->problem;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (region_holds(problem, region, d))
            row_draft_dwelling(draft, d, weigh, factor);
    }
}

/* The unit that a row of the right names; NONE in mode `offered` too, where the count binds
 * nothing. */
static int find_unit(const struct certificate_rows *rows, const char *name)
{
    return rows->problem->policy.right_offered_only ? NONE : right_count_named(rows->right, name);
}

static void add_unit(struct row_draft *draft, int unit, bool with_pool)
{
    const struct certificate_rows *rows = draft->rows;
    const struct lawful_pairs *pairs = rows->pairs;
    const struct count_unit *counted = &rows->right->units[unit];
    for (int pair = 0; pair < pairs->count; pair++) {
        const struct household *household = &rows->problem->households[pairs->household_of[pair]];
        if (rows->right->unit_of[pairs->dwelling_of[pair]] == unit &&
            (with_pool || !right_count_pools(counted, household)))
            row_draft_entry(draft, pair, 1);
    }
    if (counted->organisation != NONE)
        row_draft_entry(draft, pairs->count + unit, -1);
}

bool row_of_right(struct row_draft *draft, const char *name)
{
    const int unit = find_unit(draft->rows, name);
    if (unit == NONE)
        return false;
    const struct count_unit *counted = &draft->rows->right->units[unit];
    add_unit(draft, unit, true);
    draft->rhs = counted->entitlement + counted->pool;
    return true;
}

/* What is let to others than those whom flexible letting is for. */
bool row_of_ordinary(struct row_draft *draft, const char *name)
{
    const int unit = find_unit(draft->rows, name);
    if (unit == NONE || draft->rows->right->units[unit].flexible.whole == 0)
        return false;
    add_unit(draft, unit, false);
    draft->rhs = draft->rows->right->units[unit].entitlement;
    return true;
}

int row_draft_organisation(const husly_problem *problem, const char *id)
{
    for (int index = 0; index < problem->organisation_count; index++) {
        if (text_equal(problem->organisations[index].id, id))
            return index;
    }
    return NONE;
}

bool row_of_extra(struct row_draft *draft, const char *id)
{
    const struct certificate_rows *rows = draft->rows;
    const int organisation = row_draft_organisation(rows->problem, id);
    if (organisation == NONE || rows->problem->policy.right_offered_only)
        return false;
    for (int unit = 0; unit < rows->right->count; unit++) {
        if (rows->right->units[unit].organisation == organisation)
            row_draft_entry(draft, rows->pairs->count + unit, 1);
    }
    draft->rhs = right_count_extras(rows->problem, organisation);
    return true;
}

int row_draft_area(const husly_problem *problem, const char *id)
{
    for (int index = 0; index < problem->area_count; index++) {
        if (text_equal(problem->areas[index].id, id))
            return index;
    }
    return NONE;
}

static int find_section(const husly_problem *problem, const char *id)
{
    for (int index = 0; index < problem->section_count; index++) {
        if (text_equal(problem->sections[index].id, id))
            return index;
    }
    return NONE;
}

static bool area_count(struct row_draft *draft, const char *id, bool children)
{
    const husly_problem *problem = draft->rows->problem;
    const int area = row_draft_area(problem, id);
    if (area == NONE)
        return false;
    const int limit =
        children ? problem->areas[area].max_children : problem->areas[area].max_persons;
    if (limit == HUSLY_NO_NUMBER)
        return false;
    draft->rhs = limit;
    add_region(draft, (struct region){NONE, area}, children ? weigh_children : weigh_persons, 1);
    return true;
}

bool row_of_area_persons(struct row_draft *draft, const char *id)
{
    return area_count(draft, id, false);
}

bool row_of_area_children(struct row_draft *draft, const char *id)
{
    return area_count(draft, id, true);
}

/* Sets the right-hand side to how many there is room for: what is left of the share, at least 0, by
 * what each takes of it. */
static void set_share_rhs(struct row_draft *draft, husly_share share, int64_t base, int64_t already,
                          int64_t each)
{
    const wide left = (wide)share.part * base - (wide)share.whole * already;
    const wide room = left > 0 ? left / each : 0;
    draft->rhs = room < INT64_MAX ? (int64_t)room : INT64_MAX;
}

/*
 * refugees + placed <= share × (residents + placed), solved for what is placed. A share of the
 * whole binds only where it is broken already, and then nobody more is placed.
 */
bool row_of_area_share(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int index = row_draft_area(problem, id);
    if (index == NONE || problem->areas[index].max_share.whole <= 0)
        return false;
    const struct area *area = &problem->areas[index];
    const int64_t each = area->max_share.whole - area->max_share.part;
    if (each <= 0 && area->refugees <= area->residents)
        return false;
    set_share_rhs(draft, area->max_share, area->residents, area->refugees, each > 0 ? each : 1);
    add_region(draft, (struct region){NONE, index}, weigh_persons, 1);
    return true;
}

bool row_of_section_households(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int section = find_section(problem, id);
    if (section == NONE || problem->sections[section].max_households == HUSLY_NO_NUMBER)
        return false;
    draft->rhs = problem->sections[section].max_households;
    add_region(draft, (struct region){section, NONE}, weigh_household, 1);
    return true;
}

bool row_of_section_share(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int index = find_section(problem, id);
    if (index == NONE || problem->sections[index].max_share.whole <= 0)
        return false;
    const struct section *section = &problem->sections[index];
    set_share_rhs(draft, section->max_share, section->homes, section->refugee_homes,
                  section->max_share.whole);
    add_region(draft, (struct region){index, NONE}, weigh_household, 1);
    return true;
}
