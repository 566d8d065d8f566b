/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pins alone, the pair that is asked about among them, break a rule of whole plans. */
#include "base/memory.h"
#include "base/text.h"
#include "report/explain/obstacle.h"
#include "rules/rule.h"
#include "rules/sentence.h"

struct listening {
    struct obstacles *obstacles;
    int household, dwelling;
};

/* The first household by id, not of the asked one's party, that is pinned to the dwelling. */
static int rival_of(const struct listening *listening)
{
    const husly_problem *problem = listening->obstacles->problem;
    for (int other = 0; other < problem->household_count; other++) {
        if (!problem_are_together(problem, listening->household, other) &&
            problem->households[other].pin == listening->dwelling)
            return other;
    }
    return NONE;
}

/* A dwelling is told where the pair itself lies there and others are pinned to it. */
static void hear_of_dwelling(const struct listening *listening, const struct breach *breach,
                             husly_obstacle obstacle)
{
    const struct dwelling *homes = listening->obstacles->problem->dwellings;
    const int rival = rival_of(listening);
    const int whom = kind_is_single(homes[listening->dwelling].kind) ? rival : listening->household;
    if (breach->dwelling == listening->dwelling && rival != NONE)
        obstacles_add(listening->obstacles, obstacle, breach->row, whom);
}

static bool hear(const struct breach *breach, void *user)
{
    const struct listening *listening = user;
    const husly_obstacle obstacle = {.rule = breach->rule,
                                     .what =
                                         sentence_limit(listening->obstacles->problem, breach->row),
                                     .amount = breach->used - breach->limit,
                                     .given = breach->used,
                                     .limit = breach->limit};
    if (breach->may_mend)
        return true;
    if (!text_equal(breach->rule, rule_capacity.code) || text_equal(obstacle.what, "singles_many"))
        obstacles_add(listening->obstacles, obstacle, breach->row, listening->household);
    else if (!text_equal(obstacle.what, "party_split"))
        hear_of_dwelling(listening, breach, obstacle);
    return !listening->obstacles->failed;
}

/* Judges the plan of nothing but the pins. */
static void judge_pins(struct obstacles *obstacles, int household, int dwelling, breach_fn *tell)
{
    const husly_problem *problem = obstacles->problem;
    int *pins = memory_new((size_t)problem->household_count + 1, sizeof *pins);
    if (pins == NULL) {
        obstacles->failed = true;
        return;
    }
    for (int other = 0; other < problem->household_count; other++)
        pins[other] = problem->households[other].pin;
    struct listening listening = {obstacles, household, dwelling};
    const struct placing plan = {.dwelling_of = pins};
    obstacles->failed =
        rules_check_whole(problem, &plan, NULL, tell, &listening) == VERDICT_UNKNOWN ||
        obstacles->failed;
    memory_free(pins);
}

void obstacles_of_pins(struct obstacles *obstacles, int household, int dwelling)
{
    obstacles_of_rule(obstacles, &rule_right, household, dwelling);
    judge_pins(obstacles, household, dwelling, hear);
}

/* Of a household and the first of its label, the one without a dwelling. */
static int unplaced_of(const husly_problem *problem, int household)
{
    const int near = problem->households[household].near;
    int first = 0;
    while (problem->households[first].near != near)
        first++;
    return problem->households[household].pin == NONE ? household : first;
}

static bool hear_bound(const struct breach *breach, void *user)
{
    const struct listening *listening = user;
    const husly_problem *problem = listening->obstacles->problem;
    husly_obstacle obstacle = {.rule = breach->rule,
                               .what = sentence_limit(problem, breach->row),
                               .amount = breach->limit - breach->used,
                               .given = breach->used,
                               .limit = breach->limit};
    if (breach->may_mend && breach->household == NONE && breach->dwelling != listening->dwelling)
        obstacle.what = "least_bound";
    if (breach->may_mend && breach->household == NONE)
        obstacles_add(listening->obstacles, obstacle, breach->row, listening->household);
    else if (breach->may_mend)
        obstacles_add_near(listening->obstacles, obstacle.what,
                           unplaced_of(problem, breach->household), breach->dwelling);
    return !listening->obstacles->failed;
}

void obstacles_of_bound(struct obstacles *obstacles, int household, int dwelling)
{
    judge_pins(obstacles, household, dwelling, hear_bound);
}
