/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "rules/goals/goal_list.h"
#include "rules/goals/key_targets.h"
#include "rules/measures.h"

struct key_state {
    struct key_target *targets;
    int *over, *under; /* rows by organisation, NO_INDEX: none */
};

static void add_rows(struct pool *pool, struct key_state *key, int organisation, const char *id)
{
    const struct key_target *it = &key->targets[organisation];
    key->over[organisation] = key->under[organisation] = NO_INDEX;
    if (it->in_key && it->usable > it->target)
        key->over[organisation] =
            pool_add_row(pool, pool_name(pool, "key_over/%s", id), false, it->target);
    if (it->in_key && it->target > 0)
        key->under[organisation] =
            pool_add_row(pool, pool_name(pool, "key_under/%s", id), false, -it->target);
}

static bool key_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    size_t count = (size_t)problem->organisation_count + 1;
    *state = NULL;
    if (problem->weights[HUSLY_WEIGHT_KEY] == 0)
        return true;
    struct key_state *key = arena_take(arena, 1, sizeof *key);
    if (key == NULL)
        return false;
    *key =
        (struct key_state){key_targets_find(problem, arena), arena_take(arena, count, sizeof(int)),
                           arena_take(arena, count, sizeof(int))};
    if (key->targets == NULL || key->over == NULL || key->under == NULL)
        return false;
    for (int index = 0; index < problem->organisation_count; index++)
        add_rows(builder->pool, key, index, problem->organisations[index].id);
    *state = key;
    return true;
}

static void key_place(struct builder *builder, void *state, int dwelling)
{
    const struct key_state *key = state;
    int organisation = key_organisation(builder->problem, dwelling);
    if (key == NULL || organisation == NONE)
        return;
    pool_add_entry(builder->pool, key->over[organisation], MEASURE_ONE, 1);
    pool_add_entry(builder->pool, key->under[organisation], MEASURE_ONE, -1);
}

/* The squares 1, 4, 9 … are the sums of the odd numbers, the cheapest first. */
static void add_steps(struct builder *builder, const char *form, const char *id, int row,
                      int64_t count)
{
    struct pool *pool = builder->pool;
    int64_t weight = builder->problem->weights[HUSLY_WEIGHT_KEY];
    for (int64_t step = 1; step <= count && row != NO_INDEX && !pool->failed; step++) {
        const char *name = pool_name(pool, "%s/%s/%lld", form, id, (long long)step);
        pool_add_count(pool, name, 1, goal_price(weight, 2 * step - 1));
        pool_add_count_entry(pool, row, -1);
    }
}

static void key_counts(struct builder *builder, void *state)
{
    const husly_problem *problem = builder->problem;
    const struct key_state *key = state;
    for (int index = 0; index < problem->organisation_count && key != NULL; index++) {
        const struct key_target *it = &key->targets[index];
        const char *id = problem->organisations[index].id;
        add_steps(builder, "key_over", id, key->over[index], it->usable - it->target);
        add_steps(builder, "key_under", id, key->under[index], it->target);
    }
}

static int64_t points_of(int64_t off, int64_t weight)
{
    int64_t points = 0;
    for (int64_t step = 1; step <= (off < 0 ? -off : off); step++)
        points -= goal_price(weight, 2 * step - 1);
    return points;
}

static bool key_tell(const husly_problem *problem, const struct placing *plan, struct arena *arena,
                     breakdown_fn *tell, void *user)
{
    int64_t weight = problem->weights[HUSLY_WEIGHT_KEY];
    if (weight == 0)
        return true;
    const struct key_target *targets = key_targets_find(problem, arena);
    const int64_t *used = key_used(problem, plan->dwelling_of, arena);
    const bool known = targets != NULL && used != NULL;
    for (int index = 0; index < problem->organisation_count && known; index++) {
        if (!targets[index].in_key)
            continue;
        int64_t off = used[index] - targets[index].target;
        struct breakdown_line line = breakdown_line("key", off, weight, points_of(off, weight));
        line.about = problem->organisations[index].id;
        tell(&line, user);
    }
    return known;
}

const struct goal goal_key = {.term = "key",
                              .weight = HUSLY_WEIGHT_KEY,
                              .compile_rows = key_rows,
                              .compile_place = key_place,
                              .compile_counts = key_counts,
                              .tell_plan = key_tell};
