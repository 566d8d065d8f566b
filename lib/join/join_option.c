/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from one pair to how it stands: rules of pairs, pins, then the search. */
#include <string.h>

#include "base/error.h"
#include "join/join_explain.h"
#include "report/explain/obstacle.h"

/* The pair is pinned, with the household's party; a pin of theirs is set aside for that, and
 * whether there was one is told. */
static bool pin_pair(struct explaining *explaining, int household, int dwelling)
{
    const husly_problem *problem = explaining->problem;
    bool was_pinned = false;
    memcpy(explaining->people, problem->households,
           (size_t)problem->household_count * sizeof *explaining->people);
    for (int other = 0; other < problem->household_count; other++) {
        if (!problem_are_together(problem, household, other))
            continue;
        was_pinned = was_pinned || problem->households[other].pin != NONE;
        explaining->people[other].pin = dwelling;
    }
    return was_pinned;
}

/* Forbidden comes before closed: what the household itself meets before what it meets with others.
 */
static husly_standing find_obstacles(struct explaining *explaining, struct obstacles *obstacles,
                                     int household, int dwelling)
{
    obstacles->problem = &explaining->asked;
    obstacles->arena = explaining->explanation->arena;
    obstacles_of_pair(obstacles, household, dwelling);
    if (obstacles->count > 0)
        return HUSLY_FORBIDDEN;
    obstacles_of_party(obstacles, household, dwelling);
    if (obstacles->count == 0)
        obstacles_of_pins(obstacles, household, dwelling);
    return obstacles->count > 0 ? HUSLY_CLOSED : HUSLY_UNKNOWN;
}

husly_status explain_pair(struct explaining *explaining, husly_option *option, int household,
                          int dwelling)
{
    const husly_problem *problem = explaining->problem;
    option->household_id = explain_id(explaining, problem->households[household].id);
    option->dwelling_id = explain_id(explaining, problem->dwellings[dwelling].id);
    option->standing = HUSLY_CHOSEN;
    if (option->household_id == NULL || option->dwelling_id == NULL)
        return error_memory(explaining->error);
    if (explaining->plan->placed[household] == dwelling)
        return HUSLY_OK;
    const bool was_pinned = pin_pair(explaining, household, dwelling);
    struct obstacles obstacles = {0};
    option->standing = find_obstacles(explaining, &obstacles, household, dwelling);
    option->obstacles = obstacles.items;
    option->obstacle_count = obstacles.count;
    if (obstacles.failed)
        return error_memory(explaining->error);
    if (option->standing != HUSLY_UNKNOWN || explaining->stopped)
        return HUSLY_OK;
    return explain_price(explaining, option, was_pinned);
}
