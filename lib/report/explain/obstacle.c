/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/obstacle.h"

#include <string.h>

#include "base/memory.h"
#include "report/reason/reason_survey.h"
#include "rules/rule.h"

static bool make_room(struct obstacles *obstacles)
{
    if (obstacles->count < obstacles->room)
        return true;
    const size_t room = obstacles->room > 0 ? 2 * obstacles->room : 4;
    husly_obstacle *items = arena_take(obstacles->arena, room, sizeof *items);
    if (items == NULL)
        return false;
    if (obstacles->count > 0)
        memcpy(items, obstacles->items, obstacles->count * sizeof *items);
    obstacles->items = items;
    obstacles->room = room;
    return true;
}

void obstacles_add(struct obstacles *obstacles, husly_obstacle obstacle, const char *unit, int whom)
{
    const char *id = obstacles->problem->households[whom].id;
    obstacle.unit = unit != NULL ? arena_text(obstacles->arena, unit, strlen(unit)) : NULL;
    obstacle.whom = arena_text(obstacles->arena, id, strlen(id));
    const bool named = obstacle.whom != NULL && (unit == NULL || obstacle.unit != NULL);
    obstacles->failed = obstacles->failed || !named || !make_room(obstacles);
    if (!obstacles->failed)
        obstacles->items[obstacles->count++] = obstacle;
}

void obstacles_of_rule(struct obstacles *obstacles, const struct rule *rule, int household,
                       int dwelling)
{
    const struct judgement found = rule->judge(obstacles->problem, household, dwelling);
    if (!found.holds)
        obstacles_add(obstacles,
                      (husly_obstacle){.rule = rule->code,
                                       .what = found.what,
                                       .amount = found.amount,
                                       .given = found.given,
                                       .limit = found.limit},
                      NULL, household);
}

void obstacles_of_pair(struct obstacles *obstacles, int household, int dwelling)
{
    for (int rule = 0; rule < PAIR_RULES; rule++)
        obstacles_of_rule(obstacles, rules[rule], household, dwelling);
}

/* Whether the dwelling holds them together: a dwelling of one household never does. */
static void weigh_party(struct obstacles *obstacles, int household, int dwelling)
{
    const husly_problem *problem = obstacles->problem;
    const struct dwelling *home = &problem->dwellings[dwelling];
    husly_obstacle obstacle = {.rule = "party", .what = "party_places", .limit = home->places};
    if (kind_is_single(home->kind)) {
        obstacle.what = "one_household";
        obstacle.given = problem_party_size(problem, problem->households[household].party);
        obstacle.limit = 1;
    } else {
        for (int other = 0; other < problem->household_count; other++) {
            if (problem_are_together(problem, household, other))
                obstacle.given += problem->households[other].persons;
        }
    }
    obstacle.amount = obstacle.given - obstacle.limit;
    if (obstacle.amount > 0)
        obstacles_add(obstacles, obstacle, NULL, household);
}

void obstacles_of_party(struct obstacles *obstacles, int household, int dwelling)
{
    const husly_problem *problem = obstacles->problem;
    const int party = problem->households[household].party;
    if (party == NONE || problem_party_size(problem, party) < 2)
        return;
    weigh_party(obstacles, household, dwelling);
    for (int other = 0; other < problem->household_count; other++) {
        if (other != household && problem_are_together(problem, household, other))
            obstacles_of_pair(obstacles, other, dwelling);
    }
}
