/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"
#include "rules/draw.h"
#include "rules/goals/goal.h"
#include "rules/pairs.h"
#include "rules/stages.h"

enum { RULE_COUNT = 10, GOAL_COUNT = 20 };

/* The order of the columns, and what each rule remembers of its rows. */
struct compiler {
    struct builder builder;
    const int *households, *dwellings;
    void *states[RULE_COUNT];
    void *goal_states[GOAL_COUNT];
};

static bool draw_orders(struct compiler *compiler)
{
    const husly_problem *problem = compiler->builder.problem;
    struct arena *arena = compiler->builder.program->arena;
    compiler->households = draw_order(arena, problem->households, sizeof *problem->households,
                                      problem->household_count, problem->policy.lot);
    compiler->dwellings = draw_order(arena, problem->dwellings, sizeof *problem->dwellings,
                                     problem->dwelling_count, problem->policy.lot);
    return compiler->households != NULL && compiler->dwellings != NULL;
}

static bool add_groups_and_rows(struct compiler *compiler)
{
    const husly_problem *problem = compiler->builder.problem;
    for (int at = 0; at < problem->household_count; at++)
        program_add_group(compiler->builder.program,
                          problem->households[compiler->households[at]].id);
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_rows != NULL &&
            !rules[rule]->compile_rows(&compiler->builder, &compiler->states[rule]))
            return false;
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_rows != NULL &&
            !goals[goal]->compile_rows(&compiler->builder, &compiler->goal_states[goal]))
            return false;
    }
    return true;
}

static void add_pair(struct compiler *compiler, int group, int household, int dwelling)
{
    const husly_problem *problem = compiler->builder.problem;
    struct program *program = compiler->builder.program;
    const char *name = program_name(program, "%s/%s", problem->households[household].id,
                                    problem->dwellings[dwelling].id);
    bool pinned = problem->households[household].pin == dwelling;
    if (program_add_choice(program, name, group, dwelling, pinned) == NO_INDEX)
        return;
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_pair != NULL)
            rules[rule]->compile_pair(&compiler->builder, compiler->states[rule], household,
                                      dwelling);
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_pair != NULL)
            goals[goal]->compile_pair(&compiler->builder, compiler->goal_states[goal], household,
                                      dwelling);
    }
}

static void add_columns(struct compiler *compiler)
{
    const husly_problem *problem = compiler->builder.problem;
    for (int group = 0; group < problem->household_count; group++) {
        int household = compiler->households[group];
        for (int at = 0; at < problem->dwelling_count; at++) {
            if (pairs_has(compiler->builder.pairs, household, compiler->dwellings[at]))
                add_pair(compiler, group, household, compiler->dwellings[at]);
        }
    }
    for (int rule = 0; rules[rule] != NULL; rule++) {
        if (rules[rule]->compile_extras != NULL)
            rules[rule]->compile_extras(&compiler->builder, compiler->states[rule]);
    }
    for (int goal = 0; goals[goal] != NULL; goal++) {
        if (goals[goal]->compile_counts != NULL)
            goals[goal]->compile_counts(&compiler->builder, compiler->goal_states[goal]);
    }
}

static bool compile_all(struct compiler *compiler)
{
    if (!draw_orders(compiler) || !add_groups_and_rows(compiler) ||
        compiler->builder.program->failed)
        return false;
    add_columns(compiler);
    return stages_compile(&compiler->builder, compiler->households);
}

struct program *rules_compile(const husly_problem *problem)
{
    struct pairs pairs;
    struct program *program = program_new();
    bool found = pairs_find(&pairs, problem);
    struct compiler compiler = {.builder = {problem, program, &pairs}};
    bool compiled = program != NULL && found && compile_all(&compiler);
    pairs_free(&pairs);
    if (compiled)
        return program;
    program_free(program);
    return NULL;
}
