/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/plan_measures.h"

#include "base/memory.h"
#include "base/wide.h"
#include "report/certificate/lawful_pairs.h"

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

bool key_measure_holds(const husly_problem *problem, int dwelling, int organisation)
{
    const struct dwelling *it = &problem->dwellings[dwelling];
    return (it->kind == HUSLY_KIND_FAMILY || it->kind == HUSLY_KIND_YOUTH) &&
           problem->sections[it->section].organisation == organisation;
}

/* Dwellings that somebody may have; false when memory ran out. */
static bool count_usable(const husly_problem *problem, const struct lawful_pairs *pairs,
                         struct key_measure *keys, struct arena *arena)
{
    struct lawful_pairs found;
    bool *usable = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof *usable);
    if (usable == NULL || (pairs == NULL && !lawful_pairs_find(&found, problem, arena)))
        return false;
    lawful_pairs_mark_usable(pairs != NULL ? pairs : &found, usable);
    for (int d = 0; d < problem->dwelling_count; d++) {
        const int o = problem->sections[problem->dwellings[d].section].organisation;
        if (o != NONE && usable[d] && keys[o].counts && key_measure_holds(problem, d, o))
            keys[o].usable++;
    }
    return true;
}

/* What the municipality may take of an organisation: its units' entitlements and the extras. */
static int64_t count_allowed(const husly_problem *problem, const struct right_count *right,
                             int organisation)
{
    int64_t allowed = problem->organisations[organisation].extras_left;
    for (int unit = 0; unit < right->count; unit++) {
        if (right->units[unit].organisation == organisation)
            allowed += right->units[unit].entitlement + right->units[unit].pool;
    }
    return allowed;
}

static int64_t find_total(const husly_problem *problem, const struct right_count *right,
                          const struct key_measure *keys)
{
    int64_t dwellings = 0, takers = 0;
    if (problem->policy.key_dwellings != HUSLY_NO_NUMBER)
        return problem->policy.key_dwellings;
    for (int o = 0; o < problem->organisation_count; o++) {
        const int64_t allowed = count_allowed(problem, right, o);
        const bool bound = !problem->policy.right_offered_only && allowed < keys[o].usable;
        if (keys[o].counts)
            dwellings += bound ? allowed : keys[o].usable;
    }
    for (int h = 0; h < problem->household_count; h++)
        takers += problem->households[h].adults > 0 ? 1 : 0;
    return takers < dwellings ? takers : dwellings;
}

/* One dwelling more for the organisation whose part lost most to rounding, the first of several. */
static void give_one(const husly_problem *problem, struct key_measure *keys, wide total, wide sum)
{
    int best = NONE;
    wide most = 0;
    for (int o = 0; o < problem->organisation_count; o++) {
        const wide lost = total * problem->organisations[o].move_outs - keys[o].target * sum;
        if (keys[o].counts && lost > most) {
            best = o;
            most = lost;
        }
    }
    if (best != NONE)
        keys[best].target++;
}

static void set_targets(const husly_problem *problem, struct key_measure *keys, int64_t total,
                        wide sum)
{
    int64_t left = total;
    for (int o = 0; o < problem->organisation_count; o++) {
        if (keys[o].counts)
            keys[o].target =
                (int64_t)wide_floor((wide)total * problem->organisations[o].move_outs, sum);
        left -= keys[o].target;
    }
    for (; left > 0; left--)
        give_one(problem, keys, total, sum);
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
    for (int o = 0; o < problem->organisation_count; o++)
        keys[o].counts = problem->organisations[o].move_outs != HUSLY_NO_NUMBER;
    if (!count_usable(problem, pairs, keys, arena))
        return NULL;
    set_targets(problem, keys, find_total(problem, right, keys), sum);
    return keys;
}
