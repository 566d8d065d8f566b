/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of certificate.csv for a round of several parts: who belongs to which, every name with
 * its part, the level and the multipliers that set pairs aside; and none of it for a single part.
 */
#include <stdlib.h>

#include "join/join_certificate.h"
#include "join/join_plan.h"
#include "support/towns.h"

static bool is(const struct certificate_line *line, const char *stage, const char *leaf,
               const char *what, const char *unit)
{
    return strcmp(line->stage, stage) == 0 && strcmp(line->leaf, leaf) == 0 &&
           strcmp(line->what, what) == 0 && strcmp(line->unit, unit) == 0;
}

static struct round_solution solved(const struct pool *pool, struct arena *arena)
{
    struct round_solution solution;
    const struct solve_limits limits = {.threads = 2};
    husly_error error = {0};
    CHECK_NUMBER(solve_pool(&solution, pool, &limits, arena, &error), HUSLY_OK);
    return solution;
}

/* The first lines say who belongs to which part, part by part; how many lines there are. */
static size_t check_members(const husly_plan *plan, const struct pool *pool,
                            const struct round_solution *solution)
{
    size_t at = 0;
    for (int part = 0; part < solution->part_count; part++) {
        char leaf[32];
        snprintf(leaf, sizeof leaf, "part%d", part + 1);
        for (int group = 0; group < pool->group_count; group++) {
            if (solution->part_of[group] != part)
                continue;
            CHECK(is(&plan->lines[at], "need", leaf, "household", pool->groups[group].name));
            CHECK(!plan->lines[at].has_multiplier);
            at++;
        }
    }
    return at;
}

/* Whose town a name such as "area_persons/A3", "right/U3" or "T3H1/T3D0" tells. */
static int town_of(const char *unit)
{
    const char *slash = strchr(unit, '/');
    return atoi(slash == NULL || unit[0] == 'T' ? unit + 1 : slash + 2);
}

/* Stages in order, in each the parts in order, and no line speaks of a town of another part. */
static void check_lines(const husly_plan *plan, const struct round_solution *solution,
                        size_t members)
{
    int town_of_part[TOWNS * GROUPS] = {0};
    for (int group = TOWNS * GROUPS - 1; group >= 0; group--) {
        if (solution->part_of[group] != NO_INDEX)
            town_of_part[solution->part_of[group]] = group / GROUPS;
    }
    int part = 0;
    const char *stage = "need";
    for (size_t at = members; at < plan->line_count; at++) {
        const struct certificate_line *line = &plan->lines[at];
        const int now = atoi(line->leaf + 4);
        CHECK(strncmp(line->leaf, "part", 4) == 0 && strchr(line->leaf, '/') != NULL);
        CHECK(now >= part || strcmp(stage, line->stage) != 0);
        if (strncmp(line->unit, "cut/", 4) != 0 && strncmp(line->unit, "floor/", 6) != 0 &&
            strncmp(line->unit, "household/", 10) != 0)
            CHECK_NUMBER(town_of(line->unit), town_of_part[now - 1]);
        part = now;
        stage = line->stage;
    }
    CHECK_TEXT(stage, "cost");
}

/* As if pairs had been set aside in a stage of the second part. */
static void set_aside(struct round_solution *solution, struct arena *arena)
{
    static struct term terms[] = {{TERM_ROW, 1, 25}, {TERM_ROW, 0, 7}};
    struct stage_answer *answer = &solution->parts[1].stages[1];
    static const char *rows[64];
    answer->proof.level = -3;
    answer->proof.aside = terms;
    answer->proof.aside_count = 2;
    answer->names.rows = rows;
    answer->names.row_count = 64;
    for (int row = 0; row < 64; row++)
        rows[row] = arena_text(arena, row == 0 ? "first" : "later", 5);
}

static void check_aside(const husly_plan *plan)
{
    size_t at = 0;
    while (at < plan->line_count && !is(&plan->lines[at], "fit", "part2/aside", "level", ""))
        at++;
    CHECK(at + 2 < plan->line_count);
    if (at + 2 >= plan->line_count)
        return;
    CHECK(plan->lines[at].has_multiplier);
    CHECK_NUMBER(plan->lines[at].multiplier, -3);
    CHECK(is(&plan->lines[at + 1], "fit", "part2/aside", "row", "later"));
    CHECK_NUMBER(plan->lines[at + 1].multiplier, 25);
    CHECK(is(&plan->lines[at + 2], "fit", "part2/aside", "row", "first"));
    CHECK_NUMBER(plan->lines[at + 2].multiplier, 7);
}

static void check_several(uint64_t seed)
{
    struct towns towns;
    struct arena *arena = arena_new();
    husly_plan *plan = plan_new();
    open_pool(&towns, seed, 0, TOWNS);
    struct round_solution solution = solved(towns.pool, arena);
    CHECK(certificate_compose(plan, towns.pool, &solution));
    check_lines(plan, &solution, check_members(plan, towns.pool, &solution));
    set_aside(&solution, arena);
    CHECK(certificate_compose(plan, towns.pool, &solution));
    arena_free(arena);
    pool_free(towns.pool);
    check_aside(plan);
    husly_plan_free(plan);
}

/* Every choice of the town shares its row of persons, so it is one part. */
static void check_one(uint64_t seed)
{
    struct towns towns;
    struct arena *arena = arena_new();
    husly_plan *plan = plan_new();
    open_pool(&towns, seed, 2, 3);
    struct round_solution solution = solved(towns.pool, arena);
    CHECK_NUMBER(solution.part_count, 1);
    CHECK(certificate_compose(plan, towns.pool, &solution));
    CHECK(plan->line_count > 0);
    for (size_t at = 0; at < plan->line_count; at++) {
        const char *leaf = plan->lines[at].leaf;
        CHECK(strncmp(leaf, "cut", 3) == 0 || (leaf[0] >= '0' && leaf[0] <= '9'));
        CHECK(strcmp(plan->lines[at].what, "household") != 0);
    }
    arena_free(arena);
    pool_free(towns.pool);
    husly_plan_free(plan);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= 10; seed++) {
        check_several(seed);
        check_one(seed);
    }
    return check_result();
}
