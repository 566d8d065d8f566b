/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homes for several households that open with a number of persons or not at all, and that take so
 * many single persons and no more (rule 8). */
#include <stdio.h>

#include "base/memory.h"
#include "rules/capacity.h"
#include "rules/measures.h"
#include "rules/pairs.h"

static bool is_home(const struct dwelling *home)
{
    return !kind_is_single(home->kind) && home->kind != HUSLY_KIND_TRANSIT;
}

bool home_opens_with(const struct dwelling *home)
{
    return is_home(home) && home->least_persons > 0;
}

bool home_rows_add(struct builder *builder, struct home_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const size_t count = (size_t)problem->dwelling_count + 1;
    rows->least = arena_take(pool->arena, count, sizeof *rows->least);
    rows->singles = arena_take(pool->arena, count, sizeof *rows->singles);
    if (rows->least == NULL || rows->singles == NULL)
        return false;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        const struct takers *takers = &builder->pairs->takers[dwelling];
        rows->least[dwelling] = rows->singles[dwelling] = NO_INDEX;
        if (home_opens_with(home) && takers->persons > 0)
            rows->least[dwelling] =
                pool_add_row(pool, pool_name(pool, "least/%s", home->id), false, 0);
        if (is_home(home) && home->max_singles != HUSLY_NO_NUMBER &&
            takers->singles > home->max_singles)
            rows->singles[dwelling] = pool_add_row(pool, pool_name(pool, "singles/%s", home->id),
                                                   false, home->max_singles);
    }
    return true;
}

void home_place(struct builder *builder, const struct home_rows *rows, int dwelling)
{
    pool_add_entry(builder->pool, rows->least[dwelling], MEASURE_PERSONS, -1);
    pool_add_entry(builder->pool, rows->singles[dwelling], MEASURE_SINGLE, 1);
}

/* Σ persons <= places × open, and least × open <= Σ persons. */
void home_counts(struct builder *builder, const struct capacity_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        if (rows->homes.least[dwelling] == NO_INDEX)
            continue;
        pool_add_count(pool, pool_name(pool, "open/home/%s", home->id), 1, 0);
        pool_add_count_entry(pool, rows->dwelling[dwelling], -capacity_limit(home));
        pool_add_count_entry(pool, rows->homes.least[dwelling], home->least_persons);
    }
}

bool home_check(const husly_problem *problem, const struct guests *guests, breach_fn *tell,
                void *user)
{
    bool holds = true;
    bool more = true;
    for (int dwelling = 0; dwelling < problem->dwelling_count && more; dwelling++) {
        const husly_dwelling *given = problem->dwellings[dwelling].given;
        const bool several = given->kind == HUSLY_KIND_SHARED || given->kind == HUSLY_KIND_SITE ||
                             given->kind == HUSLY_KIND_MINORS;
        struct breach breach = {.rule = "capacity", .household = NONE, .dwelling = dwelling};
        char row[160];
        if (!several)
            continue;
        const struct guests there = guests[dwelling];
        breach.row = row;
        if (there.persons > 0 && there.persons < given->least_persons) {
            snprintf(row, sizeof row, "least/%s", given->dwelling_id);
            breach.used = there.persons;
            breach.limit = given->least_persons;
            breach.may_mend = true;
            holds = false;
            more = tell(&breach, user);
        }
        if (given->max_singles != HUSLY_NO_NUMBER && there.singles > given->max_singles && more) {
            snprintf(row, sizeof row, "singles/%s", given->dwelling_id);
            breach.used = there.singles;
            breach.limit = given->max_singles;
            breach.may_mend = false;
            holds = false;
            more = tell(&breach, user);
        }
    }
    return holds;
}
