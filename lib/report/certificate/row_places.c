/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/row_draft.h"

#include "base/wide.h"
#include "model/resolve/resolve.h"

void row_draft_places(struct row_draft *draft, enum place_set set, int place, int measure,
                      int64_t factor)
{
    draft->row.set = set;
    draft->row.place = place;
    draft->row.measure = measure;
    draft->row.factor = factor;
}

void row_draft_count_at(struct row_draft *draft, int count, int64_t coefficient)
{
    if (coefficient != 0)
        draft->rows->drafted[draft->row.count_count++] = (struct row_count){count, coefficient};
}

void row_draft_count(struct row_draft *draft, const char *name, int64_t coefficient)
{
    const int count = count_columns_of_goal(&draft->rows->counts, name);
    if (count != NONE)
        row_draft_count_at(draft, count, coefficient);
}

/* The unit that a row of the right names; NONE in mode `offered` too, where the count binds
 * nothing. */
static int find_unit(const struct certificate_rows *rows, const char *name)
{
    return rows->problem->policy.right_offered_only ? NONE : right_count_named(rows->right, name);
}

static void add_unit(struct row_draft *draft, int unit, int measure)
{
    row_draft_places(draft, PLACES_UNIT, unit, measure, 1);
    if (draft->rows->right->units[unit].organisation != NONE)
        row_draft_count_at(draft, unit, -1);
}

bool row_of_right(struct row_draft *draft, const char *name)
{
    const int unit = find_unit(draft->rows, name);
    if (unit == NONE)
        return false;
    const struct count_unit *counted = &draft->rows->right->units[unit];
    add_unit(draft, unit, MEASURE_ONE);
    draft->row.rhs = counted->entitlement + counted->pool;
    return true;
}

/* What is let to others than those whom flexible letting is for. */
bool row_of_ordinary(struct row_draft *draft, const char *name)
{
    const int unit = find_unit(draft->rows, name);
    if (unit == NONE || draft->rows->right->units[unit].flexible.whole == 0)
        return false;
    add_unit(draft, unit, draft->rows->measures.others_of_unit[unit]);
    draft->row.rhs = draft->rows->right->units[unit].entitlement;
    return true;
}

int row_draft_organisation(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->organisations, problem->organisation_count,
                      sizeof *problem->organisations, id);
}

bool row_of_extra(struct row_draft *draft, const char *id)
{
    const struct certificate_rows *rows = draft->rows;
    const int organisation = row_draft_organisation(rows->problem, id);
    if (organisation == NONE || rows->problem->policy.right_offered_only)
        return false;
    for (int unit = 0; unit < rows->right->count; unit++) {
        if (rows->right->units[unit].organisation == organisation)
            row_draft_count_at(draft, unit, 1);
    }
    row_draft_places(draft, PLACES_ALL, 0, MEASURE_ONE, 0);
    draft->row.rhs = right_count_extras(rows->problem, organisation);
    return true;
}

int row_draft_area(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, id);
}

int row_draft_section(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->sections, problem->section_count, sizeof *problem->sections, id);
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
    draft->row.rhs = limit;
    row_draft_places(draft, PLACES_AREA, area, children ? MEASURE_CHILDREN : MEASURE_PERSONS, 1);
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

/* What is left of a share, at least 0. */
static int64_t left_of_share(husly_share share, int64_t base, int64_t already)
{
    const wide left = (wide)share.part * base - (wide)share.whole * already;
    return left <= 0 ? 0 : left < INT64_MAX ? (int64_t)left : INT64_MAX;
}

/* refugees + placed <= share × (residents + placed), multiplied out: `each` for every person. A
 * share of the whole binds only where it is broken already, and then nobody more is placed. */
static const struct area *find_area_share(const husly_problem *problem, const char *id,
                                          int64_t *each)
{
    const int index = row_draft_area(problem, id);
    if (index == NONE || problem->areas[index].max_share.whole <= 0)
        return NULL;
    const struct area *area = &problem->areas[index];
    *each = area->max_share.whole - area->max_share.part;
    if (*each <= 0 && area->refugees <= area->residents)
        return NULL;
    *each = *each > 0 ? *each : 1;
    return area;
}

bool row_of_area_share(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    int64_t each = 0;
    const struct area *area = find_area_share(problem, id, &each);
    if (area == NULL)
        return false;
    draft->row.rhs = left_of_share(area->max_share, area->residents, area->refugees);
    row_draft_places(draft, PLACES_AREA, (int)(area - problem->areas), MEASURE_PERSONS, each);
    return true;
}

/* The same in whole persons. */
bool row_of_area_whole(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    int64_t each = 0;
    const struct area *area = find_area_share(problem, id, &each);
    if (area == NULL)
        return false;
    draft->row.rhs = left_of_share(area->max_share, area->residents, area->refugees) / each;
    row_draft_places(draft, PLACES_AREA, (int)(area - problem->areas), MEASURE_PERSONS, 1);
    return true;
}

bool row_of_section_households(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int section = row_draft_section(problem, id);
    if (section == NONE || problem->sections[section].max_households == HUSLY_NO_NUMBER)
        return false;
    draft->row.rhs = problem->sections[section].max_households;
    row_draft_places(draft, PLACES_SECTION, section, MEASURE_ONE, 1);
    return true;
}

/* refugee_homes + placed <= share × homes; `whole`: in whole households. */
static bool section_share(struct row_draft *draft, const char *id, bool whole)
{
    const husly_problem *problem = draft->rows->problem;
    const int index = row_draft_section(problem, id);
    if (index == NONE || problem->sections[index].max_share.whole <= 0)
        return false;
    const struct section *section = &problem->sections[index];
    const int64_t each = section->max_share.whole;
    const int64_t left = left_of_share(section->max_share, section->homes, section->refugee_homes);
    draft->row.rhs = whole ? left / each : left;
    row_draft_places(draft, PLACES_SECTION, index, MEASURE_ONE, whole ? 1 : each);
    return true;
}

bool row_of_section_share(struct row_draft *draft, const char *id)
{
    return section_share(draft, id, false);
}

bool row_of_section_whole(struct row_draft *draft, const char *id)
{
    return section_share(draft, id, true);
}
