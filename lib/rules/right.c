/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/right.h"

#include "base/memory.h"
#include "base/text.h"
#include "rules/measures.h"
#include "rules/offer.h"
#include "rules/pairs.h"

struct right_rows {
    struct right_units units;
    int *row;      /* by unit: `right/U`, or NO_INDEX */
    int *ordinary; /* by unit: `ordinary/U`, or NO_INDEX */
    int *measure;  /* by unit: 1 for those whom its pool is not for; NO_INDEX: told pair by pair */
    bool pair_by_pair;
    int *extra; /* by organisation: `extra/O`, or NO_INDEX */
};

/* A unit is able to exceed its entitlement only by dwellings that somebody may have. */
static void count_usable(const struct builder *builder, const struct right_units *units,
                         int64_t *usable)
{
    for (int dwelling = 0; dwelling < builder->problem->dwelling_count; dwelling++) {
        const int unit = units->of_dwelling[dwelling];
        if (unit != NONE)
            usable[unit] += builder->pairs->takers[dwelling].households > 0;
    }
}

/* A unit that cannot use more than its entitlement needs no row; the pool of flexible letting lets
 * all together take more, and those whom it is not for no more. */
static void add_right_rows(struct builder *builder, struct right_rows *rows, const int64_t *usable,
                           int64_t *extras)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    for (int index = 0; index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        rows->row[index] = rows->ordinary[index] = NO_INDEX;
        if (usable[index] <= unit->entitlement)
            continue;
        if (usable[index] > unit->entitlement + unit->pool)
            rows->row[index] = pool_add_row(pool, pool_name(pool, "right/%s", unit->id), false,
                                            unit->entitlement + unit->pool);
        if (unit->pool > 0)
            rows->ordinary[index] = pool_add_row(pool, pool_name(pool, "ordinary/%s", unit->id),
                                                 false, unit->entitlement);
        if (unit->organisation != NONE)
            extras[unit->organisation] += right_extras(problem, unit);
    }
}

static void add_extra_rows(struct builder *builder, struct right_rows *rows, const int64_t *extras)
{
    const husly_problem *problem = builder->problem;
    for (int index = 0; index < problem->organisation_count; index++) {
        const struct organisation *organisation = &problem->organisations[index];
        rows->extra[index] = NO_INDEX;
        if (extras[index] > organisation->extras_left)
            rows->extra[index] =
                pool_add_row(builder->pool, pool_name(builder->pool, "extra/%s", organisation->id),
                             false, organisation->extras_left);
    }
}

/* The measure of an earlier unit whose pool is for the same households. */
static int measure_before(const struct right_rows *rows, int index)
{
    for (int other = 0; other < index; other++) {
        if (rows->ordinary[other] != NO_INDEX &&
            text_equal(rows->units.units[other].pool_for, rows->units.units[index].pool_for))
            return rows->measure[other];
    }
    return NO_INDEX;
}

static int add_measure(struct builder *builder, const struct right_unit *unit)
{
    if (builder->measure_count >= POOL_MEASURES)
        return NO_INDEX;
    for (int group = 0; group < builder->pool->group_count; group++)
        builder->pool->groups[group].measures[builder->measure_count] =
            !right_pool_fits(unit, &builder->problem->households[builder->household_of[group]]);
    return builder->measure_count++;
}

static void find_measures(struct builder *builder, struct right_rows *rows)
{
    for (int index = 0; index < rows->units.count; index++) {
        rows->measure[index] = NO_INDEX;
        if (rows->ordinary[index] == NO_INDEX)
            continue;
        rows->measure[index] = measure_before(rows, index);
        if (rows->measure[index] == NO_INDEX)
            rows->measure[index] = add_measure(builder, &rows->units.units[index]);
        rows->pair_by_pair = rows->pair_by_pair || rows->measure[index] == NO_INDEX;
    }
}

/* Without state there is nothing to add: in mode `offered` the count binds nothing. */
static bool right_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    *state = NULL;
    if (problem->policy.right_offered_only)
        return true;
    struct right_rows *rows = arena_take(arena, 1, sizeof *rows);
    if (rows == NULL || !right_units_find(&rows->units, problem, arena))
        return false;
    size_t units = (size_t)rows->units.count + 1;
    size_t organisations = (size_t)problem->organisation_count + 1;
    int64_t *usable = arena_take(arena, units, sizeof *usable);
    int64_t *extras = arena_take(arena, organisations, sizeof *extras);
    rows->row = arena_take(arena, units, sizeof *rows->row);
    rows->ordinary = arena_take(arena, units, sizeof *rows->ordinary);
    rows->extra = arena_take(arena, organisations, sizeof *rows->extra);
    rows->measure = arena_take(arena, units, sizeof *rows->measure);
    if (usable == NULL || extras == NULL || rows->row == NULL || rows->ordinary == NULL ||
        rows->extra == NULL || rows->measure == NULL)
        return false;
    count_usable(builder, &rows->units, usable);
    add_right_rows(builder, rows, usable, extras);
    find_measures(builder, rows);
    add_extra_rows(builder, rows, extras);
    *state = rows;
    return true;
}

static void right_place(struct builder *builder, void *state, int dwelling)
{
    const struct right_rows *rows = state;
    const int unit = rows != NULL ? rows->units.of_dwelling[dwelling] : NONE;
    if (unit == NONE)
        return;
    pool_add_entry(builder->pool, rows->row[unit], MEASURE_ONE, 1);
    if (rows->measure[unit] != NO_INDEX)
        pool_add_entry(builder->pool, rows->ordinary[unit], rows->measure[unit], 1);
}

/* Where pools are for more sorts of households than there are measures. */
static void right_group(struct builder *builder, void *state, int group)
{
    const struct right_rows *rows = state;
    const struct household *people = &builder->problem->households[builder->household_of[group]];
    const uint64_t *allowed = pool_allowed(builder->pool, group);
    const int end = builder->pool->place_count;
    if (rows == NULL || !rows->pair_by_pair)
        return;
    for (int place = bits_next(allowed, 0, end); place < end;
         place = bits_next(allowed, place + 1, end)) {
        const int unit = rows->units.of_dwelling[builder->dwelling_of[place]];
        if (unit != NONE && rows->measure[unit] == NO_INDEX &&
            !right_pool_fits(&rows->units.units[unit], people))
            pool_add_link(builder->pool, (struct pool_link){group, place, rows->ordinary[unit], 1});
    }
}

/* used − z <= entitlement, z extra dwellings being agreed with the organisation; those of ordinary
 * letting no less than all. */
static void right_counts(struct builder *builder, void *state)
{
    const struct right_rows *rows = state;
    for (int index = 0; rows != NULL && index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        int64_t upper = right_extras(builder->problem, unit);
        if ((rows->row[index] == NO_INDEX && rows->ordinary[index] == NO_INDEX) || upper <= 0)
            continue;
        pool_add_count(builder->pool, unit->id, upper, 0);
        pool_add_count_entry(builder->pool, rows->row[index], -1);
        pool_add_count_entry(builder->pool, rows->ordinary[index], -1);
        pool_add_count_entry(builder->pool, rows->extra[unit->organisation], 1);
    }
}

const struct rule rule_right = {.code = "right",
                                .number = 9,
                                .allows = offer_allows,
                                .judge = offer_judge,
                                .compile_rows = right_rows,
                                .compile_place = right_place,
                                .compile_group = right_group,
                                .compile_counts = right_counts,
                                .check = right_check};
