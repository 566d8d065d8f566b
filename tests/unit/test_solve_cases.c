/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs that are hard for their size, in three stages, against the enumeration of every plan: a
 * stage begins with the cases of the one before, and its leaves prove its bound all the same. */
#include <string.h>

#include "base/memory.h"
#include "solve/solve.h"
#include "support/check.h"
#include "support/proof_reader.h"

enum { GROUPS = 8, HOMES = 3, ROWS = 5, STAGES = 3, ROUNDS = 24 };

static int below(uint32_t *state, int limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (int)((*state >> 8) % (uint32_t)limit);
}

/* Weights in many rows at once; points of the first stages so coarse that plans are often equal. */
static struct program *build(uint32_t seed)
{
    static const char *const names[STAGES] = {"need", "fit", "cost"};
    static const int coarse[STAGES] = {4, 9, 1000};
    uint32_t state = seed;
    struct program *program = program_new();
    for (int row = 0; row < ROWS; row++)
        program_add_row(program, program_name(program, "row/%d", row), false,
                        120 + below(&state, 60));
    for (int group = 0; group < GROUPS; group++) {
        program_add_group(program, program_name(program, "H%d", group));
        for (int home = 0; home < HOMES; home++) {
            program_add_choice(program, program_name(program, "H%d/D%d", group, home), group, home,
                               false);
            for (int row = 0; row < ROWS; row++)
                program_add_entry(program, row, below(&state, 60));
        }
    }
    for (int stage = 0; stage < STAGES; stage++) {
        int64_t *points = program_add_stage(program, names[stage]);
        for (int column = 0; column < program->column_count; column++)
            points[column] = 1 + below(&state, coarse[stage]);
    }
    return program;
}

struct best {
    int64_t points[STAGES];
    bool any;
};

static void look(const struct program *program, const int64_t *points, struct best *best)
{
    int better = best->any ? 0 : 1;
    for (int stage = 0; stage < program->stage_count && better == 0; stage++)
        better = (points[stage] > best->points[stage]) - (points[stage] < best->points[stage]);
    if (better > 0) {
        memcpy(best->points, points, sizeof best->points);
        best->any = true;
    }
}

static void enumerate(const struct program *program, int group, const int64_t *left,
                      const int64_t *points, struct best *best)
{
    if (group == GROUPS) {
        look(program, points, best);
        return;
    }
    enumerate(program, group + 1, left, points, best);
    for (int home = 0; home < HOMES; home++) {
        const int column = group * HOMES + home;
        int64_t less[ROWS], more[STAGES];
        bool fits = true;
        memcpy(less, left, sizeof less);
        program_spend(program, less, column, 1);
        for (int row = 0; row < ROWS; row++)
            fits = fits && less[row] >= 0;
        for (int stage = 0; stage < STAGES; stage++)
            more[stage] = points[stage] + program->objectives[stage][column];
        if (fits)
            enumerate(program, group + 1, less, more, best);
    }
}

/* How many stages began with several cases. */
static int check_round(uint32_t seed)
{
    struct program *program = build(seed);
    struct best best = {{0}, false};
    const int64_t nothing[STAGES] = {0};
    int64_t left[ROWS];
    for (int row = 0; row < ROWS; row++)
        left[row] = program->rows[row].rhs;
    enumerate(program, 0, left, nothing, &best);
    struct arena *arena = arena_new();
    struct solve_limits limits = {0};
    struct solution solution;
    CHECK(solve_program(&solution, program, &limits, arena, NULL) == HUSLY_OK);
    CHECK(solution.end == SOLVE_DONE && solution.stage_count == STAGES);
    int split = 0;
    for (int stage = 0; stage < solution.stage_count; stage++) {
        CHECK(solution.stages[stage].value == best.points[stage]);
        CHECK(solution.stages[stage].bound == best.points[stage]);
        check_proof(program, stage, &solution.stages[stage]);
        split += stage + 1 < STAGES && solution.stages[stage].proof.leaf_count > 1;
    }
    arena_free(arena);
    program_free(program);
    return split;
}

int main(void)
{
    int split = 0;
    for (uint32_t seed = 1; seed <= ROUNDS; seed++)
        split += check_round(seed);
    CHECK(split > ROUNDS / 4);
    return check_result();
}
