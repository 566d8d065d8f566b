/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "rules/goals/goal_list.h"
#include "rules/measures.h"
#include "rules/pairs.h"

/* School and day-care differ in whom they count and where they have room. */
struct service {
    const char *name; /* the goal's term and the row's first word */
    husly_weight weight;
    bool small; /* day-care: children below school age */
};

static const struct service school = {"school", HUSLY_WEIGHT_SCHOOL, false};
static const struct service daycare = {"daycare", HUSLY_WEIGHT_DAYCARE, true};

struct service_rows {
    int *row;       /* by area, NO_INDEX: none */
    int64_t *upper; /* children that may be beyond the places */
};

static int64_t children_for(const struct service *service, const struct household *household)
{
    return service->small ? household->small_children
                          : household->children - household->small_children;
}

static int places_in(const struct service *service, const struct area *area)
{
    return service->small ? area->daycare : area->school;
}

/* The children of those households that have a lawful dwelling in the area. */
static void count_reach(const struct builder *builder, const struct service *service,
                        int64_t *reach)
{
    const husly_problem *problem = builder->problem;
    const int end = problem->area_count;
    for (int household = 0; household < problem->household_count; household++) {
        const uint64_t *areas = pairs_areas(builder->pairs, household);
        for (int area = bits_next(areas, 0, end); area < end;
             area = bits_next(areas, area + 1, end))
            reach[area] += children_for(service, &problem->households[household]);
    }
}

static bool service_rows(struct builder *builder, void **state, const struct service *service)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    size_t areas = (size_t)problem->area_count + 1;
    *state = NULL;
    if (problem->weights[service->weight] == 0)
        return true;
    struct service_rows *rows = arena_take(pool->arena, 1, sizeof *rows);
    int *row = arena_take(pool->arena, areas, sizeof *row);
    int64_t *upper = arena_take(pool->arena, areas, sizeof *upper);
    if (rows == NULL || row == NULL || upper == NULL)
        return false;
    count_reach(builder, service, upper);
    for (int area = 0; area < problem->area_count; area++) {
        int places = places_in(service, &problem->areas[area]);
        upper[area] -= places;
        row[area] = NO_INDEX;
        if (places != HUSLY_NO_NUMBER && upper[area] > 0)
            row[area] =
                pool_add_row(pool, pool_name(pool, "%s/%s", service->name, problem->areas[area].id),
                             false, places);
    }
    *rows = (struct service_rows){row, upper};
    *state = rows;
    return true;
}

static void service_place(struct builder *builder, const struct service_rows *rows,
                          const struct service *service, int dwelling)
{
    const husly_problem *problem = builder->problem;
    int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    if (rows != NULL && area != NONE)
        pool_add_entry(builder->pool, rows->row[area],
                       service->small ? MEASURE_SMALL : MEASURE_SCHOOL, 1);
}

static void service_counts(struct builder *builder, const struct service_rows *rows,
                           const struct service *service)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    for (int area = 0; area < problem->area_count && rows != NULL; area++) {
        if (rows->row[area] == NO_INDEX)
            continue;
        const char *name = pool_name(pool, "beyond/%s/%s", service->name, problem->areas[area].id);
        pool_add_count(pool, name, rows->upper[area],
                       goal_price(problem->weights[service->weight], 1));
        pool_add_count_entry(pool, rows->row[area], -1);
    }
}

/* By area; NULL when memory ran out. */
static const int64_t *count_children(const husly_problem *problem, const struct placing *plan,
                                     const struct service *service, struct arena *arena)
{
    int64_t *children = arena_take(arena, (size_t)problem->area_count + 1, sizeof *children);
    for (int household = 0; household < problem->household_count && children != NULL; household++) {
        int dwelling = plan->dwelling_of[household];
        int area =
            dwelling != NONE ? problem_area_of(problem, &problem->dwellings[dwelling]) : NONE;
        if (area != NONE)
            children[area] += children_for(service, &problem->households[household]);
    }
    return children;
}

static bool service_tell(const husly_problem *problem, const int64_t *children,
                         const struct service *service, breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[service->weight];
    for (int area = 0; area < problem->area_count && weight > 0 && children != NULL; area++) {
        int places = places_in(service, &problem->areas[area]);
        if (places == HUSLY_NO_NUMBER)
            continue;
        int64_t beyond = children[area] - places;
        beyond = beyond > 0 ? beyond : 0;
        struct breakdown_line line =
            breakdown_line(service->name, beyond, weight, -beyond * goal_price(weight, 1));
        line.about = problem->areas[area].id;
        tell(&line, user);
    }
    return children != NULL;
}

static bool school_rows(struct builder *builder, void **state)
{
    return service_rows(builder, state, &school);
}

static bool daycare_rows(struct builder *builder, void **state)
{
    return service_rows(builder, state, &daycare);
}

static void school_place(struct builder *builder, void *state, int dwelling)
{
    service_place(builder, state, &school, dwelling);
}

static void daycare_place(struct builder *builder, void *state, int dwelling)
{
    service_place(builder, state, &daycare, dwelling);
}

static void school_counts(struct builder *builder, void *state)
{
    service_counts(builder, state, &school);
}

static void daycare_counts(struct builder *builder, void *state)
{
    service_counts(builder, state, &daycare);
}

static bool school_tell(const husly_problem *problem, const struct placing *plan,
                        struct arena *arena, breakdown_fn *tell, void *user)
{
    const int64_t *children = count_children(problem, plan, &school, arena);
    return service_tell(problem, children, &school, tell, user);
}

static bool daycare_tell(const husly_problem *problem, const struct placing *plan,
                         struct arena *arena, breakdown_fn *tell, void *user)
{
    const int64_t *children = count_children(problem, plan, &daycare, arena);
    return service_tell(problem, children, &daycare, tell, user);
}

const struct goal goal_school = {.term = "school",
                                 .weight = HUSLY_WEIGHT_SCHOOL,
                                 .compile_rows = school_rows,
                                 .compile_place = school_place,
                                 .compile_counts = school_counts,
                                 .tell_plan = school_tell};

const struct goal goal_daycare = {.term = "daycare",
                                  .weight = HUSLY_WEIGHT_DAYCARE,
                                  .compile_rows = daycare_rows,
                                  .compile_place = daycare_place,
                                  .compile_counts = daycare_counts,
                                  .tell_plan = daycare_tell};
