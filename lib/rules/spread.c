/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "base/words.h"
#include "rules/measures.h"
#include "rules/pairs.h"
#include "rules/spread.h"

/* A figure for each area, section, and group in an area: in one use the most that can be placed
 * there, in the other the row that limits it. */
struct reach {
    int64_t *persons, *children; /* by area */
    int64_t *households;         /* by section */
    int64_t *group;              /* by group, then area */
};

struct spread_rows {
    int *persons, *children, *area_share; /* by area; NO_INDEX: no such row */
    int *households, *section_share;      /* by section */
};

/* A limit on what is placed. A share's is rounded down to whole persons or households, which no
 * multipliers of the search have to find first. */
struct share_row {
    bool binds;
    int64_t rhs;
};

static size_t group_place(const husly_problem *problem, int group, int area)
{
    return (size_t)group * (size_t)problem->area_count + (size_t)area;
}

static size_t group_places(const husly_problem *problem)
{
    bool limited = problem->policy.group_max_persons != HUSLY_NO_NUMBER;
    return limited ? (size_t)problem->group_count * (size_t)problem->area_count : 0;
}

static void reach_add(struct reach *reach, const husly_problem *problem,
                      const struct household *people, int area)
{
    reach->persons[area] += people->persons;
    reach->children[area] += people->children;
    if (people->group != NONE && group_places(problem) > 0)
        reach->group[group_place(problem, people->group, area)] += people->persons;
}

/* Each household counts once in every area and section where it has a lawful pair. */
static void reach_count(struct reach *reach, const struct builder *builder, int household)
{
    const husly_problem *problem = builder->problem;
    const struct household *people = &problem->households[household];
    const uint64_t *sections = pairs_sections(builder->pairs, household);
    const uint64_t *areas = pairs_areas(builder->pairs, household);
    for (int section = bits_next(sections, 0, problem->section_count);
         section < problem->section_count;
         section = bits_next(sections, section + 1, problem->section_count))
        reach->households[section]++;
    for (int area = bits_next(areas, 0, problem->area_count); area < problem->area_count;
         area = bits_next(areas, area + 1, problem->area_count))
        reach_add(reach, problem, people, area);
}

static bool reach_find(struct reach *reach, const struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    size_t areas = (size_t)problem->area_count + 1;
    size_t sections = (size_t)problem->section_count + 1;
    *reach = (struct reach){arena_take(arena, areas, sizeof(int64_t)),
                            arena_take(arena, areas, sizeof(int64_t)),
                            arena_take(arena, sections, sizeof(int64_t)),
                            arena_take(arena, group_places(problem) + 1, sizeof(int64_t))};
    if (reach->persons == NULL || reach->children == NULL || reach->households == NULL ||
        reach->group == NULL)
        return false;
    for (int household = 0; household < problem->household_count; household++)
        reach_count(reach, builder, household);
    return true;
}

/* refugees + placed <= part/whole × (residents + placed). Above its limit already, nobody more is
 * placed; a limit of 100 % that is not exceeded never binds. */
static struct share_row area_share(const struct area *area)
{
    husly_share share = area->max_share;
    if (share.whole == 0)
        return (struct share_row){false, 0};
    const int64_t weight = share.whole - share.part;
    const int64_t left = share.part * area->residents - share.whole * area->refugees;
    if (left < 0)
        return (struct share_row){true, 0};
    return (struct share_row){weight > 0, weight > 0 ? left / weight : 0};
}

/* refugee_homes + placed <= part/whole × homes. */
static struct share_row section_share(const struct section *section)
{
    husly_share share = section->max_share;
    if (share.whole == 0)
        return (struct share_row){false, 0};
    const int64_t left = share.part * section->homes - share.whole * section->refugee_homes;
    return (struct share_row){true, left > 0 ? left / share.whole : 0};
}

/* A row where more than its limit could be placed; NO_INDEX elsewhere. */
static int limit_row(struct pool *pool, const char *form, const char *id, int64_t possible,
                     struct share_row limit)
{
    if (!limit.binds || possible <= limit.rhs)
        return NO_INDEX;
    return pool_add_row(pool, pool_name(pool, "%s/%s", form, id), false, limit.rhs);
}

static struct share_row number_limit(int64_t limit)
{
    return (struct share_row){limit != HUSLY_NO_NUMBER, limit};
}

static void add_area_rows(struct builder *builder, struct spread_rows *rows,
                          const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    for (int index = 0; index < problem->area_count; index++) {
        const struct area *area = &problem->areas[index];
        rows->persons[index] = limit_row(pool, "area_persons", area->id, reach->persons[index],
                                         number_limit(area->max_persons));
        rows->children[index] = limit_row(pool, "area_children", area->id, reach->children[index],
                                          number_limit(area->max_children));
        rows->area_share[index] =
            limit_row(pool, "area_whole", area->id, reach->persons[index], area_share(area));
    }
}

static void add_section_rows(struct builder *builder, struct spread_rows *rows,
                             const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    for (int index = 0; index < problem->section_count; index++) {
        const struct section *section = &problem->sections[index];
        rows->households[index] =
            limit_row(pool, "section_households", section->id, reach->households[index],
                      number_limit(section->max_households));
        rows->section_share[index] = limit_row(pool, "section_whole", section->id,
                                               reach->households[index], section_share(section));
    }
}

/* One row a label and area: persons of the label. */
static void add_group_rows(struct builder *builder, const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    int *rows = pool_add_table(pool, builder->class_of, MEASURE_PERSONS);
    for (int group = 0; group < problem->group_count && rows != NULL; group++) {
        const char *form = pool_name(pool, "group/%s", problem->groups[group]);
        for (int area = 0; area < problem->area_count; area++) {
            size_t at = group_place(problem, group, area);
            rows[at] = limit_row(pool, form, problem->areas[area].id, reach->group[at],
                                 number_limit(problem->policy.group_max_persons));
        }
    }
}

static bool spread_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    size_t areas = (size_t)problem->area_count + 1;
    size_t sections = (size_t)problem->section_count + 1;
    struct reach reach;
    struct spread_rows *rows = arena_take(arena, 1, sizeof *rows);
    *state = rows;
    if (rows == NULL || !reach_find(&reach, builder))
        return false;
    *rows = (struct spread_rows){
        arena_take(arena, areas, sizeof(int)), arena_take(arena, areas, sizeof(int)),
        arena_take(arena, areas, sizeof(int)), arena_take(arena, sections, sizeof(int)),
        arena_take(arena, sections, sizeof(int))};
    if (rows->persons == NULL || rows->children == NULL || rows->area_share == NULL ||
        rows->households == NULL || rows->section_share == NULL)
        return false;
    add_area_rows(builder, rows, &reach);
    add_section_rows(builder, rows, &reach);
    if (group_places(problem) > 0)
        add_group_rows(builder, &reach);
    return true;
}

static void spread_place(struct builder *builder, void *state, int dwelling)
{
    const struct spread_rows *rows = state;
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const int section = problem->dwellings[dwelling].section;
    const int area = problem->sections[section].area;

    pool_add_entry(pool, rows->households[section], MEASURE_ONE, 1);
    pool_add_entry(pool, rows->section_share[section], MEASURE_ONE, 1);
    if (area == NONE)
        return;
    pool_add_entry(pool, rows->persons[area], MEASURE_PERSONS, 1);
    pool_add_entry(pool, rows->children[area], MEASURE_CHILDREN, 1);
    pool_add_entry(pool, rows->area_share[area], MEASURE_PERSONS, 1);
}

const struct rule rule_spread = {.code = WORDS_LATER("spread"),
                                 .number = 10,
                                 .compile_rows = spread_rows,
                                 .compile_place = spread_place,
                                 .check = spread_check};
