/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/count_goals.h"

#include <stdarg.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/verify/plan_measures.h"

/* Where the counts go, and what they are made from. */
struct tallying {
    struct count_columns *columns;
    const husly_problem *problem;
    const struct lawful_pairs *pairs;
    struct arena *arena;
};

__attribute__((format(printf, 4, 5))) static void add(struct tallying *tallying, int64_t upper,
                                                      int64_t price, const char *form, ...)
{
    struct text name = {0};
    va_list parts;
    va_start(parts, form);
    text_add_list(&name, form, parts);
    va_end(parts);
    const char *kept = name.failed ? NULL : arena_text(tallying->arena, name.bytes, name.size);
    text_free(&name);
    tallying->columns->failed = tallying->columns->failed || kept == NULL;
    count_columns_add(tallying->columns, tallying->arena,
                      (struct count_column){kept, upper, price});
}

static int area_of_pair(const struct tallying *tallying, int pair)
{
    const husly_problem *problem = tallying->problem;
    return problem_area_of(problem, &problem->dwellings[tallying->pairs->dwelling_of[pair]]);
}

/* What a dwelling can hold: places, or its largest household; nothing where nobody may have it. */
static int64_t most_in(const struct tallying *tallying, int dwelling)
{
    const struct lawful_pairs *pairs = tallying->pairs;
    const struct dwelling *it = &tallying->problem->dwellings[dwelling];
    int64_t most = 0;
    for (int at = pairs->first_at[dwelling]; at < pairs->first_at[dwelling + 1]; at++) {
        const int h = pairs->household_of[pairs->by_dwelling[at]];
        const int64_t persons =
            kind_is_single(it->kind) ? tallying->problem->households[h].persons : it->places;
        most = persons > most ? persons : most;
    }
    return most;
}

static int64_t most_in_area(const struct tallying *tallying, int area)
{
    const husly_problem *problem = tallying->problem;
    const int64_t all = persons_measure(problem);
    int64_t most = 0;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (problem_area_of(problem, &problem->dwellings[d]) == area)
            most += most_in(tallying, d);
    }
    return most < all ? most : all;
}

/* Person by person, those at one level together. */
static void add_even(struct tallying *tallying, int area, int64_t town)
{
    const struct area *it = &tallying->problem->areas[area];
    const int64_t most = most_in_area(tallying, area);
    int64_t level = 0, persons = 0;
    for (int64_t person = 1; person <= most + 1; person++) {
        const int64_t above = person <= most ? area_excess(it, person, town) : -1;
        if (above != level && level > 0)
            add(tallying, persons, unit_price(tallying->problem->weights[HUSLY_WEIGHT_EVEN], level),
                "even/%s/%lld", it->id, (long long)level);
        persons = above == level ? persons + 1 : 1;
        level = above;
    }
}

static void add_steps(struct tallying *tallying, const char *side, int organisation, int64_t steps)
{
    const int64_t weight = tallying->problem->weights[HUSLY_WEIGHT_KEY];
    for (int64_t step = 1; step <= steps && !tallying->columns->failed; step++)
        add(tallying, 1, unit_price(weight, step + step - 1), "%s/%s/%lld", side,
            tallying->problem->organisations[organisation].id, (long long)step);
}

static bool add_key(struct tallying *tallying, const struct right_count *right)
{
    const husly_problem *problem = tallying->problem;
    const struct key_measure *keys = key_measures_find(problem, right, tallying->arena);
    for (int o = 0; o < problem->organisation_count && keys != NULL; o++) {
        if (!keys[o].counts)
            continue;
        add_steps(tallying, "key_over", o, keys[o].usable - keys[o].target);
        add_steps(tallying, "key_under", o, keys[o].target);
    }
    return keys != NULL;
}

/* The children of those households that may live in the area. */
static int64_t children_within(const husly_problem *problem, const struct lawful_pairs *pairs,
                               int area, bool small)
{
    int64_t children = 0;
    for (int h = 0; h < problem->household_count; h++) {
        int pair = pairs->first_of[h];
        while (pair < pairs->first_of[h + 1] &&
               problem_area_of(problem, &problem->dwellings[pairs->dwelling_of[pair]]) != area)
            pair++;
        if (pair < pairs->first_of[h + 1])
            children += children_measure(&problem->households[h], small);
    }
    return children;
}

static void add_beyond(struct tallying *tallying, int area, bool small)
{
    const husly_problem *problem = tallying->problem;
    const struct area *it = &problem->areas[area];
    const int places = small ? it->daycare : it->school;
    const int64_t weight = problem->weights[small ? HUSLY_WEIGHT_DAYCARE : HUSLY_WEIGHT_SCHOOL];
    if (weight == 0 || places == HUSLY_NO_NUMBER)
        return;
    const int64_t beyond = children_within(problem, tallying->pairs, area, small) - places;
    if (beyond > 0)
        add(tallying, beyond, unit_price(weight, 1), "beyond/%s/%s", small ? "daycare" : "school",
            it->id);
}

/* Marks the groups and areas in which somebody of a group of two or more may be placed. */
static void mark_meetings(const struct tallying *tallying, bool *marks)
{
    const husly_problem *problem = tallying->problem;
    for (int pair = 0; pair < tallying->pairs->count; pair++) {
        const int group = problem->households[tallying->pairs->household_of[pair]].group;
        const int area = area_of_pair(tallying, pair);
        if (group != NONE && problem->group_sizes[group] >= 2 && area != NONE)
            marks[(size_t)group * (size_t)problem->area_count + (size_t)area] = true;
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
            add(tallying, 1, unit_price(problem->weights[HUSLY_WEIGHT_TOGETHER], 1),
                "together/%s/%s", problem->groups[at / areas], problem->areas[at % areas].id);
    }
    memory_free(marks);
    return true;
}

bool count_goals_add(struct count_columns *columns, const husly_problem *problem,
                     const struct lawful_pairs *pairs, const struct right_count *right,
                     struct arena *arena)
{
    struct tallying tallying = {columns, problem, pairs, arena};
    const int64_t town = town_measure(problem);
    for (int area = 0; area < problem->area_count; area++) {
        if (problem->weights[HUSLY_WEIGHT_EVEN] > 0)
            add_even(&tallying, area, town);
        add_beyond(&tallying, area, false);
        add_beyond(&tallying, area, true);
    }
    return (problem->weights[HUSLY_WEIGHT_KEY] == 0 || add_key(&tallying, right)) &&
           (problem->weights[HUSLY_WEIGHT_TOGETHER] == 0 || add_together(&tallying)) &&
           !columns->failed;
}
