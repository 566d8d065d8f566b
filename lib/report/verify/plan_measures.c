/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/plan_measures.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/wide.h"
#include "report/certificate/lawful_pairs.h"
#include "rules/rule.h"

int64_t unit_price(int64_t weight, int64_t times)
{
    const int64_t limit = INT64_C(1000000000);
    return times > 0 && weight > limit / times ? limit : weight * times;
}

int64_t children_measure(const struct household *household, bool small)
{
    const int of_school_age = household->children - household->small_children;
    return small ? household->small_children : of_school_age;
}

int64_t persons_measure(const husly_problem *problem)
{
    int64_t persons = 0;
    for (int h = 0; h < problem->household_count; h++)
        persons += problem->households[h].persons;
    return persons;
}

int64_t town_measure(const husly_problem *problem)
{
    wide refugees = persons_measure(problem);
    wide residents = 0;
    for (int a = 0; a < problem->area_count; a++) {
        const bool inhabited = problem->areas[a].residents > 0;
        refugees += inhabited ? problem->areas[a].refugees : 0;
        residents += inhabited ? problem->areas[a].residents : 0;
    }
    return residents == 0 ? 0 : (int64_t)(1000 * refugees / residents);
}

int64_t area_excess(const struct area *area, int64_t persons, int64_t town)
{
    if (area->residents <= 0)
        return 0;
    const wide level = 1000 * ((wide)area->refugees + persons) / area->residents;
    return level > town ? (int64_t)(level - town) : 0;
}

/* With F refugees and R residents in all, each area adds |refugees − residents × F / R| / R. */
int64_t spread_measure(const husly_problem *problem, const int64_t *persons)
{
    wide all_refugees = 0, all_residents = 0, deviation = 0;
    for (int a = 0; a < problem->area_count; a++) {
        const bool inhabited = problem->areas[a].residents > 0;
        all_refugees += inhabited ? problem->areas[a].refugees + persons[a] : 0;
        all_residents += inhabited ? problem->areas[a].residents : 0;
    }
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        const wide there = all_residents * (area->refugees + persons[a]);
        const wide due = all_refugees * area->residents;
        if (area->residents > 0)
            deviation += there > due ? there - due : due - there;
    }
    const wide base = all_residents * all_residents;
    const wide thousandths = base > 0 ? deviation * 1000000 / base : 0;
    const wide rest = base > 0 ? deviation * 1000000 % base : 0;
    return (int64_t)thousandths + (2 * rest >= base && base > 0 ? 1 : 0);
}

static int measured_for(const husly_problem *problem, int dwelling)
{
    const struct dwelling *it = &problem->dwellings[dwelling];
    const bool counts = it->kind == HUSLY_KIND_FAMILY || it->kind == HUSLY_KIND_YOUTH;
    return counts ? problem->sections[it->section].organisation : NONE;
}

const int64_t *key_measure_used(const husly_problem *problem, const int *placed,
                                struct arena *arena)
{
    int64_t *used = arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *used);
    for (int h = 0; h < problem->household_count && used != NULL; h++) {
        const int organisation = placed[h] != NONE ? measured_for(problem, placed[h]) : NONE;
        if (organisation != NONE)
            used[organisation]++;
    }
    return used;
}

/* The next household round the table, from this one on, that may have the dwelling; NONE. */
static int find_taker(const husly_problem *problem, int dwelling, int from)
{
    for (int tried = 0; tried < problem->household_count; tried++) {
        const int h = (from + tried) % problem->household_count;
        if (rules_judge(problem, h, dwelling))
            return h;
    }
    return NONE;
}

/* Dwellings that somebody may have. */
static void count_usable(const husly_problem *problem, const bool *usable, struct key_measure *keys)
{
    int last = 0;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const int organisation = measured_for(problem, d);
        if (organisation == NONE || !keys[organisation].counts)
            continue;
        const int taker = usable != NULL ? (usable[d] ? last : NONE) : find_taker(problem, d, last);
        keys[organisation].usable += taker != NONE;
        last = taker != NONE ? taker : last;
    }
}

/* What the municipality may take of each organisation: its units' entitlements and the extras. */
static const int64_t *count_allowed(const husly_problem *problem, const struct right_count *right,
                                    struct arena *arena)
{
    int64_t *allowed = arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *allowed);
    for (int o = 0; o < problem->organisation_count && allowed != NULL; o++)
        allowed[o] = problem->organisations[o].extras_left;
    for (int unit = 0; unit < right->count && allowed != NULL; unit++) {
        if (right->units[unit].organisation != NONE)
            allowed[right->units[unit].organisation] +=
                right->units[unit].entitlement + right->units[unit].pool;
    }
    return allowed;
}

static int64_t find_total(const husly_problem *problem, const int64_t *allowed,
                          const struct key_measure *keys)
{
    int64_t dwellings = 0, takers = 0;
    if (problem->policy.key_dwellings != HUSLY_NO_NUMBER)
        return problem->policy.key_dwellings;
    for (int o = 0; o < problem->organisation_count; o++) {
        const bool bound = !problem->policy.right_offered_only && allowed[o] < keys[o].usable;
        if (keys[o].counts)
            dwellings += bound ? allowed[o] : keys[o].usable;
    }
    for (int h = 0; h < problem->household_count; h++)
        takers += problem->households[h].adults > 0 ? 1 : 0;
    return takers < dwellings ? takers : dwellings;
}

/* What an organisation's part lost to rounding. */
struct loss {
    wide lost;
    int organisation;
};

/* Whose part lost most, the first of several. */
static int compare_losses(const void *one, const void *other)
{
    const struct loss *a = one, *b = other;
    if (a->lost != b->lost)
        return a->lost > b->lost ? -1 : 1;
    return a->organisation < b->organisation ? -1 : a->organisation > b->organisation;
}

/* What rounding leaves goes to those who lost most by it, one each: it is less than their number.
 */
static void set_targets(const husly_problem *problem, struct key_measure *keys, int64_t total,
                        wide sum, struct loss *losses)
{
    int64_t left = total;
    int count = 0;
    for (int o = 0; o < problem->organisation_count; o++) {
        if (!keys[o].counts)
            continue;
        const wide part = (wide)total * problem->organisations[o].move_outs;
        keys[o].target = (int64_t)wide_floor(part, sum);
        losses[count++] = (struct loss){part - keys[o].target * sum, o};
        left -= keys[o].target;
    }
    if (count > 1)
        qsort(losses, (size_t)count, sizeof *losses, compare_losses);
    for (int at = 0; at < count && at < left; at++)
        keys[losses[at].organisation].target += losses[at].lost > 0;
}

const struct key_measure *key_measures_find(const husly_problem *problem,
                                            const struct right_count *right,
                                            const struct lawful_pairs *pairs, struct arena *arena)
{
    struct key_measure *keys =
        arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *keys);
    wide sum = 0;
    for (int o = 0; o < problem->organisation_count; o++) {
        const int move_outs = problem->organisations[o].move_outs;
        sum += move_outs != HUSLY_NO_NUMBER ? move_outs : 0;
    }
    if (keys == NULL || sum == 0)
        return keys;
    const int64_t *allowed = count_allowed(problem, right, arena);
    struct loss *losses =
        arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *losses);
    if (allowed == NULL || losses == NULL)
        return NULL;
    for (int o = 0; o < problem->organisation_count; o++)
        keys[o].counts = problem->organisations[o].move_outs != HUSLY_NO_NUMBER;
    bool *usable = NULL;
    if (pairs != NULL) {
        usable = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof *usable);
        if (usable == NULL)
            return NULL;
        lawful_pairs_mark_usable(pairs, usable);
    }
    count_usable(problem, usable, keys);
    set_targets(problem, keys, find_total(problem, allowed, keys), sum, losses);
    return keys;
}
