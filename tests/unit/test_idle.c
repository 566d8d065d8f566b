/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows bind nothing in a stage. Two homes, three households of 2, 3 and 4 persons that may go
 * to either; home 1 holds two of them. */
#include "solve/idle.h"

#include "base/memory.h"
#include "solve/cuts/cuts.h"
#include "support/check.h"

enum { GROUPS = 3, PERSONS = 2, UNDER = 3, AREA = 4, ROWS = 6 };

struct shape {
    int64_t steps, unders; /* how many of each count there are */
    int64_t points;        /* of a step in the stage */
    int64_t weight;        /* of a step in another row */
};

static struct program *build(struct shape shape)
{
    struct program *program = program_new();
    static const int64_t limits[ROWS] = {1, 2, 1, -2, 9, 1};
    for (int row = 0; row < ROWS; row++)
        program_add_row(program, "row", false, limits[row]);
    for (int group = 0; group < GROUPS; group++) {
        program_add_group(program, "H");
        for (int home = 0; home < 2; home++) {
            program_add_choice(program, "H/D", group, home, false);
            program_add_entry(program, home, 1);
            program_add_entry(program, PERSONS, home == 0 ? 2 + group : 0);
            program_add_entry(program, UNDER, -1);
            program_add_entry(program, AREA, 2 + group);
        }
    }
    program_add_count(program, "step", shape.steps, 7);
    program_add_entry(program, PERSONS, -1);
    program_add_entry(program, 5, shape.weight);
    program_add_count(program, "under", shape.unders, 7);
    program_add_entry(program, UNDER, -1);
    int64_t *points = program_add_stage(program, "need");
    points[(size_t)GROUPS * 2] = -shape.points;
    return program;
}

static unsigned idle_rows(struct shape shape)
{
    struct program *program = build(shape);
    struct arena *arena = arena_new(), *scratch = arena_new();
    const int64_t nothing[GROUPS * 2 + 2] = {0};
    const struct heritage heritage = {0};
    struct solve_limits limits = {0};
    struct search search = {
        .arena = &arena, .scratch = &scratch, .limits = &limits, .first_floor = ROWS};
    search_start(&search, program, nothing, &heritage);
    unsigned found = 0;
    for (int row = 0; row < ROWS; row++)
        found |= search.idle[row] ? 1U << row : 0;
    arena_free(arena);
    arena_free(scratch);
    program_free(program);
    return found;
}

int main(void)
{
    const unsigned both = 1U << PERSONS | 1U << UNDER;
    /* The three are 9 persons, but home 0 takes one household: 4 at most, of whom 1 is free. */
    CHECK(idle_rows((struct shape){3, 2, 0, 0}) == both);
    CHECK(idle_rows((struct shape){2, 2, 0, 0}) == 1U << UNDER);
    CHECK(idle_rows((struct shape){3, 1, 0, 0}) == 1U << PERSONS);
    CHECK(idle_rows((struct shape){3, 2, 7, 0}) == 1U << UNDER);
    CHECK(idle_rows((struct shape){3, 2, 0, 1}) == 1U << UNDER);
    return check_result();
}
