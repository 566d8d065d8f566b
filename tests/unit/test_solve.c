/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random programs in two stages against the enumeration of every plan, and every proof read again:
 * the leaves of each stage must prove the bound that is stated.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "solve/solve.h"
#include "support/check.h"
#include "support/proof_reader.h"

enum { GROUPS = 6, KEYS = 5, SITES = 2, ROUNDS = 400 };

static uint64_t next_random(uint64_t *state)
{
    *state += 0x9e3779b97f4a7c15u;
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static int below(uint64_t *state, int limit)
{
    return (int)(next_random(state) % (uint64_t)limit);
}

/* A household a group, a dwelling a key; two areas with caps on persons; a unit with extras. */
static struct program *random_program(uint64_t *state)
{
    struct program *program = program_new();
    int persons[GROUPS], need[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
        program_add_group(program, program_name(program, "H%d", group));
        persons[group] = 1 + below(state, 5);
        need[group] = persons[group] * (1000 + below(state, 300));
    }
    for (int key = 0; key < KEYS; key++)
        program_add_row(program, program_name(program, "dwelling/D%d", key), false,
                        key < SITES ? 4 : 1);
    for (int area = 0; area < 2; area++)
        program_add_row(program, program_name(program, "area_persons/A%d", area), false,
                        3 + below(state, 6));
    int right = program_add_row(program, "right/U", false, below(state, 3));
    int extra = program_add_row(program, "extra/O", false, 1);
    int fit[GROUPS * KEYS + 1] = {0};
    for (int group = 0; group < GROUPS; group++) {
        bool pinned = group == 0 && below(state, 4) == 0;
        for (int key = 0; key < KEYS; key++) {
            if (below(state, 3) == 0)
                continue;
            int column = program_add_choice(program, program_name(program, "H%d/D%d", group, key),
                                            group, key, pinned);
            pinned = false;
            program_add_entry(program, key, key < SITES ? persons[group] : 1);
            program_add_entry(program, KEYS + key % 2, persons[group]);
            if (key >= SITES)
                program_add_entry(program, right, 1);
            fit[column] = below(state, 120) - 20;
        }
    }
    program_add_count(program, "U", 1, 0);
    program_add_entry(program, right, -1);
    program_add_entry(program, extra, 1);
    int64_t *needs = program_add_stage(program, "need");
    int64_t *fits = program_add_stage(program, "fit");
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group == NO_INDEX)
            continue;
        needs[column] = need[program->columns[column].group];
        fits[column] = fit[column];
    }
    return program;
}

struct best {
    int64_t need, fit;
    bool any;
};

static int64_t sum_row(const struct program *program, int row, const int64_t *values)
{
    int64_t used = 0;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        for (int k = 0; k < it->entry_count; k++) {
            const struct program_entry *entry = &program->entries[it->first_entry + k];
            used += entry->row == row ? entry->coefficient * values[column] : 0;
        }
    }
    return used;
}

static bool holds(const struct program *program, const int64_t *values)
{
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].pinned && values[column] != 1)
            return false;
    }
    for (int row = 0; row < program->row_count; row++) {
        if (sum_row(program, row, values) > program->rows[row].rhs)
            return false;
    }
    return true;
}

static int64_t points(const struct program *program, int stage, const int64_t *values)
{
    int64_t sum = 0;
    for (int column = 0; column < program->column_count; column++)
        sum += program->objectives[stage][column] * values[column];
    return sum;
}

static void enumerate(const struct program *program, int group, int64_t *values, struct best *best)
{
    if (group == program->group_count) {
        for (int64_t extra = 0; extra <= 1; extra++) {
            values[program->column_count - 1] = extra;
            int64_t need = points(program, 0, values), fit = points(program, 1, values);
            bool better =
                !best->any || need > best->need || (need == best->need && fit > best->fit);
            if (better && holds(program, values))
                *best = (struct best){need, fit, true};
        }
        return;
    }
    enumerate(program, group + 1, values, best);
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != group)
            continue;
        values[column] = 1;
        enumerate(program, group + 1, values, best);
        values[column] = 0;
    }
}

static void check_round(uint64_t seed)
{
    uint64_t state = seed;
    struct program *program = random_program(&state);
    struct best best = {0};
    int64_t values[64] = {0};
    enumerate(program, 0, values, &best);
    struct arena *arena = arena_new();
    struct solve_limits limits = {0};
    struct solution solution;
    CHECK(solve_program(&solution, program, &limits, arena, NULL) == HUSLY_OK);
    CHECK((solution.end == SOLVE_NO_PLAN) == !best.any);
    if (best.any && solution.stage_count == 2) {
        CHECK(solution.stages[0].value == best.need);
        CHECK(solution.stages[1].value == best.fit);
        CHECK(holds(program, solution.values));
        for (int stage = 0; stage < 2; stage++)
            check_proof(program, stage, &solution.stages[stage]);
    }
    arena_free(arena);
    program_free(program);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        check_round(seed);
    return check_result();
}
