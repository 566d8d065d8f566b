/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "base/words.h"
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
    int *group;                           /* by group, then area */
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
static bool reach_find(struct reach *reach, const struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
    size_t areas = (size_t)problem->area_count + 1;
    size_t sections = (size_t)problem->section_count + 1;
    *reach = (struct reach){arena_take(arena, areas, sizeof(int64_t)),
                            arena_take(arena, areas, sizeof(int64_t)),
                            arena_take(arena, sections, sizeof(int64_t)),
                            arena_take(arena, group_places(problem) + 1, sizeof(int64_t))};
    int *area_seen = arena_take(arena, areas, sizeof *area_seen);
    int *section_seen = arena_take(arena, sections, sizeof *section_seen);
    if (reach->persons == NULL || reach->children == NULL || reach->households == NULL ||
        reach->group == NULL || area_seen == NULL || section_seen == NULL)
        return false;
    for (int household = 0; household < problem->household_count; household++) {
        for (int at = builder->pairs->first[household]; at < builder->pairs->first[household + 1];
             at++) {
            int section = problem->dwellings[builder->pairs->dwellings[at]].section;
            int area = problem->sections[section].area;
            if (section_seen[section] <= household)
                reach->households[section]++;
            section_seen[section] = household + 1;
            if (area == NONE)
                continue;
            if (area_seen[area] <= household)
                reach_add(reach, problem, &problem->households[household], area);
            area_seen[area] = household + 1;
        }
    }
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
static int limit_row(struct program *program, const char *form, const char *id, int64_t possible,
                     struct share_row limit)
{
    if (!limit.binds || possible <= limit.rhs)
        return NO_INDEX;
    return program_add_row(program, program_name(program, "%s/%s", form, id), false, limit.rhs);
}

static struct share_row number_limit(int64_t limit)
{
    return (struct share_row){limit != HUSLY_NO_NUMBER, limit};
}

static void add_area_rows(struct builder *builder, struct spread_rows *rows,
                          const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    for (int index = 0; index < problem->area_count; index++) {
        const struct area *area = &problem->areas[index];
        rows->persons[index] = limit_row(program, "area_persons", area->id, reach->persons[index],
                                         number_limit(area->max_persons));
        rows->children[index] = limit_row(program, "area_children", area->id,
                                          reach->children[index], number_limit(area->max_children));
        rows->area_share[index] =
            limit_row(program, "area_share", area->id, reach->persons[index], area_share(area));
    }
}

static void add_section_rows(struct builder *builder, struct spread_rows *rows,
                             const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    for (int index = 0; index < problem->section_count; index++) {
        const struct section *section = &problem->sections[index];
        rows->households[index] =
            limit_row(program, "section_households", section->id, reach->households[index],
                      number_limit(section->max_households));
        rows->section_share[index] = limit_row(program, "section_share", section->id,
                                               reach->households[index], section_share(section));
    }
}

static void add_group_rows(struct builder *builder, struct spread_rows *rows,
                           const struct reach *reach)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    for (int group = 0; group < problem->group_count; group++) {
        const char *form = program_name(program, "group/%s", problem->groups[group]);
        for (int area = 0; area < problem->area_count; area++) {
            size_t at = group_place(problem, group, area);
            rows->group[at] = limit_row(program, form, problem->areas[area].id, reach->group[at],
                                        number_limit(problem->policy.group_max_persons));
        }
    }
}

static bool spread_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
    size_t areas = (size_t)problem->area_count + 1;
    size_t sections = (size_t)problem->section_count + 1;
    struct reach reach;
    struct spread_rows *rows = arena_take(arena, 1, sizeof *rows);
    *state = rows;
    if (rows == NULL || !reach_find(&reach, builder))
        return false;
    *rows = (struct spread_rows){arena_take(arena, areas, sizeof(int)),
                                 arena_take(arena, areas, sizeof(int)),
                                 arena_take(arena, areas, sizeof(int)),
                                 arena_take(arena, sections, sizeof(int)),
                                 arena_take(arena, sections, sizeof(int)),
                                 arena_take(arena, group_places(problem) + 1, sizeof(int))};
    if (rows->persons == NULL || rows->children == NULL || rows->area_share == NULL ||
        rows->households == NULL || rows->section_share == NULL || rows->group == NULL)
        return false;
    add_area_rows(builder, rows, &reach);
    add_section_rows(builder, rows, &reach);
    if (group_places(problem) > 0)
        add_group_rows(builder, rows, &reach);
    return true;
}

static void spread_pair(struct builder *builder, void *state, int household, int dwelling)
{
    const struct spread_rows *rows = state;
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    const struct household *people = &problem->households[household];
    int section = problem->dwellings[dwelling].section;
    int area = problem->sections[section].area;

    program_add_entry(program, rows->households[section], 1);
    program_add_entry(program, rows->section_share[section], 1);
    if (area == NONE)
        return;
    program_add_entry(program, rows->persons[area], people->persons);
    program_add_entry(program, rows->children[area], people->children);
    program_add_entry(program, rows->area_share[area], people->persons);
    if (people->group != NONE && group_places(problem) > 0)
        program_add_entry(program, rows->group[group_place(problem, people->group, area)],
                          people->persons);
}

const struct rule rule_spread = {.code = WORDS_LATER("spread"),
                                 .number = 10,
                                 .compile_rows = spread_rows,
                                 .compile_pair = spread_pair,
                                 .check = spread_check};
