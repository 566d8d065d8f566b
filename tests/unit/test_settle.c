/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts settled change by change are what they are settled from nothing, and no step brings more
 * than its outlook. */
#include <string.h>

#include "base/memory.h"
#include "solve/cuts/cuts.h"
#include "solve/primal/settle.h"
#include "support/check.h"

enum { CHOICES = 12, ROWS = 6, STEPS = 4000 };

static int below(uint32_t *state, int limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (int)((*state >> 8) % (uint32_t)limit);
}

/* Row 0 has three steps, row 1 asks for at least so many, 2 and 3 share one count, 4 opens by 5s
 * and then asks for two in row 5. Prices are in the one stage. */
static struct program *build(uint32_t *state)
{
    struct program *program = program_new();
    static const int64_t limits[ROWS] = {3, -4, 0, 0, 0, 0};
    for (int row = 0; row < ROWS; row++)
        program_add_row(program, "row", false, limits[row]);
    for (int k = 0; k < CHOICES; k++) {
        program_add_group(program, "H");
        program_add_choice(program, "H/D", k, k, false);
        program_add_entry(program, 0, 1 + below(state, 4));
        program_add_entry(program, 1, below(state, 2) == 0 ? -1 : 0);
        program_add_entry(program, k % 2 == 0 ? 2 : 3, 1);
        program_add_entry(program, 4, k < 4 ? 2 : 0);
        program_add_entry(program, 5, k < 4 ? -2 : 0);
    }
    for (int step = 0; step < 6; step++) {
        program_add_count(program, "step", step < 3 ? 4 : 2, 10 + step % 3 * 20);
        program_add_entry(program, step < 3 ? 0 : 1, -1);
    }
    program_add_count(program, "shared", 3, 25);
    program_add_entry(program, 2, -1);
    program_add_entry(program, 3, -1);
    program_add_count(program, "open", 2, 0);
    program_add_entry(program, 4, -5);
    program_add_entry(program, 5, 4);
    int64_t *points = program_add_stage(program, "fit");
    for (int column = CHOICES; column < program->column_count; column++)
        points[column] = -program->columns[column].price;
    return program;
}

static bool same(const struct settled *one, const struct settled *other)
{
    const struct program *program = one->search->program;
    return one->points == other->points && one->broken == other->broken &&
           memcmp(one->left, other->left, ROWS * sizeof *one->left) == 0 &&
           memcmp(one->counts, other->counts,
                  (size_t)program->column_count * sizeof *one->counts) == 0;
}

/* No step brings more than was foretold. */
static void take_step(struct search *search, struct settled *settled, int64_t *values, int column)
{
    const int64_t times = values[column] == 0 ? 1 : -1;
    settled_consider(settled, column, times);
    const int64_t foretold = settled_outlook(settled, false);
    const int64_t before = settled->points;
    settled_change(settled, column, times);
    values[column] += times;
    struct settled anew = settled_of(search, values);
    CHECK(same(settled, &anew));
    if (settled->broken == 0)
        CHECK(settled->points - before <= foretold);
}

static void run(struct arena **arena, struct arena **scratch, uint32_t seed)
{
    uint32_t state = seed;
    struct program *program = build(&state);
    struct solve_limits limits = {0};
    struct heritage nothing = {0};
    int64_t values[CHOICES + 8] = {0};
    struct search search = {
        .arena = arena, .scratch = scratch, .limits = &limits, .first_floor = ROWS};
    search_start(&search, program, values, &nothing);
    struct settled settled = settled_of(&search, values);
    CHECK(settled.counts[CHOICES + 3] == 2 && settled.counts[CHOICES + 4] == 2);
    for (int step = 0; step < STEPS; step++)
        take_step(&search, &settled, values, below(&state, CHOICES));
    program_free(program);
}

int main(void)
{
    for (uint32_t seed = 1; seed <= 5; seed++) {
        struct arena *arena = arena_new(), *scratch = arena_new();
        run(&arena, &scratch, seed);
        arena_free(arena);
        arena_free(scratch);
    }
    return check_result();
}
