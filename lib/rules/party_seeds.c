/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pairs that no plan can use because the party cannot go there whole. Each keeps its column, since
 * a certificate counts every lawful pair, and gets a cut `x <= 0` made of party rows and the
 * dwelling's row (contract § 7), which anybody can work out again.
 */
#include "base/memory.h"
#include "rules/capacity.h"
#include "rules/pairs.h"

enum { ONE = 1000000 };

struct seed {
    struct term *terms;
    int count;
};

static void add_term(struct seed *seed, int row, int64_t multiplier)
{
    if (multiplier != 0)
        seed->terms[seed->count++] = (struct term){TERM_ROW, row, multiplier};
}

/* Adds what proves x_member <= 0 when another member has no pair here: its party row says that the
 * first is not here either, or the first is the one without. */
static bool seed_by_absence(struct seed *seed, const struct builder *builder,
                            const struct capacity_rows *rows, int household, int dwelling)
{
    int first = rows->first[household];
    int absent = first;
    while (absent != NONE && pairs_has(builder->pairs, absent, dwelling))
        absent = rows->next[absent];
    if (absent == NONE)
        return false;
    if (household != first)
        add_term(seed, party_row(rows, household, dwelling), ONE);
    if (absent != first)
        add_term(seed, party_row(rows, absent, dwelling), -ONE);
    return true;
}

/* Adds `share` times the load of every other member to this household's column and takes it away
 * from theirs, by party rows: what the whole party takes then stands on one column. */
static void gather_party(struct seed *seed, const husly_problem *problem,
                         const struct capacity_rows *rows, int household, int dwelling,
                         int64_t share)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t gathered = 0;
    for (int member = rows->first[household]; member != NONE; member = rows->next[member]) {
        if (member == household)
            continue;
        int64_t load = share * capacity_load(&problem->households[member], home);
        gathered += load;
        if (member != rows->first[household])
            add_term(seed, party_row(rows, member, dwelling), -load);
    }
    if (household != rows->first[household])
        add_term(seed, party_row(rows, household, dwelling), gathered);
}

/* Adds what proves x_member <= 0 when the dwelling cannot hold all members: with the load P of the
 * party gathered on one column, P x <= limit < P, divided by P and rounded down. The limit of a
 * home that opens with a number of persons is no number, and its pairs stay alive. */
static bool seed_by_load(struct seed *seed, const struct builder *builder,
                         const struct capacity_rows *rows, int household, int dwelling)
{
    const husly_problem *problem = builder->problem;
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t load = 0;
    for (int member = rows->first[household]; member != NONE; member = rows->next[member])
        load += capacity_load(&problem->households[member], home);
    if (load < 2 || load <= capacity_limit(home) || rows->dwelling[dwelling] == NO_INDEX ||
        home_opens_with(home))
        return false;
    /* Beyond a load of a thousand a millionth is too coarse, and the pair simply stays alive. */
    int64_t share = (ONE + load - 1) / load;
    if (share * capacity_limit(home) >= ONE)
        return false;
    add_term(seed, rows->dwelling[dwelling], share);
    gather_party(seed, problem, rows, household, dwelling, share);
    return true;
}

int party_seed(struct builder *builder, const struct capacity_rows *rows, int household,
               int dwelling)
{
    struct pool *pool = builder->pool;
    const int members =
        problem_party_size(builder->problem, builder->problem->households[household].party);
    if (members < 2 || pool->failed)
        return NO_INDEX;
    struct seed seed = {memory_new((size_t)members + 1, sizeof *seed.terms), 0};
    int index = NO_INDEX;
    if (seed.terms == NULL)
        pool->failed = true;
    else if (seed_by_absence(&seed, builder, rows, household, dwelling) ||
             seed_by_load(&seed, builder, rows, household, dwelling))
        index = pool_add_seed(pool, seed.terms, seed.count);
    memory_free(seed.terms);
    return index;
}
