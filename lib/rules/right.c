/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/right.h"

#include "base/memory.h"
#include "rules/offer.h"
#include "rules/pairs.h"

struct right_rows {
    struct right_units units;
    int *row;      /* by unit: `right/U`, or NO_INDEX */
    int *ordinary; /* by unit: `ordinary/U`, or NO_INDEX */
    int *extra;    /* by organisation: `extra/O`, or NO_INDEX */
};

/* A unit is able to exceed its entitlement only by dwellings that somebody may have. */
static bool count_usable(const struct builder *builder, const struct right_units *units,
                         int64_t *usable)
{
    const struct pairs *pairs = builder->pairs;
    size_t count = (size_t)builder->problem->dwelling_count + 1;
    bool *seen = memory_new(count, sizeof *seen);
    if (seen == NULL)
        return false;
    int end = pairs->first[builder->problem->household_count];
    for (int at = 0; at < end; at++) {
        int dwelling = pairs->dwellings[at];
        int unit = units->of_dwelling[dwelling];
        if (unit != NONE && !seen[dwelling])
            usable[unit]++;
        seen[dwelling] = true;
    }
    memory_free(seen);
    return true;
}

/* A unit that cannot use more than its entitlement needs no row; the pool of flexible letting lets
 * all together take more, and those whom it is not for no more. */
static void add_right_rows(struct builder *builder, struct right_rows *rows, const int64_t *usable,
                           int64_t *extras)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    for (int index = 0; index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        rows->row[index] = rows->ordinary[index] = NO_INDEX;
        if (usable[index] <= unit->entitlement)
            continue;
        if (usable[index] > unit->entitlement + unit->pool)
            rows->row[index] = program_add_row(program, program_name(program, "right/%s", unit->id),
                                               false, unit->entitlement + unit->pool);
        if (unit->pool > 0)
            rows->ordinary[index] = program_add_row(
                program, program_name(program, "ordinary/%s", unit->id), false, unit->entitlement);
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
            rows->extra[index] = program_add_row(
                builder->program, program_name(builder->program, "extra/%s", organisation->id),
                false, organisation->extras_left);
    }
}

/* Without state there is nothing to add: in mode `offered` the count binds nothing. */
static bool right_rows(struct builder *builder, void **state)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
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
    if (usable == NULL || extras == NULL || rows->row == NULL || rows->ordinary == NULL ||
        rows->extra == NULL || !count_usable(builder, &rows->units, usable))
        return false;
    add_right_rows(builder, rows, usable, extras);
    add_extra_rows(builder, rows, extras);
    *state = rows;
    return true;
}

static void right_pair(struct builder *builder, void *state, int household, int dwelling)
{
    const struct right_rows *rows = state;
    int unit = rows != NULL ? rows->units.of_dwelling[dwelling] : NONE;
    if (unit == NONE)
        return;
    program_add_entry(builder->program, rows->row[unit], 1);
    if (!right_pool_fits(&rows->units.units[unit], &builder->problem->households[household]))
        program_add_entry(builder->program, rows->ordinary[unit], 1);
}

/* used − z <= entitlement, z extra dwellings being agreed with the organisation; those of ordinary
 * letting no less than all. */
static void right_extra_columns(struct builder *builder, void *state)
{
    const struct right_rows *rows = state;
    for (int index = 0; rows != NULL && index < rows->units.count; index++) {
        const struct right_unit *unit = &rows->units.units[index];
        int64_t upper = right_extras(builder->problem, unit);
        if ((rows->row[index] == NO_INDEX && rows->ordinary[index] == NO_INDEX) || upper <= 0)
            continue;
        program_add_count(builder->program, unit->id, upper, 0);
        program_add_entry(builder->program, rows->row[index], -1);
        program_add_entry(builder->program, rows->ordinary[index], -1);
        program_add_entry(builder->program, rows->extra[unit->organisation], 1);
    }
}

const struct rule rule_right = {.code = "right",
                                .number = 9,
                                .allows = offer_allows,
                                .judge = offer_judge,
                                .compile_rows = right_rows,
                                .compile_pair = right_pair,
                                .compile_extras = right_extra_columns,
                                .check = right_check};
