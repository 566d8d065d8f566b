/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans of random tiny programs (homes of several, areas with steps at a price, a party, a floor)
 * against the enumeration of all choices: a neighbourhood of everything finds the best, annealing
 * finds the best of nearly all, each is a plan, and the same search ends the same.
 */
#include <string.h>

#include "base/memory.h"
#include "solve/cuts/cuts.h"
#include "solve/exact.h"
#include "solve/master.h"
#include "solve/primal/allowance.h"
#include "solve/primal/anneal.h"
#include "solve/primal/neighbourhood.h"
#include "solve/primal/settle.h"
#include "support/check.h"

enum { GROUPS = 6, HOMES = 4, AREAS = 2, STEPS = 3, SEEDS = 60 };
enum { FIRST_AREA = HOMES, PARTY = HOMES + AREAS, FLOOR = PARTY + HOMES, COLUMNS = 64 };
enum way { BY_ANNEALING, BY_NEIGHBOURHOODS };

static int below(uint32_t *state, int limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (int)((*state >> 8) % (uint32_t)limit);
}

static void add_choice(struct program *program, uint32_t *state, int group, int home, int persons)
{
    program_add_choice(program, "H/D", group, home, false);
    program_add_entry(program, home, home < 2 ? 1 : persons);
    program_add_entry(program, FIRST_AREA + home % AREAS, persons);
    program_add_entry(program, group < 2 ? PARTY + home : FLOOR, group == 0 ? -1 : group == 1);
    program_add_entry(program, FLOOR, -1 - below(state, 9));
}

/* Groups 0 and 1 are a party; the first two homes take one group, the others persons. */
static struct program *build(uint32_t seed)
{
    uint32_t state = seed;
    struct program *program = program_new();
    for (int row = 0; row < FLOOR; row++)
        program_add_row(program, "row", row >= PARTY,
                        row < 2       ? 1
                        : row < PARTY ? 2 + below(&state, 5)
                                      : 0);
    program_add_row(program, "floor", false, -below(&state, 8));
    for (int group = 0; group < GROUPS; group++) {
        program_add_group(program, "H");
        const int persons = 1 + below(&state, 4);
        for (int home = 0; home < HOMES; home++)
            add_choice(program, &state, group, home, persons);
    }
    for (int step = 0; step < AREAS * STEPS; step++) {
        program_add_count(program, "step", 1, 10 * (1 + step % STEPS));
        program_add_entry(program, FIRST_AREA + step / STEPS, -1);
    }
    int64_t *points = program_add_stage(program, "fit");
    for (int column = 0; column < program->column_count; column++)
        points[column] =
            column < GROUPS * HOMES ? below(&state, 200) - 20 : -program->columns[column].price;
    return program;
}

struct trial {
    struct arena *arena, *scratch;
    struct program *program;
    enum way way;
    int64_t best; /* of all plans; INT64_MIN: there is none */
    int64_t start, found, work;
    int64_t values[COLUMNS];
    bool is_plan;
};

static void enumerate(struct search *search, struct trial *trial, int group, int64_t *values)
{
    if (group == GROUPS) {
        int64_t settled[COLUMNS];
        memcpy(settled, values, sizeof settled);
        settle_values(search, settled);
        if (exact_feasible(search, settled) && exact_points(search, settled) > trial->best) {
            trial->best = exact_points(search, settled);
            memcpy(trial->values, settled, sizeof settled);
        }
        give_back(search);
        return;
    }
    enumerate(search, trial, group + 1, values);
    for (int home = 0; home < HOMES; home++) {
        values[group * HOMES + home] = 1;
        enumerate(search, trial, group + 1, values);
        values[group * HOMES + home] = 0;
    }
}

/* Any plan that keeps the floor, to begin with; left as it is where there seems to be none. */
static void find_start(struct search *search, uint32_t seed, int64_t *values)
{
    uint32_t state = seed;
    for (int tries = 0; tries < 20000; tries++) {
        memset(values, 0, COLUMNS * sizeof *values);
        for (int group = 0; group < GROUPS; group++) {
            const int home = below(&state, HOMES + 1);
            if (home < HOMES)
                values[group * HOMES + home] = 1;
        }
        settle_values(search, values);
        const bool holds = exact_feasible(search, values);
        give_back(search);
        if (holds)
            return;
    }
}

static struct search search_of(struct trial *trial, const struct solve_limits *limits,
                               const int64_t *plan)
{
    const struct heritage nothing = {0};
    struct search search = {.arena = &trial->arena,
                            .scratch = &trial->scratch,
                            .limits = limits,
                            .known = INT64_MAX,
                            .end = SOLVE_DONE,
                            .first_floor = FLOOR};
    search_start(&search, trial->program, plan, &nothing);
    return search;
}

static void look(void *user)
{
    struct trial *trial = user;
    const struct solve_limits limits = {0};
    int64_t values[COLUMNS] = {0};
    struct search search = search_of(trial, &limits, values);
    find_start(&search, 1, values);
    if (!exact_feasible(&search, values))
        return;
    search = search_of(trial, &limits, values);
    trial->start = search.best_value;
    struct node root = {.bound = {NULL, 0, INT64_MAX}};
    search.root = &root;
    master_build(&search);
    master_solve(&search, LP_PRIMAL, &root.bound);
    const struct allowance allowance = allowance_of(&search, 1, INT64_MAX / 2);
    if (trial->way == BY_ANNEALING)
        anneal(&search);
    else
        neighbourhoods_search(&search, &allowance);
    trial->found = search.best_value;
    trial->work = search.work;
    trial->is_plan = exact_feasible(&search, search.best);
    trial->best = INT64_MIN;
    memset(values, 0, sizeof values);
    give_back(&search);
    enumerate(&search, trial, 0, values);
    memcpy(trial->values, search.best, (size_t)trial->program->column_count * sizeof *values);
}

static struct trial try_way(uint32_t seed, enum way way)
{
    struct trial trial = {
        .arena = arena_new(), .scratch = arena_new(), .program = build(seed), .way = way};
    CHECK(lp_run(look, &trial, NULL) == HUSLY_OK);
    arena_free(trial.arena);
    arena_free(trial.scratch);
    program_free(trial.program);
    return trial;
}

int main(void)
{
    int better = 0, missed = 0;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        const struct trial near = try_way(seed, BY_NEIGHBOURHOODS);
        const struct trial far = try_way(seed, BY_ANNEALING);
        CHECK(near.is_plan && far.is_plan);
        CHECK(near.found == near.best);
        CHECK(far.found <= far.best);
        missed += far.found < far.best;
        better += near.best > near.start;
        if (seed > 5)
            continue;
        const struct trial again = try_way(seed, BY_ANNEALING);
        CHECK(again.work == far.work && memcmp(again.values, far.values, sizeof far.values) == 0);
    }
    CHECK(better > SEEDS / 2);
    CHECK(missed <= SEEDS / 10);
    return check_result();
}
