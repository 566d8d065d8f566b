/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The goals of the plan on every lawful plan of tiny rounds: the program with the least counts that
 * its rows ask for, the formula of docs/rules.md, and the second implementation that verify leans
 * on come to the same, and so do their rows and counts. A first seed and a number of rounds may be
 * given as arguments.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "report/certificate/certificate_rows.h"
#include "report/verify/plan_terms.h"
#include "rules/goals/goal.h"
#include "support/resolved.h"
#include "support/tiny_round.h"
#include "support/whole.h"

/* A random round with every goal of the plan in force. */
struct goals_round {
    struct tiny tiny;
    husly_problem *problem;
    struct whole whole;
    const struct program *program;
    struct arena *arena;
    struct certificate_rows rows;
    struct lawful_pairs pairs;
    struct right_count right;
    int column_of[TINY_HOUSEHOLDS][TINY_DWELLINGS];
    int dwelling_of[TINY_HOUSEHOLDS];
    uint64_t seed;
};

static long plans, eased[2];

static void add_goals(struct tiny *tiny)
{
    for (int area = 0; area < TINY_AREAS; area++) {
        tiny->areas[area].school = tiny_maybe(tiny, 60, 0, 3);
        tiny->areas[area].daycare = tiny_maybe(tiny, 60, 0, 2);
        if (tiny_chance(tiny, 50))
            tiny->areas[area].residents = tiny_between(tiny, 100, 3000);
    }
    for (size_t at = 0; at < tiny->round.household_count; at++)
        tiny->households[at].small_children = tiny_below(tiny, tiny->households[at].children + 1);
    for (size_t at = 0; at < tiny->round.organisation_count; at++)
        tiny->organisations[at].vacated_last_year = tiny_maybe(tiny, 80, 0, 12);
    tiny->round.policy.key_dwellings = tiny_maybe(tiny, 30, 0, 6);
}

static void add_weights(struct tiny *tiny, husly_problem *problem)
{
    static const husly_weight of_plan[] = {HUSLY_WEIGHT_SCHOOL, HUSLY_WEIGHT_DAYCARE,
                                           HUSLY_WEIGHT_EVEN, HUSLY_WEIGHT_KEY,
                                           HUSLY_WEIGHT_TOGETHER};
    for (size_t at = 0; at < sizeof of_plan / sizeof *of_plan; at++)
        problem->weights[of_plan[at]] = tiny_chance(tiny, 80) ? tiny_between(tiny, 1, 60) : 0;
}

static bool is_goal(const char *name)
{
    static const char *const prefixes[] = {"school/", "daycare/", "even/", "key_", "together/"};
    for (size_t at = 0; at < sizeof prefixes / sizeof *prefixes; at++) {
        if (strncmp(name, prefixes[at], strlen(prefixes[at])) == 0)
            return true;
    }
    return false;
}

/* What a certificate makes of a row against the program's, column by column. */
static void compare_row(struct goals_round *it, int row)
{
    const char *name = it->program->rows[row].name;
    const struct certificate_row *found = certificate_row_find(&it->rows, name);
    CHECK(found != NULL);
    if (found == NULL)
        return;
    CHECK_NUMBER(found->rhs, it->program->rows[row].rhs);
    CHECK(!found->equal);
    int entries = 0;
    for (int column = 0; column < it->program->column_count; column++)
        entries += coefficient_in(it->program, name, it->program->columns[column].name) != 0;
    for (int h = 0; h < it->problem->household_count; h++) {
        for (int d = 0; d < it->problem->dwelling_count; d++) {
            char pair[64];
            if (!lawful_pairs_has(&it->pairs, h, d))
                continue;
            const int64_t factor = certificate_row_factor(&it->rows, found, h, d);
            snprintf(pair, sizeof pair, "%s/%s", it->problem->households[h].id,
                     it->problem->dwellings[d].id);
            CHECK_NUMBER(factor == 0 ? 0 : coefficient_in(it->program, name, pair), factor);
            entries -= factor != 0;
        }
    }
    for (int at = 0; at < found->count_count; at++) {
        const struct row_count *count = &found->counts[at];
        CHECK_NUMBER(coefficient_in(it->program, name, it->rows.counts.columns[count->count].name),
                     count->coefficient);
        entries--;
    }
    CHECK_NUMBER(entries, 0);
}

static void compare_counts(struct goals_round *it)
{
    const struct count_columns *counts = &it->rows.counts;
    int priced = 0, found = 0;
    for (int column = 0; column < it->program->column_count; column++) {
        const struct program_column *count = &it->program->columns[column];
        if (count->group != NO_INDEX || count->price == 0)
            continue;
        priced++;
        const int same = count_columns_named(counts, count->name);
        CHECK(same != NONE);
        if (same == NONE)
            continue;
        CHECK_NUMBER(counts->columns[same].upper, count->upper);
        CHECK_NUMBER(counts->columns[same].price, count->price);
    }
    for (int at = 0; at < counts->count; at++)
        found += counts->columns[at].price > 0;
    CHECK_NUMBER(found, priced);
}

/* Of each row what is too much, taken by the counts that ease it in their order: the least price.
 */
static int64_t least_price(const struct program *program, int64_t *left, bool *holds)
{
    int64_t price = 0;
    for (int at = 0; at < program->column_count; at++) {
        const struct program_column *column = &program->columns[at];
        int64_t wanted = 0;
        for (int k = 0; k < column->entry_count && column->price > 0; k++) {
            const struct program_entry *entry = &program->entries[column->first_entry + k];
            wanted = -left[entry->row] > wanted ? -left[entry->row] : wanted;
        }
        wanted = wanted < column->upper ? wanted : column->upper;
        program_spend(program, left, at, wanted);
        price += wanted * column->price;
    }
    for (int row = 0; row < program->row_count; row++)
        *holds = *holds && (left[row] >= 0 || !is_goal(program->rows[row].name));
    return price;
}

static void look_at_plan(struct goals_round *it)
{
    const husly_problem *problem = it->problem;
    const struct placing plan = {.dwelling_of = it->dwelling_of};
    struct told told = {{0}, 0};
    if (!rules_check(problem, &plan, note_breach, &told))
        return;
    int64_t *left = memory_new((size_t)it->program->row_count + 1, sizeof *left);
    int64_t points = 0, directly = 0, anew = 0, choices = 0;
    const int stage = problem->policy.stages[0] == HUSLY_STAGE_FIT ? 0 : 1;
    for (int row = 0; row < it->program->row_count; row++)
        left[row] = it->program->rows[row].rhs;
    for (int h = 0; h < problem->household_count; h++) {
        if (it->dwelling_of[h] == NONE)
            continue;
        const int column = it->column_of[h][it->dwelling_of[h]];
        program_spend(it->program, left, column, 1);
        choices += it->program->objectives[stage][column];
        points += goal_fit(problem, h, it->dwelling_of[h]);
    }
    bool holds = true;
    const int64_t price = least_price(it->program, left, &holds);
    CHECK(holds);
    CHECK(goal_plan_points(problem, &plan, &directly));
    CHECK(plan_terms_points(problem, it->dwelling_of, it->arena, &anew));
    CHECK_NUMBER(choices - price, points + directly);
    CHECK_NUMBER(anew, directly);
    if (!holds || anew != directly || price != -directly)
        printf("seed %llu: program %lld, formula %lld, anew %lld\n", (unsigned long long)it->seed,
               (long long)-price, (long long)directly, (long long)anew);
    plans++;
    eased[price > 0]++;
    memory_free(left);
}

static void look_at_plans(struct goals_round *it, int household)
{
    if (household >= TINY_HOUSEHOLDS || household == it->problem->household_count) {
        look_at_plan(it);
        return;
    }
    for (int d = NONE; d < it->problem->dwelling_count; d++) {
        it->dwelling_of[household] = d;
        if (d == NONE || it->column_of[household][d] != NO_INDEX)
            look_at_plans(it, household + 1);
    }
}

static void open_round(struct goals_round *it)
{
    for (int h = 0; h < TINY_HOUSEHOLDS; h++) {
        for (int d = 0; d < TINY_DWELLINGS; d++)
            it->column_of[h][d] = NO_INDEX;
    }
    for (int at = 0; at < it->program->column_count; at++) {
        const struct program_column *column = &it->program->columns[at];
        if (column->group != NO_INDEX)
            it->column_of[problem_find_household(it->problem, it->program->groups[column->group])]
                         [it->whole.pool->places[column->key].key] = at;
    }
    it->rows = (struct certificate_rows){
        .problem = it->problem, .pairs = &it->pairs, .right = &it->right, .arena = it->arena};
    CHECK(lawful_pairs_find(&it->pairs, it->problem, it->arena));
    CHECK(right_count_find(&it->right, it->problem, it->arena));
    CHECK(certificate_rows_open(&it->rows));
}

static void look_at_round(uint64_t seed)
{
    static struct goals_round it;
    husly_error error = {0};
    it = (struct goals_round){.seed = seed};
    tiny_fill(&it.tiny, seed);
    add_goals(&it.tiny);
    CHECK(problem_new(&it.problem, &it.tiny.round, NULL, &error) == HUSLY_OK);
    if (it.problem == NULL)
        return;
    add_weights(&it.tiny, it.problem);
    it.arena = arena_new();
    it.whole = whole_of(it.problem);
    it.program = it.whole.program;
    open_round(&it);
    compare_counts(&it);
    for (int row = 0; row < it.program->row_count; row++) {
        if (is_goal(it.program->rows[row].name))
            compare_row(&it, row);
    }
    look_at_plans(&it, 0);
    certificate_rows_free(&it.rows);
    whole_free(&it.whole);
    arena_free(it.arena);
    husly_problem_free(it.problem);
}

int main(int count, char **arguments)
{
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 4000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at);
    printf("%ld plans, %ld of them cost something\n", plans, eased[1]);
    CHECK(eased[0] > 0 && eased[1] > 0);
    return check_result();
}
