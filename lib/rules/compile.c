/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "rules/draw.h"
#include "rules/goals/goal.h"
#include "rules/measures.h"
#include "rules/pairs.h"
#include "rules/stages.h"

enum { RULE_COUNT = 10, GOAL_COUNT = 20 };

/* What each rule remembers of its rows. */
struct compiler {
    struct builder builder;
    void *states[RULE_COUNT];
    void *goal_states[GOAL_COUNT];
};

static bool draw_orders(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    builder->household_of = draw_order(arena, problem->households, sizeof *problem->households,
                                       problem->household_count, problem->policy.lot);
    builder->dwelling_of = draw_order(arena, problem->dwellings, sizeof *problem->dwellings,
                                      problem->dwelling_count, problem->policy.lot);
    return builder->household_of != NULL && builder->dwelling_of != NULL;
}

static void measure_household(const struct household *people, int64_t *measures)
{
    measures[MEASURE_ONE] = 1;
    measures[MEASURE_PERSONS] = people->persons;
    measures[MEASURE_CHILDREN] = people->children;
    measures[MEASURE_SCHOOL] = people->children - people->small_children;
    measures[MEASURE_SMALL] = people->small_children;
    measures[MEASURE_SINGLE] = people->persons == 1;
}

static bool add_groups(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    int *class_of = arena_take(pool->arena, (size_t)problem->household_count + 1, sizeof *class_of);
    for (int at = 0; at < problem->household_count && class_of != NULL; at++) {
        const struct household *people = &problem->households[builder->household_of[at]];
        const int group = pool_add_group(pool, people->id);
        if (group == NO_INDEX)
            return false;
        measure_household(people, pool->groups[group].measures);
        class_of[group] = people->group;
    }
    builder->class_of = class_of;
    builder->measure_count = MEASURE_OTHERS;
    pool_set_classes(pool, problem->groups, problem->group_count);
    return class_of != NULL;
}

static bool add_zones(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const char **names = arena_take(pool->arena, (size_t)problem->area_count + 1, sizeof *names);
    for (int area = 0; area < problem->area_count && names != NULL; area++)
        names[area] = problem->areas[area].id;
    pool_set_zones(pool, names, problem->area_count);
    return names != NULL;
}

static bool add_rows(struct compiler *compiler)
{
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_rows != NULL &&
            !rules[rule]->compile_rows(&compiler->builder, &compiler->states[rule]))
            return false;
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_rows != NULL &&
            !goals[goal]->compile_rows(&compiler->builder, &compiler->goal_states[goal]))
            return false;
    }
    return !compiler->builder.pool->failed;
}

static void add_place(struct compiler *compiler, int dwelling)
{
    struct builder *builder = &compiler->builder;
    const struct dwelling *home = &builder->problem->dwellings[dwelling];
    if (pool_add_place(builder->pool, home->id, dwelling,
                       problem_area_of(builder->problem, home)) == NO_INDEX)
        return;
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_place != NULL)
            rules[rule]->compile_place(builder, compiler->states[rule], dwelling);
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_place != NULL)
            goals[goal]->compile_place(builder, compiler->goal_states[goal], dwelling);
    }
}

/* The lawful pairs in the order of the draw. */
static bool add_drawn_pairs(struct builder *builder)
{
    struct pool *pool = builder->pool;
    const int end = pool->place_count;
    int *place_of = arena_take(pool->arena, (size_t)end + 1, sizeof *place_of);
    pool->allowed =
        memory_new((size_t)pool->group_count * pool->words_a_group + 1, sizeof *pool->allowed);
    for (int place = 0; place < end && place_of != NULL; place++)
        place_of[builder->dwelling_of[place]] = place;
    for (int group = 0; group < pool->group_count && place_of != NULL && pool->allowed != NULL;
         group++) {
        const int household = builder->household_of[group];
        const uint64_t *lawful = pairs_of(builder->pairs, household);
        uint64_t *allowed = pool->allowed + (size_t)group * pool->words_a_group;
        for (int at = bits_next(lawful, 0, end); at < end; at = bits_next(lawful, at + 1, end))
            bits_add(allowed, place_of[at]);
        if (builder->problem->households[household].pin != NONE)
            pool->groups[group].pinned = place_of[builder->problem->households[household].pin];
    }
    return place_of != NULL && pool->allowed != NULL;
}

/* Without a draw the pool takes the lawful pairs as they are. */
static bool add_pairs(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    pool->words_a_group = builder->pairs->dwelling_words;
    if (problem->policy.lot != 0)
        return add_drawn_pairs(builder);
    pool->allowed = builder->pairs->dwellings;
    for (int household = 0; household < problem->household_count; household++)
        pool->groups[household].pinned = problem->households[household].pin;
    return true;
}

static void add_counts(struct compiler *compiler)
{
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_counts != NULL)
            rules[rule]->compile_counts(&compiler->builder, compiler->states[rule]);
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_counts != NULL)
            goals[goal]->compile_counts(&compiler->builder, compiler->goal_states[goal]);
    }
}

static void add_links(struct compiler *compiler)
{
    for (int group = 0; group < compiler->builder.pool->group_count; group++) {
        for (int rule = 0; rules[rule] != NULL; rule++) {
            if (rules[rule]->compile_group != NULL)
                rules[rule]->compile_group(&compiler->builder, compiler->states[rule], group);
        }
    }
}

static bool compile_all(struct compiler *compiler)
{
    struct builder *builder = &compiler->builder;
    if (!draw_orders(builder) || !add_groups(builder) || !add_zones(builder) || !add_rows(compiler))
        return false;
    for (int place = 0; place < builder->problem->dwelling_count; place++)
        add_place(compiler, builder->dwelling_of[place]);
    if (builder->pool->failed || !add_pairs(builder))
        return false;
    add_links(compiler);
    add_counts(compiler);
    return stages_compile(builder) && pool_finish(builder->pool);
}

struct pool *rules_compile(const husly_problem *problem)
{
    struct pairs pairs;
    struct pool *pool = pool_new();
    bool found = pairs_find(&pairs, problem);
    struct compiler compiler = {.builder = {.problem = problem, .pool = pool, .pairs = &pairs}};
    bool compiled = pool != NULL && found && compile_all(&compiler);
    if (pool != NULL && pool->allowed == pairs.dwellings)
        pairs.dwellings = NULL;
    pairs_free(&pairs);
    if (compiled)
        return pool;
    pool_free(pool);
    return NULL;
}
