/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/count_goals.h"

#include <stdarg.h>

#include "base/memory.h"
#include "base/text.h"

/* Where the counts go, and what they are made from. */
struct tallying {
    struct count_columns *columns;
    const struct count_source *source;
    const husly_problem *problem;
    int64_t *persons;        /* by dwelling: of the largest household that may have it */
    int64_t *school, *small; /* by area: children of the households that may live there */
    int *listed;             /* scratch: a household's dwellings */
    int *seen;               /* scratch: by area, 1 + the last household met there */
};

__attribute__((format(printf, 3, 4))) static void
add(struct tallying *tallying, struct count_column column, const char *form, ...)
{
    struct text name = {0};
    va_list parts;
    va_start(parts, form);
    text_add_list(&name, form, parts);
    va_end(parts);
    column.name = name.failed ? NULL : arena_text(tallying->source->arena, name.bytes, name.size);
    text_free(&name);
    tallying->columns->failed = tallying->columns->failed || column.name == NULL;
    count_columns_add(tallying->columns, tallying->source->arena, column);
}

static int area_of(const struct tallying *tallying, int dwelling)
{
    return problem_area_of(tallying->problem, &tallying->problem->dwellings[dwelling]);
}

/* One look at every lawful pair. */
static void look_at_pairs(struct tallying *tallying)
{
    const husly_problem *problem = tallying->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const struct household *household = &problem->households[h];
        const int count = lawful_pairs_list(tallying->source->pairs, h, tallying->listed);
        for (int at = 0; at < count; at++) {
            const int d = tallying->listed[at], area = area_of(tallying, d);
            if (household->persons > tallying->persons[d])
                tallying->persons[d] = household->persons;
            if (area == NONE || tallying->seen[area] == h + 1)
                continue;
            tallying->seen[area] = h + 1;
            tallying->school[area] += children_measure(household, false);
            tallying->small[area] += children_measure(household, true);
        }
    }
}

/* What an area's dwellings can hold: places, or the largest household; nothing where nobody may
 * live. */
static int64_t most_in_area(const struct tallying *tallying, int area)
{
    const husly_problem *problem = tallying->problem;
    const struct place_list there = place_lists_of(tallying->source->places, PLACES_AREA, area);
    const int64_t all = persons_measure(problem);
    int64_t most = 0;
    for (int at = 0; at < there.count; at++) {
        const struct dwelling *home = &problem->dwellings[there.dwellings[at]];
        const int64_t largest = tallying->persons[there.dwellings[at]];
        most += largest == 0 || kind_is_single(home->kind) ? largest : home->places;
    }
    return most < all ? most : all;
}

/* Person by person, those at one level together. */
static void add_even(struct tallying *tallying, int area, int64_t town)
{
    const struct area *it = &tallying->problem->areas[area];
    const int64_t most = most_in_area(tallying, area);
    const struct count_scope scope = {PLACES_AREA, area, MEASURE_PERSONS, NONE};
    int64_t level = 0, persons = 0;
    for (int64_t person = 1; person <= most + 1; person++) {
        const int64_t above = person <= most ? area_excess(it, person, town) : -1;
        if (above != level && level > 0)
            add(tallying,
                (struct count_column){
                    .upper = persons,
                    .price = unit_price(tallying->problem->weights[HUSLY_WEIGHT_EVEN], level),
                    .scope = scope,
                    .steps = "even/"},
                "even/%s/%lld", it->id, (long long)level);
        persons = above == level ? persons + 1 : 1;
        level = above;
    }
}

static void add_steps(struct tallying *tallying, const char *side, int organisation, int64_t steps)
{
    const int64_t weight = tallying->problem->weights[HUSLY_WEIGHT_KEY];
    for (int64_t step = 1; step <= steps && !tallying->columns->failed; step++)
        add(tallying,
            (struct count_column){.upper = 1,
                                  .price = unit_price(weight, step + step - 1),
                                  .scope = {PLACES_KEY, organisation, MEASURE_ONE, NONE},
                                  .steps = side},
            "%s%s/%lld", side, tallying->problem->organisations[organisation].id, (long long)step);
}

static void add_key(struct tallying *tallying)
{
    const husly_problem *problem = tallying->problem;
    const struct key_measure *keys = tallying->source->keys;
    for (int o = 0; o < problem->organisation_count; o++) {
        if (!keys[o].counts)
            continue;
        add_steps(tallying, "key_over/", o, keys[o].usable - keys[o].target);
        add_steps(tallying, "key_under/", o, keys[o].target);
    }
}

static void add_beyond(struct tallying *tallying, int area, bool small)
{
    const husly_problem *problem = tallying->problem;
    const struct area *it = &problem->areas[area];
    const int places = small ? it->daycare : it->school;
    const int64_t weight = problem->weights[small ? HUSLY_WEIGHT_DAYCARE : HUSLY_WEIGHT_SCHOOL];
    const int measure = small ? MEASURE_SMALL : MEASURE_SCHOOL;
    if (weight == 0 || places == HUSLY_NO_NUMBER)
        return;
    const int64_t beyond = (small ? tallying->small : tallying->school)[area] - places;
    if (beyond > 0)
        add(tallying,
            (struct count_column){.upper = beyond,
                                  .price = unit_price(weight, 1),
                                  .scope = {PLACES_AREA, area, measure, NONE}},
            "beyond/%s/%s", small ? "daycare" : "school", it->id);
}

/* Marks the groups and areas in which somebody of a group of two or more may be placed. */
static void mark_meetings(const struct tallying *tallying, bool *marks)
{
    const husly_problem *problem = tallying->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const int group = problem->households[h].group;
        if (group == NONE || problem->group_sizes[group] < 2)
            continue;
        const int count = lawful_pairs_list(tallying->source->pairs, h, tallying->listed);
        for (int at = 0; at < count; at++) {
            const int area = area_of(tallying, tallying->listed[at]);
            if (area != NONE)
                marks[(size_t)group * (size_t)problem->area_count + (size_t)area] = true;
        }
    }
}

static bool add_together(struct tallying *tallying)
{
    const husly_problem *problem = tallying->problem;
    const size_t areas = (size_t)problem->area_count;
    bool *marks = memory_new((size_t)problem->group_count * areas + 1, sizeof *marks);
    if (marks == NULL)
        return false;
    mark_meetings(tallying, marks);
    for (size_t at = 0; at < (size_t)problem->group_count * areas; at++) {
        if (marks[at])
            add(tallying,
                (struct count_column){
                    .upper = 1,
                    .price = unit_price(problem->weights[HUSLY_WEIGHT_TOGETHER], 1),
                    .scope = {PLACES_AREA, (int)(at % areas), MEASURE_ONE, (int)(at / areas)}},
                "together/%s/%s", problem->groups[at / areas], problem->areas[at % areas].id);
    }
    memory_free(marks);
    return true;
}

static bool tallying_open(struct tallying *tallying)
{
    const husly_problem *problem = tallying->problem;
    struct arena *arena = tallying->source->arena;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    const size_t areas = (size_t)problem->area_count + 1;
    tallying->persons = arena_take(arena, dwellings, sizeof *tallying->persons);
    tallying->listed = arena_take(arena, dwellings, sizeof *tallying->listed);
    tallying->school = arena_take(arena, areas, sizeof *tallying->school);
    tallying->small = arena_take(arena, areas, sizeof *tallying->small);
    tallying->seen = arena_take(arena, areas, sizeof *tallying->seen);
    return tallying->persons != NULL && tallying->listed != NULL && tallying->school != NULL &&
           tallying->small != NULL && tallying->seen != NULL;
}

bool count_goals_add(struct count_columns *columns, const struct count_source *source)
{
    const husly_problem *problem = source->problem;
    const int64_t *weights = problem->weights;
    struct tallying tallying = {.columns = columns, .source = source, .problem = problem};
    const bool about_areas = weights[HUSLY_WEIGHT_EVEN] > 0 || weights[HUSLY_WEIGHT_SCHOOL] > 0 ||
                             weights[HUSLY_WEIGHT_DAYCARE] > 0;
    if (!tallying_open(&tallying))
        return false;
    if (about_areas)
        look_at_pairs(&tallying);
    const int64_t town = town_measure(problem);
    for (int area = 0; area < problem->area_count && about_areas; area++) {
        if (weights[HUSLY_WEIGHT_EVEN] > 0)
            add_even(&tallying, area, town);
        add_beyond(&tallying, area, false);
        add_beyond(&tallying, area, true);
    }
    if (weights[HUSLY_WEIGHT_KEY] != 0)
        add_key(&tallying);
    return (weights[HUSLY_WEIGHT_TOGETHER] == 0 || add_together(&tallying)) && !columns->failed;
}
