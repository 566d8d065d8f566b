/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/memory.h"
#include "rules/rule.h"

const struct rule *const rules[] = {
    &rule_kind,     &rule_size,     &rule_rent,  &rule_access, &rule_area, &rule_time,
    &rule_decision, &rule_capacity, &rule_right, &rule_spread, NULL};

bool rules_allow(const husly_problem *problem, int household, int dwelling)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->allows != NULL && !(*rule)->allows(problem, household, dwelling))
            return false;
    }
    return true;
}

bool rules_judge(const husly_problem *problem, int household, int dwelling)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->judge != NULL && !(*rule)->judge(problem, household, dwelling).holds)
            return false;
    }
    return true;
}

/* Stands before the caller's function, so that nobody is told more once it has heard enough. */
struct audience {
    breach_fn *tell;
    void *user;
    bool listens;
};

static bool tell_audience(const struct breach *breach, void *user)
{
    struct audience *audience = user;
    if (audience->listens)
        audience->listens = audience->tell(breach, audience->user);
    return audience->listens;
}

/* Tells of a pair that breaks the rule; one that another household or a union of rows breaks is for
 * check. */
static bool check_pair(const husly_problem *problem, const struct rule *rule, int household,
                       int dwelling, struct audience *audience)
{
    struct judgement judgement = rule->judge(problem, household, dwelling);
    if (judgement.holds)
        return true;
    char row[160];
    snprintf(row, sizeof row, "%s/%s", problem->households[household].id,
             problem->dwellings[dwelling].id);
    struct breach breach = {.rule = rule->code,
                            .row = row,
                            .household = household,
                            .dwelling = dwelling,
                            .used = judgement.given,
                            .limit = judgement.limit};
    tell_audience(&breach, audience);
    return false;
}

static bool check_pairs(const husly_problem *problem, const struct rule *rule,
                        const struct placing *plan, struct audience *audience)
{
    bool holds = true;
    for (int index = 0; index < problem->household_count && rule->judge != NULL; index++) {
        int dwelling = plan->dwelling_of[index];
        if (dwelling != NONE)
            holds = check_pair(problem, rule, index, dwelling, audience) && holds;
    }
    return holds;
}

void *check_take(const struct placing *plan, size_t count, size_t size)
{
    void *taken = arena_take(plan->room->arena, count + 1, size);
    plan->room->failed = plan->room->failed || taken == NULL;
    return taken;
}

/* Checks rule by rule; of pairs only where these are wanted. */
static enum verdict check_rules(const husly_problem *problem, const int *dwelling_of,
                                const struct rule *only, bool pairs, struct audience *audience)
{
    struct check_room room = {.arena = arena_new()};
    const struct placing plan = {dwelling_of, &room};
    bool holds = true;
    room.failed = room.arena == NULL;
    for (const struct rule *const *rule = rules; *rule != NULL && !room.failed; rule++) {
        if (only != NULL && *rule != only)
            continue;
        if (pairs)
            holds = check_pairs(problem, *rule, &plan, audience) && holds;
        if ((*rule)->check != NULL)
            holds = (*rule)->check(problem, &plan, tell_audience, audience) && holds;
    }
    arena_free(room.arena);
    return room.failed ? VERDICT_UNKNOWN : holds ? VERDICT_HOLDS : VERDICT_BROKEN;
}

enum verdict rules_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                         void *user)
{
    struct audience audience = {tell, user, true};
    return check_rules(problem, plan->dwelling_of, NULL, true, &audience);
}

enum verdict rules_check_whole(const husly_problem *problem, const struct placing *plan,
                               const struct rule *only, breach_fn *tell, void *user)
{
    struct audience audience = {tell, user, true};
    return check_rules(problem, plan->dwelling_of, only, false, &audience);
}
