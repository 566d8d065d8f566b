/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/capacity.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/words.h"
#include "rules/measures.h"
#include "rules/pairs.h"

int64_t capacity_load(const struct household *people, const struct dwelling *home)
{
    return kind_is_single(home->kind) ? 1 : people->persons;
}

int64_t capacity_limit(const struct dwelling *home)
{
    return kind_is_single(home->kind) ? 1 : home->places;
}

/* A dwelling that all who may have it fill no further than it goes needs no row; a home that opens
 * with a number of persons has no places as long as it is closed. */
static bool add_dwelling_rows(struct builder *builder, struct capacity_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    rows->dwelling =
        arena_take(pool->arena, (size_t)problem->dwelling_count + 1, sizeof *rows->dwelling);
    for (int dwelling = 0; dwelling < problem->dwelling_count && rows->dwelling != NULL;
         dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        const struct takers *takers = &builder->pairs->takers[dwelling];
        const int64_t possible = kind_is_single(home->kind) ? takers->households : takers->persons;
        const int64_t limit = home_opens_with(home) ? 0 : capacity_limit(home);
        rows->dwelling[dwelling] = NO_INDEX;
        if (possible > limit)
            rows->dwelling[dwelling] =
                pool_add_row(pool, pool_name(pool, "dwelling/%s", home->id), false, limit);
    }
    return rows->dwelling != NULL;
}

/* Households come in order of id, so that the first one met is the party's first. */
static bool chain_parties(struct builder *builder, struct capacity_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
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

static bool either_has(const struct builder *builder, const struct capacity_rows *rows, int member,
                       int dwelling)
{
    return pairs_has(builder->pairs, member, dwelling) ||
           pairs_has(builder->pairs, rows->first[member], dwelling);
}

/* member − first = 0 in every dwelling where either has a lawful pair. */
static bool add_member_rows(struct builder *builder, struct capacity_rows *rows, int member)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const struct household *people = &problem->households[member];
    int count = 0;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        count += either_has(builder, rows, member, dwelling);
    int *dwellings = arena_take(pool->arena, (size_t)count + 1, sizeof *dwellings);
    rows->party[member] = (struct party_rows){dwellings, count, pool->row_count};
    for (int dwelling = 0; dwelling < problem->dwelling_count && dwellings != NULL; dwelling++) {
        if (!either_has(builder, rows, member, dwelling))
            continue;
        *dwellings++ = dwelling;
        pool_add_row(pool,
                     pool_name(pool, "party/%s/%s/%s", problem->parties[people->party],
                               problem->dwellings[dwelling].id, people->id),
                     true, 0);
    }
    return dwellings != NULL;
}

static int compare_numbers(const void *one, const void *other)
{
    const int *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

int party_row(const struct capacity_rows *rows, int household, int dwelling)
{
    const struct party_rows *it = &rows->party[household];
    const int *found = it->count > 0 ? bsearch(&dwelling, it->dwellings, (size_t)it->count,
                                               sizeof dwelling, compare_numbers)
                                     : NULL;
    return found != NULL ? it->first_row + (int)(found - it->dwellings) : NO_INDEX;
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
    struct capacity_rows *rows = arena_take(builder->pool->arena, 1, sizeof *rows);
    *state = rows;
    return rows != NULL && add_dwelling_rows(builder, rows) &&
           home_rows_add(builder, &rows->homes) && chain_parties(builder, rows) &&
           add_party_rows(builder, rows) && near_rows_add(builder, &rows->near);
}

static void capacity_place(struct builder *builder, void *state, int dwelling)
{
    const struct capacity_rows *rows = state;
    const husly_kind kind = builder->problem->dwellings[dwelling].kind;
    pool_add_entry(builder->pool, rows->dwelling[dwelling],
                   kind_is_single(kind) ? MEASURE_ONE : MEASURE_PERSONS, 1);
    home_place(builder, &rows->homes, dwelling);
}

static void party_links(struct builder *builder, const struct capacity_rows *rows, int group,
                        int place)
{
    const int household = builder->household_of[group];
    const int dwelling = builder->dwelling_of[place];
    const int first = rows->first[household];
    if (first == NONE)
        return;
    if (first != household)
        pool_add_link(builder->pool,
                      (struct pool_link){group, place, party_row(rows, household, dwelling), 1});
    else
        for (int member = rows->next[household]; member != NONE; member = rows->next[member])
            pool_add_link(builder->pool,
                          (struct pool_link){group, place, party_row(rows, member, dwelling), -1});
}

/* Where both rule a pair out, the party's cut is told. */
static void mark_dead(struct builder *builder, const struct capacity_rows *rows, int group,
                      int place)
{
    const int household = builder->household_of[group];
    const int dwelling = builder->dwelling_of[place];
    const int near = near_seed(builder, &rows->near, household, dwelling);
    const int party = party_seed(builder, rows, household, dwelling);
    const int seed = party != NO_INDEX ? party : near;
    if (seed != NO_INDEX)
        pool_add_dead(builder->pool, (struct pool_dead){group, place, seed});
}

static void capacity_group(struct builder *builder, void *state, int group)
{
    const struct capacity_rows *rows = state;
    const int household = builder->household_of[group];
    const uint64_t *allowed = pool_allowed(builder->pool, group);
    const int end = builder->pool->place_count;
    if (rows->first[household] == NONE && rows->near.first[household] == NONE)
        return;
    for (int place = bits_next(allowed, 0, end); place < end && !builder->pool->failed;
         place = bits_next(allowed, place + 1, end)) {
        near_links(builder, &rows->near, group, place);
        party_links(builder, rows, group, place);
        mark_dead(builder, rows, group, place);
    }
}

static void capacity_counts(struct builder *builder, void *state)
{
    home_counts(builder, state);
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
                                   .compile_place = capacity_place,
                                   .compile_group = capacity_group,
                                   .compile_counts = capacity_counts,
                                   .check = capacity_check};
