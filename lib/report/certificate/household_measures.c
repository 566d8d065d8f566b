/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/household_measures.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/verify/plan_measures.h"

/* The unit, of those before, whose letting is flexible for the same households; NONE. */
static int same_sort(const struct right_count *right, int unit)
{
    int other = 0;
    while (other < unit && (right->units[other].flexible.whole == 0 ||
                            !text_equal(right->units[other].pool_for, right->units[unit].pool_for)))
        other++;
    return other < unit ? other : NONE;
}

/* Numbers the sorts of flexible letting; `unit_of[sort]` is a unit of each. */
static int number_sorts(int *others_of_unit, int *unit_of, const struct right_count *right)
{
    int sorts = 0;
    for (int unit = 0; unit < right->count; unit++) {
        others_of_unit[unit] = NONE;
        if (right->units[unit].flexible.whole == 0)
            continue;
        const int same = same_sort(right, unit);
        if (same == NONE)
            unit_of[sorts++] = unit;
        others_of_unit[unit] = same != NONE ? others_of_unit[same] : MEASURE_OTHERS + sorts - 1;
    }
    return sorts;
}

static void measure(int64_t *of, const struct household *household, const struct right_count *right,
                    const int *unit_of, int sorts)
{
    of[MEASURE_ONE] = 1;
    of[MEASURE_PERSONS] = household->persons;
    of[MEASURE_CHILDREN] = household->children;
    of[MEASURE_SCHOOL] = children_measure(household, false);
    of[MEASURE_SMALL] = children_measure(household, true);
    of[MEASURE_SINGLE] = household->persons == 1;
    for (int sort = 0; sort < sorts; sort++)
        of[MEASURE_OTHERS + sort] = !right_count_pools(&right->units[unit_of[sort]], household);
}

static size_t hash_of(const int64_t *of, int count)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (int at = 0; at < count; at++)
        hash = (hash ^ (uint64_t)of[at]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

/* Households with the same measures get the same number. */
static bool classify(struct household_measures *out, int households)
{
    size_t slots = 64;
    while (slots < 2 * (size_t)households)
        slots *= 2;
    int *first = memory_new(slots, sizeof *first); /* 1 + the class's first household */
    if (first == NULL)
        return false;
    const size_t size = (size_t)out->count * sizeof *out->of;
    for (int h = 0; h < households; h++) {
        const int64_t *own = household_measures_of(out, h);
        size_t at = hash_of(own, out->count) & (slots - 1);
        while (first[at] != 0 && memcmp(household_measures_of(out, first[at] - 1), own, size) != 0)
            at = (at + 1) & (slots - 1);
        if (first[at] == 0) {
            first[at] = h + 1;
            out->class_of[h] = out->class_count++;
        }
        out->class_of[h] = out->class_of[first[at] - 1];
    }
    memory_free(first);
    return true;
}

bool household_measures_find(struct household_measures *out, const husly_problem *problem,
                             const struct right_count *right, struct arena *arena)
{
    const size_t households = (size_t)problem->household_count + 1;
    *out = (struct household_measures){0};
    int *unit_of = arena_take(arena, (size_t)right->count + 1, sizeof *unit_of);
    out->others_of_unit = arena_take(arena, (size_t)right->count + 1, sizeof(int));
    out->class_of = arena_take(arena, households, sizeof *out->class_of);
    if (unit_of == NULL || out->others_of_unit == NULL || out->class_of == NULL)
        return false;
    const int sorts = number_sorts(out->others_of_unit, unit_of, right);
    out->count = MEASURE_OTHERS + sorts;
    out->of = arena_take(arena, households * (size_t)out->count, sizeof *out->of);
    if (out->of == NULL)
        return false;
    for (int h = 0; h < problem->household_count; h++)
        measure(out->of + (size_t)h * (size_t)out->count, &problem->households[h], right, unit_of,
                sorts);
    return classify(out, problem->household_count);
}
