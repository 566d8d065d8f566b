/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "base/words.h"
#include "rules/pairs.h"
#include "rules/rule.h"

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

/* A share as `weight × placed <= rhs` in whole numbers. */
struct share_row {
    bool binds;
    int64_t weight, rhs;
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
        return (struct share_row){false, 0, 0};
    int64_t weight = share.whole - share.part;
    int64_t rhs = share.part * area->residents - share.whole * area->refugees;
    bool exceeded = rhs < 0;
    if (exceeded)
        return (struct share_row){true, weight > 0 ? weight : 1, 0};
    return (struct share_row){weight > 0, weight, rhs};
}

/* refugee_homes + placed <= part/whole × homes. */
static struct share_row section_share(const struct section *section)
{
    husly_share share = section->max_share;
    if (share.whole == 0)
        return (struct share_row){false, 0, 0};
    int64_t rhs = share.part * section->homes - share.whole * section->refugee_homes;
    return (struct share_row){.binds = true, .weight = share.whole, .rhs = rhs > 0 ? rhs : 0};
}

/* A row where more than its limit could be placed; NO_INDEX elsewhere. */
static int limit_row(struct program *program, const char *form, const char *id, int64_t possible,
                     struct share_row limit)
{
    if (!limit.binds || (wide)limit.weight * possible <= limit.rhs)
        return NO_INDEX;
    return program_add_row(program, program_name(program, "%s/%s", form, id), false, limit.rhs);
}

static struct share_row number_limit(int64_t limit)
{
    return (struct share_row){limit != HUSLY_NO_NUMBER, 1, limit};
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
    program_add_entry(program, rows->section_share[section],
                      section_share(&problem->sections[section]).weight);
    if (area == NONE)
        return;
    program_add_entry(program, rows->persons[area], people->persons);
    program_add_entry(program, rows->children[area], people->children);
    program_add_entry(program, rows->area_share[area],
                      people->persons * area_share(&problem->areas[area]).weight);
    if (people->group != NONE && group_places(problem) > 0)
        program_add_entry(program, rows->group[group_place(problem, people->group, area)],
                          people->persons);
}

/* What a plan places in one area, section, or group in an area, counted from the rows as given. */
struct placed {
    int64_t households, persons, children;
};

/* NULL stands for any area, section or group. */
static struct placed count_placed(const husly_problem *problem, const struct placing *plan,
                                  const char *area, const char *section, const char *group)
{
    struct placed placed = {0, 0, 0};
    for (int household = 0; household < problem->household_count; household++) {
        int dwelling = plan->dwelling_of[household];
        if (dwelling == NONE)
            continue;
        const husly_household *people = problem->households[household].given;
        const char *home = problem->dwellings[dwelling].given->section_id;
        const husly_section *place = problem->sections[problem->dwellings[dwelling].section].given;
        if ((section != NULL && !text_equal(section, home)) ||
            (area != NULL && (place == NULL || !text_equal(area, place->area_id))) ||
            (group != NULL && !text_equal(group, people->group)))
            continue;
        placed.households += 1;
        placed.persons += people->adults + people->children;
        placed.children += people->children;
    }
    return placed;
}

/* Who is told, and what has been found so far. */
struct teller {
    breach_fn *tell;
    void *user;
    bool holds;
};

/* Tells when more is used than the limit, which HUSLY_NO_NUMBER lifts. The row's unit is form/id,
 * or form/group/id. */
static void hold_to(struct teller *teller, int64_t used, int64_t limit, const char *form,
                    const char *group, const char *id)
{
    if (limit == HUSLY_NO_NUMBER || used <= limit)
        return;
    char row[512];
    snprintf(row, sizeof row, "%s/%s%s%s", form, group != NULL ? group : "",
             group != NULL ? "/" : "", id);
    teller->holds = false;
    teller->tell(&(struct breach){"spread", row, NONE, NONE, used, limit, false}, teller->user);
}

/* How many of those placed a share leaves room for: the largest n with
 * already + n <= part/whole × (base + n), or without the second n where the base does not grow. */
static int64_t share_room(husly_share share, int64_t already, int64_t base, bool grows,
                          int64_t placed)
{
    int64_t room = 0;
    while (room < placed && (wide)share.whole * (already + room + 1) <=
                                (wide)share.part * (base + (grows ? room + 1 : 0)))
        room++;
    return room;
}

static void check_area(struct teller *teller, const husly_problem *problem,
                       const struct placing *plan, const husly_area *area)
{
    struct placed placed = count_placed(problem, plan, area->area_id, NULL, NULL);
    hold_to(teller, placed.persons, area->max_persons, "area_persons", NULL, area->area_id);
    hold_to(teller, placed.children, area->max_children, "area_children", NULL, area->area_id);
    husly_share share =
        area->max_share.whole > 0 ? area->max_share : problem->policy.area_max_share;
    if (share.whole > 0)
        hold_to(teller, placed.persons,
                share_room(share, area->refugees, area->residents, true, placed.persons),
                "area_share", NULL, area->area_id);
}

static void check_section(struct teller *teller, const husly_problem *problem,
                          const struct placing *plan, const husly_section *section)
{
    struct placed placed = count_placed(problem, plan, NULL, section->section_id, NULL);
    hold_to(teller, placed.households, section->max_households, "section_households", NULL,
            section->section_id);
    if (section->max_share.whole > 0)
        hold_to(teller, placed.households,
                share_room(section->max_share, section->refugee_homes, section->homes, false,
                           placed.households),
                "section_share", NULL, section->section_id);
}

static void check_groups(struct teller *teller, const husly_problem *problem,
                         const struct placing *plan, const char *area)
{
    for (int group = 0; group < problem->group_count; group++) {
        struct placed placed = count_placed(problem, plan, area, NULL, problem->groups[group]);
        hold_to(teller, placed.persons, problem->policy.group_max_persons, "group",
                problem->groups[group], area);
    }
}

/* Contract rule 10. */
static bool spread_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                         void *user)
{
    const husly_round *round = problem->round;
    struct teller teller = {tell, user, true};
    for (size_t index = 0; index < round->area_count; index++)
        check_area(&teller, problem, plan, &round->areas[index]);
    for (size_t index = 0; index < round->section_count; index++)
        check_section(&teller, problem, plan, &round->sections[index]);
    bool groups = problem->policy.group_max_persons != HUSLY_NO_NUMBER;
    for (int area = 0; area < problem->area_count && groups; area++)
        check_groups(&teller, problem, plan, problem->areas[area].id);
    return teller.holds;
}

const struct rule rule_spread = {.code = WORDS_LATER("spread"),
                                 .number = 10,
                                 .compile_rows = spread_rows,
                                 .compile_pair = spread_pair,
                                 .check = spread_check};
