/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables by area, by section and by unit of the right. */
#include "base/memory.h"
#include "base/wide.h"
#include "report/survey/supply.h"

static int64_t stricter(int64_t a, int64_t b)
{
    if (a == SUPPLY_NO_LIMIT || b == SUPPLY_NO_LIMIT)
        return a == SUPPLY_NO_LIMIT ? b : a;
    return a < b ? a : b;
}

static int64_t limit_of(int32_t given)
{
    return given == HUSLY_NO_NUMBER ? SUPPLY_NO_LIMIT : given;
}

/* The largest p with refugees + p <= share × (residents + p), multiplied out. */
static int64_t persons_by_share(const struct area *area)
{
    const husly_share share = area->max_share;
    if (share.whole == 0)
        return SUPPLY_NO_LIMIT;
    const wide room = (wide)share.part * area->residents - (wide)share.whole * area->refugees;
    if (room < 0)
        return 0;
    return share.part >= share.whole ? SUPPLY_NO_LIMIT
                                     : (int64_t)wide_floor(room, share.whole - share.part);
}

static int64_t homes_by_share(const struct section *section)
{
    const husly_share share = section->max_share;
    if (share.whole == 0)
        return SUPPLY_NO_LIMIT;
    const wide room =
        wide_floor((wide)share.part * section->homes, share.whole) - section->refugee_homes;
    return room > 0 ? (int64_t)room : 0;
}

/* The row of a dwelling's area; the one behind the last is for what lies in no area. */
static int row_of(const struct supply_source *source, int dwelling)
{
    const int area = problem_area_of(source->problem, &source->problem->dwellings[dwelling]);
    return area != NONE ? area : source->problem->area_count;
}

/* `counted` tells by area which household was counted there last. */
static void count_lawful(struct supply_area *areas, const struct supply_source *source,
                         int household, int *counted)
{
    const uint64_t *lawful = open_pairs_row(source->pairs.lawful, &source->pairs, household);
    for (int d = mask_next(lawful, source->pairs.words, 0); d != NONE;
         d = mask_next(lawful, source->pairs.words, d + 1)) {
        const int row = row_of(source, d);
        areas[row].lawful += counted[row] != household;
        counted[row] = household;
    }
}

static void open_areas(struct supply_area *areas, const husly_problem *problem)
{
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        areas[a].area = area->id;
        areas[a].listed = area->listed;
        areas[a].persons_left = stricter(limit_of(area->max_persons), persons_by_share(area));
        areas[a].children_left = limit_of(area->max_children);
    }
    areas[problem->area_count].persons_left = SUPPLY_NO_LIMIT;
    areas[problem->area_count].children_left = SUPPLY_NO_LIMIT;
}

static void count_areas(struct supply *out, const struct supply_source *source, int *counted)
{
    const husly_problem *problem = source->problem;
    open_areas(out->areas, problem);
    for (int a = 0; a <= problem->area_count; a++)
        counted[a] = NONE;
    for (int d = 0; d < problem->dwelling_count; d++)
        out->areas[row_of(source, d)].dwellings += supply_is_permanent(&problem->dwellings[d]);
    for (int h = 0; h < problem->household_count; h++) {
        const struct household *people = &problem->households[h];
        for (size_t w = 0; w < people->wish_count; w++)
            out->areas[people->wishes[w]].wishes++;
        count_lawful(out->areas, source, h, counted);
    }
    out->area_count = problem->area_count + (out->areas[problem->area_count].dwellings > 0);
}

static void count_sections(struct supply *out, const husly_problem *problem)
{
    for (int s = 0; s < problem->section_count; s++) {
        const struct section *section = &problem->sections[s];
        struct supply_section row = {.section = section->id};
        row.households_left = stricter(limit_of(section->max_households), homes_by_share(section));
        if (row.households_left == SUPPLY_NO_LIMIT)
            continue;
        for (int d = problem->of_section.first[s]; d != NONE; d = problem->of_section.next[d])
            row.dwellings += supply_is_permanent(&problem->dwellings[d]);
        out->sections[out->section_count++] = row;
    }
}

static void count_rights(struct supply *out, const struct supply_source *source, int64_t *offered)
{
    for (int d = 0; d < source->problem->dwelling_count; d++) {
        if (source->right.unit_of[d] != NONE)
            offered[source->right.unit_of[d]] += source->problem->dwellings[d].offered;
    }
    for (int u = 0; u < source->right.count; u++) {
        const struct count_unit *unit = &source->right.units[u];
        if (unit->reported == 0)
            continue;
        struct supply_right *row = &out->rights[out->right_count++];
        row->unit = unit->name;
        if (unit->organisation != NONE)
            row->organisation = source->problem->organisations[unit->organisation].id;
        row->reported = unit->reported;
        row->closed = supply_count_closed(source, u);
        row->offered = offered[u];
        row->entitlement = unit->entitlement;
        row->flexible = unit->pool;
        row->extras = unit->extras > 0 ? unit->extras : 0;
    }
}

bool supply_count_places(struct supply *out, const struct supply_source *source,
                         struct arena *arena)
{
    const husly_problem *problem = source->problem;
    out->areas = arena_take(arena, (size_t)problem->area_count + 2, sizeof *out->areas);
    out->sections = arena_take(arena, (size_t)problem->section_count + 1, sizeof *out->sections);
    out->rights = arena_take(arena, (size_t)source->right.count + 1, sizeof *out->rights);
    int *counted = arena_take(arena, (size_t)problem->area_count + 1, sizeof *counted);
    int64_t *offered = arena_take(arena, (size_t)source->right.count + 1, sizeof *offered);
    if (offered == NULL || counted == NULL || out->areas == NULL || out->sections == NULL ||
        out->rights == NULL)
        return false;
    count_areas(out, source, counted);
    count_sections(out, problem);
    count_rights(out, source, offered);
    return true;
}
