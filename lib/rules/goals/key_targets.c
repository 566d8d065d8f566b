/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goals/key_targets.h"

#include <stdlib.h>

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

/* Looks for a taker from the one of the dwelling before on, who often takes this one too. */
static bool is_usable(const husly_problem *problem, int dwelling, int *taker)
{
    for (int tried = 0; tried < problem->household_count; tried++) {
        if (rules_allow(problem, *taker, dwelling))
            return true;
        *taker = (*taker + 1) % problem->household_count;
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
    int taker = 0;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        int organisation = key_organisation(problem, dwelling);
        if (organisation != NONE && targets[organisation].in_key)
            targets[organisation].usable += is_usable(problem, dwelling, &taker);
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

/* What an organisation's share leaves over. */
struct rest {
    int organisation;
    int64_t left;
};

/* In the order in which the dwellings left over are given out. */
static int compare_rests(const void *one, const void *other)
{
    const struct rest *a = one, *b = other;
    if (a->left != b->left)
        return a->left > b->left ? -1 : 1;
    return (a->organisation > b->organisation) - (a->organisation < b->organisation);
}

/* By largest remainder. */
static void share_out(struct key_target *targets, const husly_problem *problem, int64_t dwellings,
                      wide move_outs, struct rest *rests)
{
    int64_t left = dwellings;
    for (int index = 0; index < problem->organisation_count; index++) {
        wide part = (wide)dwellings * problem->organisations[index].move_outs;
        rests[index] =
            (struct rest){index, targets[index].in_key ? (int64_t)(part % move_outs) : -1};
        targets[index].target = targets[index].in_key ? (int64_t)(part / move_outs) : 0;
        left -= targets[index].target;
    }
    if (problem->organisation_count > 1)
        qsort(rests, (size_t)problem->organisation_count, sizeof *rests, compare_rests);
    for (int rank = 0; rank < problem->organisation_count && rank < left; rank++)
        targets[rests[rank].organisation].target += targets[rests[rank].organisation].in_key;
}

struct key_target *key_targets_find(const husly_problem *problem, struct arena *arena)
{
    size_t count = (size_t)problem->organisation_count + 1;
    struct key_target *targets = arena_take(arena, count, sizeof *targets);
    int64_t *takes = arena_take(arena, count, sizeof *takes);
    struct rest *rests = arena_take(arena, count, sizeof *rests);
    if (targets == NULL || takes == NULL || rests == NULL || !find_takes(takes, problem, arena))
        return NULL;
    wide move_outs = find_members(targets, problem);
    if (move_outs > 0)
        share_out(targets, problem, dwellings_shared(targets, problem, takes), move_outs, rests);
    return targets;
}

const int64_t *key_used(const husly_problem *problem, const int *dwelling_of, struct arena *arena)
{
    int64_t *used = arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *used);
    for (int household = 0; household < problem->household_count && used != NULL; household++) {
        int dwelling = dwelling_of[household];
        int organisation = dwelling != NONE ? key_organisation(problem, dwelling) : NONE;
        if (organisation != NONE)
            used[organisation]++;
    }
    return used;
}
