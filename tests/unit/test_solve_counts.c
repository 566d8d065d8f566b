/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random programs with counts at a price (steps above and below a target, one count in many rows),
 * homes that open with at least so many, households near each other and pins, against the
 * enumeration of all choices, each with the counts that it demands; and every proof read again.
 */
#include <string.h>

#include "base/memory.h"
#include "solve/solve.h"
#include "support/check.h"
#include "support/proof_reader.h"

enum { GROUPS = 5, HOMES = 6, AREAS = 2, STEPS = 3, ROUNDS = 600 };

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

/* Home 0 has places and opens with at least so many persons; the others take one household. Home
 * k lies in area k % 2, which is its section as well; homes from 3 on are of the organisation. */
struct town {
    uint64_t state;
    struct program *program;
    int persons[GROUPS], need[GROUPS], friends[GROUPS];
    int home[HOMES], least, even[AREAS], over, under, right, ordinary, extra;
    int together[GROUPS][AREAS], near[GROUPS][AREAS], company[AREAS];
    bool flexible[GROUPS];
    int64_t fit[READER_COLUMNS], cost[READER_COLUMNS];
};

static int row(struct town *town, const char *name, int number, int64_t rhs)
{
    return program_add_row(town->program, program_name(town->program, "%s/%d", name, number), false,
                           rhs);
}

static void add_rows(struct town *town)
{
    const int target = below(&town->state, 3);
    for (int home = 0; home < HOMES; home++)
        town->home[home] = row(town, "dwelling", home, home == 0 ? 0 : 1);
    town->least = row(town, "least", 0, 0);
    for (int area = 0; area < AREAS; area++) {
        town->even[area] = row(town, "even", area, below(&town->state, 4));
        town->company[area] = row(town, "company", area, 0);
    }
    town->over = row(town, "key_over", 0, target);
    town->under = row(town, "key_under", 0, -target);
    town->right = row(town, "right", 0, 1 + below(&town->state, 2));
    town->ordinary = row(town, "ordinary", 0, below(&town->state, 2));
    town->extra = row(town, "extra", 0, 1);
}

/* Households 1 and 2 are friends; 3 and 4, sometimes 2 as well, are near each other. */
static void add_households(struct town *town)
{
    const int near_from = below(&town->state, 3) == 0 ? 2 : 3;
    const bool near = below(&town->state, 2) == 0;
    for (int group = 0; group < GROUPS; group++) {
        program_add_group(town->program, program_name(town->program, "H%d", group));
        town->persons[group] = 1 + below(&town->state, 4);
        town->need[group] = town->persons[group] * (1 + below(&town->state, 30));
        town->friends[group] = group == 1 || group == 2;
        town->flexible[group] = below(&town->state, 2) == 0;
        for (int area = 0; area < AREAS; area++) {
            town->together[group][area] =
                town->friends[group] ? row(town, "together", 10 * group + area, 0) : NO_INDEX;
            town->near[group][area] =
                near && group > near_from
                    ? program_add_row(town->program,
                                      program_name(town->program, "near/%d/%d", area, group), true,
                                      0)
                    : NO_INDEX;
        }
        if (near && group == near_from)
            town->near[group][0] = -2;
    }
}

/* The first of those near each other is in all of their equations with -1. */
static void add_near_entries(struct town *town, int group, int area)
{
    if (town->near[group][0] != -2) {
        program_add_entry(town->program, town->near[group][area], 1);
        return;
    }
    for (int other = group + 1; other < GROUPS; other++)
        program_add_entry(town->program, town->near[other][area], -1);
}

static void add_choice(struct town *town, int group, int home, bool pinned)
{
    struct program *program = town->program;
    const int area = home % AREAS;
    const int column = program_add_choice(program, program_name(program, "H%d/D%d", group, home),
                                          group, home, pinned);
    program_add_entry(program, town->home[home], home == 0 ? town->persons[group] : 1);
    if (home == 0)
        program_add_entry(program, town->least, -town->persons[group]);
    program_add_entry(program, town->even[area], town->persons[group]);
    if (home >= 3) {
        program_add_entry(program, town->over, 1);
        program_add_entry(program, town->under, -1);
        program_add_entry(program, town->right, 1);
        program_add_entry(program, town->flexible[group] ? NO_INDEX : town->ordinary, 1);
    }
    program_add_entry(program, town->together[group][area], 1);
    program_add_entry(program, town->friends[group] ? town->company[area] : NO_INDEX, 1);
    add_near_entries(town, group, area);
    town->fit[column] = below(&town->state, 120) - 20;
    town->cost[column] = below(&town->state, 1000) - 300;
}

static void add_choices(struct town *town)
{
    for (int group = 0; group < GROUPS; group++) {
        bool pinned = below(&town->state, 8) == 0;
        for (int home = 0; home < HOMES; home++) {
            if (below(&town->state, 5) < 2)
                continue;
            add_choice(town, group, home, pinned);
            pinned = false;
        }
    }
}

static void add_steps(struct town *town, int of_row, const char *name, int64_t upper)
{
    int64_t price = 0;
    for (int step = 1; step <= STEPS; step++) {
        price += below(&town->state, 40);
        program_add_count(town->program, program_name(town->program, "%s/%d", name, step), upper,
                          price);
        program_add_entry(town->program, of_row, -1);
    }
}

static void add_counts(struct town *town)
{
    struct program *program = town->program;
    program_add_count(program, "U", 1, 0);
    program_add_entry(program, town->right, -1);
    program_add_entry(program, town->ordinary, -1);
    program_add_entry(program, town->extra, 1);
    add_steps(town, town->even[0], "even/0", 1 + below(&town->state, 4));
    add_steps(town, town->even[1], "even/1", 1 + below(&town->state, 4));
    add_steps(town, town->over, "key_over/0", 1);
    add_steps(town, town->under, "key_under/0", 1);
    for (int area = 0; area < AREAS; area++) {
        program_add_count(program, program_name(program, "together/G/%d", area), 1,
                          below(&town->state, 60));
        for (int group = 0; group < GROUPS; group++)
            program_add_entry(program, town->together[group][area], -1);
        program_add_entry(program, town->company[area], -2);
    }
    program_add_count(program, "open/home/0", 1, 0);
    program_add_entry(program, town->home[0], -6);
    program_add_entry(program, town->least, 1 + below(&town->state, 5));
}

static void add_stage(struct town *town, const char *name, const int64_t *points, bool priced)
{
    struct program *program = town->program;
    int64_t *out = program_add_stage(program, name);
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX)
            out[column] = priced ? -it->price : 0;
        else
            out[column] = points != NULL ? points[column] : town->need[it->group];
    }
}

/* Each friend's own row follows from that of their company for whole numbers. */
static void make_lazy(struct town *town)
{
    for (int group = 0; group < GROUPS; group++) {
        for (int area = 0; area < AREAS && town->friends[group]; area++)
            town->program->rows[town->together[group][area]].lazy = true;
    }
}

static void build(struct town *town, uint64_t seed)
{
    *town = (struct town){.state = seed, .program = program_new()};
    add_rows(town);
    add_households(town);
    add_choices(town);
    add_counts(town);
    if (seed % 2 == 0)
        make_lazy(town);
    const int order = below(&town->state, 3);
    if (order > 0)
        add_stage(town, "need", NULL, false);
    add_stage(town, "fit", town->fit, true);
    if (order == 0)
        add_stage(town, "need", NULL, false);
    if (order == 2)
        add_stage(town, "cost", town->cost, false);
}

/* Count after count, each as much as the rows that it eases still ask for. */
static void demand_counts(const struct program *program, int64_t *values, int64_t *left)
{
    for (int of_row = 0; of_row < program->row_count; of_row++)
        left[of_row] = program->rows[of_row].rhs;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX) {
            int64_t asked = 0;
            for (int k = 0; k < it->entry_count; k++) {
                const struct program_entry *entry = &program->entries[it->first_entry + k];
                const int64_t part = -entry->coefficient;
                while (part > 0 && asked < it->upper && left[entry->row] + asked * part < 0)
                    asked++;
            }
            values[column] = asked;
        }
        program_spend(program, left, column, values[column]);
    }
}

static bool holds(const struct program *program, const int64_t *values, const int64_t *left)
{
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].pinned && values[column] != 1)
            return false;
    }
    for (int of_row = 0; of_row < program->row_count; of_row++) {
        if (left[of_row] < 0 || (program->rows[of_row].equal && left[of_row] != 0))
            return false;
    }
    return true;
}

struct best {
    int64_t points[3];
    bool any;
};

static void look(const struct program *program, int64_t *values, struct best *best)
{
    int64_t left[64];
    CHECK(program->row_count < 64);
    demand_counts(program, values, left);
    if (!holds(program, values, left))
        return;
    struct best now = {.any = true};
    int better = best->any ? 0 : 1;
    for (int stage = 0; stage < program->stage_count; stage++) {
        for (int column = 0; column < program->column_count; column++)
            now.points[stage] += program->objectives[stage][column] * values[column];
        if (better == 0)
            better = (now.points[stage] > best->points[stage]) -
                     (now.points[stage] < best->points[stage]);
    }
    if (better > 0)
        *best = now;
}

static void enumerate(const struct program *program, int group, int64_t *values, struct best *best)
{
    if (group == program->group_count) {
        look(program, values, best);
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

static void check_answer(const struct program *program, const struct solution *solution,
                         const struct best *best)
{
    int64_t left[64];
    CHECK((solution->end == SOLVE_NO_PLAN) == !best->any);
    CHECK(solution->end == SOLVE_NO_PLAN || solution->end == SOLVE_DONE);
    if (!best->any || solution->end != SOLVE_DONE)
        return;
    for (int of_row = 0; of_row < program->row_count; of_row++)
        left[of_row] = program->rows[of_row].rhs;
    for (int column = 0; column < program->column_count; column++)
        program_spend(program, left, column, solution->values[column]);
    CHECK(holds(program, solution->values, left));
    for (int stage = 0; stage < program->stage_count; stage++)
        CHECK(solution->stages[stage].value == best->points[stage]);
}

/* Again, near to the plan that was found. */
static void check_again(uint64_t seed, const struct solution *known, const struct best *best)
{
    struct town town;
    bool wanted[READER_COLUMNS] = {false};
    struct known_bound nothing[3] = {{0}};
    struct arena *arena = arena_new();
    struct solution solution;
    build(&town, seed);
    for (int column = 0; column < town.program->column_count; column++)
        wanted[column] = known->values[column] != 0 && town.program->columns[column].group >= 0;
    const struct solve_start start = {wanted, nothing, NULL};
    const struct solve_limits limits = {.start = &start};
    CHECK(solve_program(&solution, town.program, &limits, arena, NULL) == HUSLY_OK);
    check_answer(town.program, &solution, best);
    arena_free(arena);
    program_free(town.program);
}

static int check_round(uint64_t seed)
{
    struct town town;
    struct best best = {{0}, false};
    int64_t values[READER_COLUMNS] = {0};
    struct arena *arena = arena_new();
    struct solve_limits limits = {0};
    struct solution solution;
    build(&town, seed);
    enumerate(town.program, 0, values, &best);
    CHECK(solve_program(&solution, town.program, &limits, arena, NULL) == HUSLY_OK);
    check_answer(town.program, &solution, &best);
    if (best.any && solution.end == SOLVE_DONE) {
        for (int stage = 0; stage < town.program->stage_count; stage++)
            check_proof(town.program, stage, &solution.stages[stage]);
        check_again(seed, &solution, &best);
    }
    arena_free(arena);
    program_free(town.program);
    return best.any ? 0 : 1;
}

int main(void)
{
    int without = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        without += check_round(seed);
    CHECK(without > ROUNDS / 50 && without < ROUNDS / 2);
    return check_result();
}
