/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the goals and of what a result tells: breakdown.csv. */
#include <string.h>

#include "base/memory.h"
#include "join/join_outcome.h"
#include "rules/goals/goal.h"

/* Whose lines are being told. */
struct ledger {
    struct outcome *outcome;
    const char *household_id, *dwelling_id;
    size_t room;
    bool failed;
};

static bool make_room(struct ledger *ledger)
{
    struct outcome *outcome = ledger->outcome;
    if (outcome->breakdown_count < ledger->room)
        return true;
    const size_t room = ledger->room == 0 ? 64 : 2 * ledger->room;
    struct breakdown_row *rows = arena_take(outcome->arena, room, sizeof *rows);
    if (rows == NULL)
        return false;
    if (outcome->breakdown_count > 0)
        memcpy(rows, outcome->breakdown, outcome->breakdown_count * sizeof *rows);
    outcome->breakdown = rows;
    ledger->room = room;
    return true;
}

static void keep_line(const struct breakdown_line *line, void *user)
{
    struct ledger *ledger = user;
    ledger->failed = ledger->failed || !make_room(ledger);
    if (!ledger->failed)
        ledger->outcome->breakdown[ledger->outcome->breakdown_count++] =
            (struct breakdown_row){ledger->household_id, ledger->dwelling_id, *line};
}

bool outcome_add_breakdown(struct outcome *outcome, const husly_problem *problem,
                           const husly_plan *plan)
{
    struct ledger ledger = {.outcome = outcome};
    for (int h = 0; h < problem->household_count; h++) {
        if (plan->placed[h] == NONE)
            continue;
        ledger.household_id = problem->households[h].id;
        ledger.dwelling_id = problem->dwellings[plan->placed[h]].id;
        goal_tell(problem, h, plan->placed[h], keep_line, &ledger);
    }
    ledger.household_id = ledger.dwelling_id = NULL;
    const struct placing placing = {.dwelling_of = plan->placed};
    return goal_tell_plan(problem, &placing, outcome->arena, keep_line, &ledger) && !ledger.failed;
}
