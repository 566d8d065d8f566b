/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/capacity.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/words.h"
#include "rules/pairs.h"

int64_t capacity_load(const struct household *people, const struct dwelling *home)
{
    return kind_is_single(home->kind) ? 1 : people->persons;
}

int64_t capacity_limit(const struct dwelling *home)
{
    return kind_is_single(home->kind) ? 1 : home->places;
}

/* What all who may live in a dwelling take of it together, by dwelling; NULL when memory ran out.
 */
static const int64_t *count_possible(struct builder *builder)
{
    const husly_problem *problem = builder->problem;
    const struct pairs *pairs = builder->pairs;
    int64_t *possible =
        arena_take(builder->program->arena, (size_t)problem->dwelling_count + 1, sizeof *possible);
    for (int household = 0; household < problem->household_count && possible != NULL; household++) {
        for (int at = pairs->first[household]; at < pairs->first[household + 1]; at++) {
            int dwelling = pairs->dwellings[at];
            possible[dwelling] +=
                capacity_load(&problem->households[household], &problem->dwellings[dwelling]);
        }
    }
    return possible;
}

/* A dwelling that all who may have it fill no further than it goes needs no row; a home that opens
 * with a number of persons has no places as long as it is closed. */
static bool add_dwelling_rows(struct builder *builder, struct capacity_rows *rows,
                              const int64_t *possible)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    rows->dwelling =
        arena_take(program->arena, (size_t)problem->dwelling_count + 1, sizeof *rows->dwelling);
    for (int dwelling = 0; dwelling < problem->dwelling_count && rows->dwelling != NULL;
         dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        const bool opens = home_opens_with(home);
        rows->dwelling[dwelling] = NO_INDEX;
        if (possible[dwelling] > (opens ? 0 : capacity_limit(home)))
            rows->dwelling[dwelling] =
                program_add_row(program, program_name(program, "dwelling/%s", home->id), false,
                                opens ? 0 : capacity_limit(home));
    }
    return rows->dwelling != NULL;
}

/* Households come in order of id, so that the first one met is the party's first. */
static bool chain_parties(struct builder *builder, struct capacity_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->program->arena;
    size_t count = (size_t)problem->household_count + 1;
    int *last = arena_take(arena, (size_t)problem->party_count + 1, sizeof *last);
    rows->first = arena_take(arena, count, sizeof *rows->first);
    rows->next = arena_take(arena, count, sizeof *rows->next);
    rows->party = arena_take(arena, count, sizeof *rows->party);
    if (last == NULL || rows->first == NULL || rows->next == NULL || rows->party == NULL)
        return false;
    for (int party = 0; party < problem->party_count; party++)
        last[party] = NONE;
    for (int household = 0; household < problem->household_count; household++) {
        int party = problem->households[household].party;
        rows->next[household] = NONE;
        rows->first[household] = NONE;
        if (party == NONE)
            continue;
        rows->first[household] = last[party] == NONE ? household : rows->first[last[party]];
        if (last[party] != NONE)
            rows->next[last[party]] = household;
        last[party] = household;
    }
    return true;
}

/* member − first = 0 in every dwelling where either has a lawful pair. */
static bool add_member_rows(struct builder *builder, struct capacity_rows *rows, int member)
{
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;
    const struct household *people = &problem->households[member];
    int *row_of = arena_take(program->arena, (size_t)problem->dwelling_count + 1, sizeof *row_of);
    rows->party[member] = row_of;
    if (row_of == NULL)
        return false;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        row_of[dwelling] = NO_INDEX;
        if (pairs_has(builder->pairs, member, dwelling) ||
            pairs_has(builder->pairs, rows->first[member], dwelling))
            row_of[dwelling] = program_add_row(
                program,
                program_name(program, "party/%s/%s/%s", problem->parties[people->party],
                             problem->dwellings[dwelling].id, people->id),
                true, 0);
    }
    return true;
}

static bool add_party_rows(struct builder *builder, struct capacity_rows *rows)
{
    for (int household = 0; household < builder->problem->household_count; household++) {
        bool follows = rows->first[household] != NONE && rows->first[household] != household;
        if (follows && !add_member_rows(builder, rows, household))
            return false;
    }
    return true;
}

static bool capacity_rows(struct builder *builder, void **state)
{
    struct capacity_rows *rows = arena_take(builder->program->arena, 1, sizeof *rows);
    const int64_t *possible = count_possible(builder);
    *state = rows;
    return rows != NULL && possible != NULL && add_dwelling_rows(builder, rows, possible) &&
           home_rows_add(builder, &rows->homes, possible) && chain_parties(builder, rows) &&
           add_party_rows(builder, rows) && near_rows_add(builder, &rows->near);
}

static void capacity_pair(struct builder *builder, void *state, int household, int dwelling)
{
    const struct capacity_rows *rows = state;
    const husly_problem *problem = builder->problem;
    struct program *program = builder->program;

    program_add_entry(
        program, rows->dwelling[dwelling],
        capacity_load(&problem->households[household], &problem->dwellings[dwelling]));
    home_pair(builder, &rows->homes, household, dwelling);
    near_pair(builder, &rows->near, household, dwelling);
    if (rows->first[household] == NONE)
        return;
    if (rows->party[household] != NULL)
        program_add_entry(program, rows->party[household][dwelling], 1);
    else
        for (int member = rows->next[household]; member != NONE; member = rows->next[member])
            program_add_entry(program, rows->party[member][dwelling], -1);
    party_mark_dead(builder, rows, household, dwelling);
}

static void capacity_columns(struct builder *builder, void *state)
{
    home_columns(builder, state);
}

struct guests *capacity_guests(const husly_problem *problem, const struct placing *plan)
{
    struct guests *guests = check_take(plan, (size_t)problem->dwelling_count, sizeof *guests);
    for (int household = 0; household < problem->household_count && guests != NULL; household++) {
        const int dwelling = plan->dwelling_of[household];
        if (dwelling == NONE)
            continue;
        const husly_household *people = problem->households[household].given;
        guests[dwelling].households += 1;
        guests[dwelling].persons += people->adults + people->children;
        guests[dwelling].singles += people->adults + people->children == 1;
    }
    return guests;
}

/* What the plan puts into one dwelling against what its kind says it holds (contract rules 1 and
 * 8). */
static bool dwelling_holds(const husly_problem *problem, const struct guests *guests, int dwelling,
                           struct breach *breach)
{
    const husly_dwelling *given = problem->dwellings[dwelling].given;
    int64_t places = given->places == HUSLY_NO_NUMBER && given->kind == HUSLY_KIND_SHARED
                         ? given->rooms
                         : given->places;
    bool together = given->kind == HUSLY_KIND_SHARED || given->kind == HUSLY_KIND_SITE ||
                    given->kind == HUSLY_KIND_MINORS || given->kind == HUSLY_KIND_TRANSIT;
    breach->used = together ? guests->persons : guests->households;
    breach->limit = together ? places : 1;
    breach->dwelling = dwelling;
    return breach->used <= breach->limit;
}

/* Whether the household is where the first of its party by id is. */
static bool party_is_whole(const husly_problem *problem, const struct placing *plan, int household,
                           struct breach *breach)
{
    const int party = problem->households[household].party;
    if (party == NONE)
        return true;
    int own = plan->dwelling_of[household];
    int leads = plan->dwelling_of[problem->of_party.first[party]];
    breach->household = household;
    breach->dwelling = own != NONE ? own : leads;
    breach->used = own != NONE ? 1 : -1;
    breach->limit = 0;
    return own == leads;
}

static bool check_dwellings_and_parties(const husly_problem *problem, const struct placing *plan,
                                        const struct guests *guests, breach_fn *tell, void *user)
{
    bool holds = true;
    bool more = true;
    char row[512];
    for (int dwelling = 0; dwelling < problem->dwelling_count && more; dwelling++) {
        struct breach breach = {.rule = "capacity", .row = row, .household = NONE};
        if (dwelling_holds(problem, &guests[dwelling], dwelling, &breach))
            continue;
        holds = false;
        snprintf(row, sizeof row, "dwelling/%s", problem->dwellings[dwelling].id);
        more = tell(&breach, user);
    }
    for (int household = 0; household < problem->household_count && more; household++) {
        struct breach breach = {.rule = "capacity", .row = row};
        if (party_is_whole(problem, plan, household, &breach))
            continue;
        holds = false;
        const struct household *people = &problem->households[household];
        snprintf(row, sizeof row, "party/%s/%s/%s", problem->parties[people->party],
                 problem->dwellings[breach.dwelling].id, people->id);
        more = tell(&breach, user);
    }
    return holds;
}

static bool capacity_check(const husly_problem *problem, const struct placing *plan,
                           breach_fn *tell, void *user)
{
    const struct guests *guests = capacity_guests(problem, plan);
    if (guests == NULL)
        return false;
    bool holds = check_dwellings_and_parties(problem, plan, guests, tell, user);
    holds = home_check(problem, guests, tell, user) && holds;
    return near_check(problem, plan, tell, user) && holds;
}

const struct rule rule_capacity = {.code = WORDS_LATER("capacity"),
                                   .number = 8,
                                   .compile_rows = capacity_rows,
                                   .compile_pair = capacity_pair,
                                   .compile_extras = capacity_columns,
                                   .check = capacity_check};
