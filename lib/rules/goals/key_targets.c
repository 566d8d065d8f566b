/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goals/key_targets.h"

#include "base/memory.h"
#include "base/wide.h"
#include "rules/right.h"
#include "rules/rule.h"

int key_organisation(const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    bool counts = home->kind == HUSLY_KIND_FAMILY || home->kind == HUSLY_KIND_YOUTH;
    return counts ? problem->sections[home->section].organisation : NONE;
}

static bool is_usable(const husly_problem *problem, int dwelling)
{
    for (int household = 0; household < problem->household_count; household++) {
        if (rules_allow(problem, household, dwelling))
            return true;
    }
    return false;
}

static wide find_members(struct key_target *targets, const husly_problem *problem)
{
    wide move_outs = 0;
    for (int index = 0; index < problem->organisation_count; index++) {
        int number = problem->organisations[index].move_outs;
        targets[index].in_key = number != HUSLY_NO_NUMBER;
        move_outs += targets[index].in_key ? number : 0;
    }
    for (int index = 0; index < problem->organisation_count && move_outs == 0; index++)
        targets[index].in_key = false;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        int organisation = key_organisation(problem, dwelling);
        if (organisation != NONE && targets[organisation].in_key)
            targets[organisation].usable += is_usable(problem, dwelling);
    }
    return move_outs;
}

/* What the right and the agreed extras let the municipality take of each organisation. */
static bool find_takes(int64_t *takes, const husly_problem *problem, struct arena *arena)
{
    struct right_units units;
    if (!right_units_find(&units, problem, arena))
        return false;
    for (int index = 0; index < problem->organisation_count; index++)
        takes[index] = problem->organisations[index].extras_left;
    for (int index = 0; index < units.count; index++) {
        if (units.units[index].organisation != NONE)
            takes[units.units[index].organisation] +=
                units.units[index].entitlement + units.units[index].pool;
    }
    return true;
}

/* As many as there are households for, and dwellings that may be taken. */
static int64_t dwellings_shared(const struct key_target *targets, const husly_problem *problem,
                                const int64_t *takes)
{
    if (problem->policy.key_dwellings != HUSLY_NO_NUMBER)
        return problem->policy.key_dwellings;
    int64_t households = 0, dwellings = 0;
    for (int index = 0; index < problem->household_count; index++)
        households += problem->households[index].adults > 0;
    for (int index = 0; index < problem->organisation_count; index++) {
        int64_t usable = targets[index].in_key ? targets[index].usable : 0;
        bool all = problem->policy.right_offered_only || takes[index] > usable;
        dwellings += all || !targets[index].in_key ? usable : takes[index];
    }
    return dwellings < households ? dwellings : households;
}

/* Whether b comes before a when the dwellings left over are given out. */
static bool comes_before(const int64_t *rests, int a, int b)
{
    return rests[b] > rests[a] || (rests[b] == rests[a] && b < a);
}

/* By largest remainder. */
static void share_out(struct key_target *targets, const husly_problem *problem, int64_t dwellings,
                      wide move_outs, int64_t *rests)
{
    int64_t left = dwellings;
    for (int index = 0; index < problem->organisation_count; index++) {
        wide part = (wide)dwellings * problem->organisations[index].move_outs;
        rests[index] = targets[index].in_key ? (int64_t)(part % move_outs) : -1;
        targets[index].target = targets[index].in_key ? (int64_t)(part / move_outs) : 0;
        left -= targets[index].target;
    }
    for (int index = 0; index < problem->organisation_count; index++) {
        int64_t rank = 0;
        for (int other = 0; other < problem->organisation_count; other++)
            rank += comes_before(rests, index, other);
        targets[index].target += targets[index].in_key && rank < left;
    }
}

struct key_target *key_targets_find(const husly_problem *problem, struct arena *arena)
{
    size_t count = (size_t)problem->organisation_count + 1;
    struct key_target *targets = arena_take(arena, count, sizeof *targets);
    int64_t *takes = arena_take(arena, count, sizeof *takes);
    int64_t *rests = arena_take(arena, count, sizeof *rests);
    if (targets == NULL || takes == NULL || rests == NULL || !find_takes(takes, problem, arena))
        return NULL;
    wide move_outs = find_members(targets, problem);
    if (move_outs > 0)
        share_out(targets, problem, dwellings_shared(targets, problem, takes), move_outs, rests);
    return targets;
}
