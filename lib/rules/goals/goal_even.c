/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "base/wide.h"
#include "rules/goals/goal_list.h"
#include "rules/goals/level.h"
#include "rules/measures.h"
#include "rules/pairs.h"

/* What the rows and counts of an area are made from. */
struct even_area {
    int row;       /* NO_INDEX: its level can never exceed the town's */
    int64_t first; /* persons that the level of the town leaves free */
    int64_t last;  /* J: the most that may be placed */
};

struct even_state {
    int64_t town;
    struct even_area *areas;
};

/* How many persons can be placed in the area before its level exceeds this one. */
static int64_t persons_up_to(const struct area *area, int64_t level)
{
    int64_t refugees = (int64_t)wide_floor((wide)(level + 1) * area->residents - 1, 1000);
    return refugees > area->refugees ? refugees - area->refugees : 0;
}

/* What a dwelling can hold: 0 where it is lawful for nobody. */
static int64_t holds(const struct dwelling *home, const struct takers *takers)
{
    if (takers->households == 0)
        return 0;
    return kind_is_single(home->kind) ? takers->most_persons : home->places;
}

static void find_last(const struct builder *builder, struct even_area *areas)
{
    const husly_problem *problem = builder->problem;
    int64_t persons = 0;
    for (int household = 0; household < problem->household_count; household++)
        persons += problem->households[household].persons;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        int area = problem_area_of(problem, &problem->dwellings[dwelling]);
        if (area != NONE)
            areas[area].last +=
                holds(&problem->dwellings[dwelling], &builder->pairs->takers[dwelling]);
    }
    for (int area = 0; area < problem->area_count; area++)
        areas[area].last = areas[area].last < persons ? areas[area].last : persons;
}

static bool even_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    *state = NULL;
    if (problem->weights[HUSLY_WEIGHT_EVEN] == 0)
        return true;
    struct even_state *even = arena_take(pool->arena, 1, sizeof *even);
    struct even_area *areas =
        arena_take(pool->arena, (size_t)problem->area_count + 1, sizeof *areas);
    if (even == NULL || areas == NULL)
        return false;
    find_last(builder, areas);
    *even = (struct even_state){level_of_town(problem), areas};
    for (int index = 0; index < problem->area_count; index++) {
        const struct area *area = &problem->areas[index];
        areas[index].row = NO_INDEX;
        if (area->residents <= 0)
            continue;
        areas[index].first = persons_up_to(area, even->town);
        if (areas[index].last > areas[index].first)
            areas[index].row =
                pool_add_row(pool, pool_name(pool, "even/%s", area->id), false, areas[index].first);
    }
    *state = even;
    return true;
}

static void even_place(struct builder *builder, void *state, int dwelling)
{
    const struct even_state *even = state;
    const husly_problem *problem = builder->problem;
    int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    if (even != NULL && area != NONE)
        pool_add_entry(builder->pool, even->areas[area].row, MEASURE_PERSONS, 1);
}

/* One count a level that the area may reach, the lowest and cheapest first. */
static void add_levels(struct builder *builder, const struct even_state *even, int index)
{
    const struct area *area = &builder->problem->areas[index];
    const struct even_area *range = &even->areas[index];
    struct pool *pool = builder->pool;
    int64_t weight = builder->problem->weights[HUSLY_WEIGHT_EVEN];
    for (int64_t done = range->first; done < range->last && !pool->failed;) {
        int64_t level = level_of(area->refugees + done + 1, area->residents);
        int64_t end = persons_up_to(area, level);
        int64_t above = level - even->town;
        end = end < range->last ? end : range->last;
        const char *name = pool_name(pool, "even/%s/%lld", area->id, (long long)above);
        pool_add_count(pool, name, end - done, goal_price(weight, above));
        pool_add_count_entry(pool, range->row, -1);
        done = end;
    }
}

static void even_counts(struct builder *builder, void *state)
{
    const struct even_state *even = state;
    for (int area = 0; area < builder->problem->area_count && even != NULL; area++) {
        if (even->areas[area].row != NO_INDEX)
            add_levels(builder, even, area);
    }
}

/* By area; NULL when memory ran out. */
static const int64_t *count_persons(const husly_problem *problem, const struct placing *plan,
                                    struct arena *arena)
{
    int64_t *persons = arena_take(arena, (size_t)problem->area_count + 1, sizeof *persons);
    for (int household = 0; household < problem->household_count && persons != NULL; household++) {
        int dwelling = plan->dwelling_of[household];
        int area =
            dwelling != NONE ? problem_area_of(problem, &problem->dwellings[dwelling]) : NONE;
        if (area != NONE)
            persons[area] += problem->households[household].persons;
    }
    return persons;
}

/* Person by person, without the counts' levels. */
static int64_t points_of(const struct area *area, int64_t persons, int64_t town, int64_t weight)
{
    int64_t points = 0;
    for (int64_t person = 1; person <= persons; person++) {
        int64_t above = level_of(area->refugees + person, area->residents) - town;
        points -= above > 0 ? goal_price(weight, above) : 0;
    }
    return points;
}

static bool even_tell(const husly_problem *problem, const struct placing *plan, struct arena *arena,
                      breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[HUSLY_WEIGHT_EVEN];
    int64_t town = level_of_town(problem);
    const int64_t *placed = count_persons(problem, plan, arena);
    for (int index = 0; index < problem->area_count && weight > 0 && placed != NULL; index++) {
        const struct area *area = &problem->areas[index];
        if (area->residents <= 0)
            continue;
        struct breakdown_line line = breakdown_line("even", placed[index], weight,
                                                    points_of(area, placed[index], town, weight));
        line.about = area->id;
        tell(&line, user);
    }
    return placed != NULL;
}

const struct goal goal_even = {.term = "even",
                               .weight = HUSLY_WEIGHT_EVEN,
                               .compile_rows = even_rows,
                               .compile_place = even_place,
                               .compile_counts = even_counts,
                               .tell_plan = even_tell};
