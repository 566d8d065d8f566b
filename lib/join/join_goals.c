/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the goals of the plan and of the summary: how even the spread is, and the key. */
#include "base/memory.h"
#include "join/join_outcome.h"
#include "rules/goals/key_targets.h"
#include "rules/goals/level.h"

static void count_persons(const husly_problem *problem, const husly_plan *plan, int64_t *placed)
{
    for (int h = 0; h < problem->household_count; h++) {
        const int area = plan->placed[h] != NONE
                             ? problem_area_of(problem, &problem->dwellings[plan->placed[h]])
                             : NONE;
        if (area != NONE)
            placed[area] += problem->households[h].persons;
    }
}

static bool add_spread(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan)
{
    const size_t areas = (size_t)problem->area_count + 1;
    int64_t *placed = arena_take(outcome->arena, areas, sizeof *placed);
    int64_t *nobody = arena_take(outcome->arena, areas, sizeof *nobody);
    outcome->spreads = arena_take(outcome->arena, areas, sizeof *outcome->spreads);
    if (placed == NULL || nobody == NULL || outcome->spreads == NULL)
        return false;
    count_persons(problem, plan, placed);
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        if (area->residents > 0)
            outcome->spreads[outcome->spread_count++] =
                (struct spread_row){area->id, level_of(area->refugees, area->residents),
                                    level_of(area->refugees + placed[a], area->residents)};
    }
    outcome->town_level = level_of_town(problem);
    outcome->deviation_before = level_deviation(problem, nobody);
    outcome->deviation_after = level_deviation(problem, placed);
    return true;
}

static bool add_key(struct outcome *outcome, const husly_problem *problem, const husly_plan *plan)
{
    const struct key_target *targets = key_targets_find(problem, outcome->arena);
    outcome->keys =
        arena_take(outcome->arena, (size_t)problem->organisation_count + 1, sizeof *outcome->keys);
    const int64_t *used = key_used(problem, plan->placed, outcome->arena);
    if (targets == NULL || used == NULL || outcome->keys == NULL)
        return false;
    for (int o = 0; o < problem->organisation_count; o++) {
        const struct organisation *organisation = &problem->organisations[o];
        if (targets[o].in_key)
            outcome->keys[outcome->key_count++] = (struct key_row){
                organisation->id, organisation->move_outs, targets[o].target, used[o]};
    }
    return true;
}

bool outcome_add_goals(struct outcome *outcome, const husly_problem *problem,
                       const husly_plan *plan)
{
    return add_spread(outcome, problem, plan) && add_key(outcome, problem, plan);
}
