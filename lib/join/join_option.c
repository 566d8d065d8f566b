/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join from one pair to how it stands: rules of pairs, pins, then the search. */
#include <string.h>

#include "base/error.h"
#include "join/join_explain.h"
#include "report/explain/obstacle.h"

/* Whether a household that is to live near the one that is asked about is pinned elsewhere. */
static bool is_pinned_apart(const husly_problem *problem, int household, int other, int dwelling)
{
    const int pin = problem->households[other].pin;
    return pin != NONE && problem_are_near(problem, household, other) &&
           problem->dwellings[pin].section != problem->dwellings[dwelling].section;
}

/* The pair is pinned, with the household's party; a pin of theirs, or of those near them in another
 * section, is set aside for that, and whether there was one is told. */
static bool pin_pair(struct explaining *explaining, int household, int dwelling)
{
    const husly_problem *problem = explaining->problem;
    bool was_pinned = false;
    memcpy(explaining->people, problem->households,
           (size_t)problem->household_count * sizeof *explaining->people);
    for (int other = 0; other < problem->household_count; other++) {
        if (is_pinned_apart(problem, household, other, dwelling)) {
            was_pinned = true;
            explaining->people[other].pin = NONE;
        }
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
    obstacles_of_near(obstacles, household, dwelling);
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
    husly_status status = HUSLY_OK;
    option->standing = find_obstacles(explaining, &obstacles, household, dwelling);
    if (option->standing == HUSLY_UNKNOWN && !explaining->stopped && !obstacles.failed)
        status = explain_price(explaining, option, household, was_pinned);
    if (option->standing == HUSLY_CLOSED && obstacles.count == 0)
        obstacles_of_bound(&obstacles, household, dwelling);
    option->obstacles = obstacles.items;
    option->obstacle_count = obstacles.count;
    return obstacles.failed ? error_memory(explaining->error) : status;
}
