/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random pools of several towns that share no row: solved in parts they are worth what the towns
 * are worth each by itself and what the whole is worth undivided; and whatever the threads, choices
 * and proofs are the same.
 */
#include <string.h>

#include "solve/solve_pool.h"
#include "support/towns.h"

enum { ROUNDS = 60 };

static struct round_solution solved(const struct pool *pool, struct solve_limits limits,
                                    struct arena *arena)
{
    struct round_solution solution;
    husly_error error = {0};
    CHECK_NUMBER(solve_pool(&solution, pool, &limits, arena, &error), HUSLY_OK);
    return solution;
}

static void check_terms(const struct term *one, const struct term *other, int count)
{
    for (int k = 0; k < count; k++) {
        CHECK_NUMBER(one[k].kind, other[k].kind);
        CHECK_NUMBER(one[k].index, other[k].index);
        CHECK_NUMBER(one[k].multiplier, other[k].multiplier);
    }
}

static void check_proofs(const struct stage_answer *one, const struct stage_answer *other)
{
    CHECK_NUMBER(one->value, other->value);
    CHECK_NUMBER(one->proof.bound, other->proof.bound);
    CHECK_NUMBER(one->proof.cut_count, other->proof.cut_count);
    CHECK_NUMBER(one->proof.leaf_count, other->proof.leaf_count);
    if (one->proof.cut_count != other->proof.cut_count ||
        one->proof.leaf_count != other->proof.leaf_count)
        return;
    for (int cut = 0; cut < one->proof.cut_count; cut++) {
        CHECK_NUMBER(one->proof.cuts[cut].term_count, other->proof.cuts[cut].term_count);
        check_terms(one->proof.cuts[cut].terms, other->proof.cuts[cut].terms,
                    one->proof.cuts[cut].term_count);
    }
    for (int leaf = 0; leaf < one->proof.leaf_count; leaf++) {
        const struct leaf *a = &one->proof.leaves[leaf], *b = &other->proof.leaves[leaf];
        CHECK_NUMBER(a->term_count, b->term_count);
        CHECK_NUMBER(a->fixing_count, b->fixing_count);
        check_terms(a->terms, b->terms, a->term_count);
        for (int k = 0; k < a->fixing_count; k++)
            CHECK_TEXT(proof_fixed(&one->names, &a->fixings[k]),
                       proof_fixed(&other->names, &b->fixings[k]));
        for (int k = 0; k < a->term_count; k++) {
            if (a->terms[k].kind == TERM_ROW)
                CHECK_TEXT(one->names.rows[a->terms[k].index],
                           other->names.rows[b->terms[k].index]);
        }
    }
}

static void check_same(const struct round_solution *one, const struct round_solution *other,
                       int group_count)
{
    CHECK_NUMBER(one->end, other->end);
    CHECK_NUMBER(one->work, other->work);
    CHECK_NUMBER(one->part_count, other->part_count);
    for (int group = 0; group < group_count; group++) {
        CHECK_NUMBER(one->choices[group], other->choices[group]);
        CHECK_NUMBER(one->part_of[group], other->part_of[group]);
    }
    for (int part = 0; part < one->part_count; part++) {
        CHECK_NUMBER(one->parts[part].stage_count, other->parts[part].stage_count);
        for (int stage = 0; stage < one->parts[part].stage_count; stage++)
            check_proofs(&one->parts[part].stages[stage], &other->parts[part].stages[stage]);
    }
}

/* What the choices are worth, and that they are lawful, by the program of all. */
static void check_choices(const struct round_solution *solution, const struct program *program,
                          const struct pool *pool)
{
    int64_t value = 0;
    int chosen = 0, placed = 0;
    for (int group = 0; group < pool->group_count; group++)
        placed += solution->choices[group] != NO_INDEX;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX || solution->choices[it->group] != pool->places[it->key].key)
            continue;
        value += program->objectives[0][column];
        chosen++;
    }
    CHECK_NUMBER(chosen, placed);
    CHECK_NUMBER(value, solution->stages[0].value);
}

static void check_sums(uint64_t seed, const struct round_solution *whole, struct arena *arena)
{
    int64_t sums[STAGES] = {0};
    int parts = 0;
    for (int town = 0; town < TOWNS; town++) {
        struct towns alone;
        open_pool(&alone, seed, town, town + 1);
        const struct round_solution it = solved(alone.pool, (struct solve_limits){0}, arena);
        for (int stage = 0; stage < STAGES; stage++)
            sums[stage] += it.stages[stage].value;
        parts += it.part_count;
        pool_free(alone.pool);
    }
    CHECK_NUMBER(whole->part_count, parts);
    for (int stage = 0; stage < STAGES; stage++) {
        CHECK_NUMBER(whole->stages[stage].value, sums[stage]);
        CHECK_NUMBER(whole->stages[stage].bound, sums[stage]);
    }
}

static void check_undivided(const struct pool *pool, const struct round_solution *whole,
                            struct arena *arena)
{
    struct program *program = pool_program(pool, NULL);
    struct solution undivided;
    husly_error error = {0};
    const struct solve_limits limits = {.work = 400000};
    check_choices(whole, program, pool);
    struct solve_limits as_one = limits;
    as_one.undivided = true;
    const struct round_solution one = solved(pool, as_one, arena);
    CHECK_NUMBER(one.part_count, 1);
    CHECK_NUMBER(solve_program(&undivided, program, &limits, arena, &error), HUSLY_OK);
    bool proven = true;
    for (int stage = 0; stage < STAGES && proven; stage++) {
        const struct stage_answer *answer = &undivided.stages[stage];
        proven = answer->value == answer->proof.bound;
        CHECK_NUMBER(one.stages[stage].value, answer->value);
        CHECK_NUMBER(one.stages[stage].bound, answer->proof.bound);
        CHECK(whole->stages[stage].value >= answer->value);
        CHECK(!proven || whole->stages[stage].value == answer->value);
    }
    program_free(program);
}

static void check_round(uint64_t seed)
{
    struct arena *arena = arena_new();
    struct towns towns;
    open_pool(&towns, seed, 0, TOWNS);
    const struct round_solution one =
        solved(towns.pool, (struct solve_limits){.threads = 1}, arena);
    CHECK(one.part_count >= TOWNS);
    check_sums(seed, &one, arena);
    if (seed % 4 == 0)
        check_undivided(towns.pool, &one, arena);
    for (int threads = 2; threads <= 8; threads += 6) {
        const struct round_solution more =
            solved(towns.pool, (struct solve_limits){.threads = threads}, arena);
        check_same(&one, &more, towns.pool->group_count);
    }
    pool_free(towns.pool);
    arena_free(arena);
}

/* A limit of work or a gap stops each part where it would without the others. */
static void check_limits(uint64_t seed)
{
    struct arena *arena = arena_new();
    struct towns towns;
    open_pool(&towns, seed, 0, TOWNS);
    struct solve_limits limits = {.work = 3, .gap_ppm = 20000, .threads = 1};
    const struct round_solution one = solved(towns.pool, limits, arena);
    limits.threads = 8;
    const struct round_solution more = solved(towns.pool, limits, arena);
    check_same(&one, &more, towns.pool->group_count);
    for (int stage = 0; stage < STAGES; stage++)
        CHECK(one.stages[stage].bound >= one.stages[stage].value);
    pool_free(towns.pool);
    arena_free(arena);
}

/* What a listener was told. */
struct heard {
    int calls, inside;
    bool stops, odd;
    int64_t value[STAGES];
};

static bool listen(const struct solve_progress *progress, void *user)
{
    struct heard *heard = user;
    heard->odd = heard->odd || heard->inside++ != 0 || progress->stage >= STAGES ||
                 progress->parts_done > progress->parts || progress->bound < progress->value ||
                 progress->doing > SOLVE_DOING_END;
    heard->calls++;
    heard->inside--;
    return !heard->stops;
}

/* Whoever is asked to stop at once keeps a lawful plan of every part, and all stages. */
static void check_interrupted(uint64_t seed)
{
    struct arena *arena = arena_new();
    struct towns towns;
    struct heard heard = {.stops = true};
    open_pool(&towns, seed, 0, TOWNS);
    const struct round_solution stopped =
        solved(towns.pool,
               (struct solve_limits){.threads = 2, .on_progress = listen, .user = &heard}, arena);
    CHECK(heard.calls == 1 && !heard.odd);
    CHECK_NUMBER(stopped.end, SOLVE_STOPPED_BY_CALLER);
    struct program *program = pool_program(towns.pool, NULL);
    check_choices(&stopped, program, towns.pool);
    for (int part = 0; part < stopped.part_count; part++)
        CHECK_NUMBER(stopped.parts[part].stage_count, STAGES);
    program_free(program);
    pool_free(towns.pool);
    arena_free(arena);
}

/* Two pins that only one home could serve leave no plan, whoever else has one. */
static void check_no_plan(uint64_t seed)
{
    struct arena *arena = arena_new();
    struct towns towns;
    open_pool(&towns, seed, 0, TOWNS);
    const int first = 3 * GROUPS, place = 3 * PLACES;
    for (int group = first; group < first + 2; group++) {
        towns.pool->groups[group].pinned = place;
        bits_add(towns.pool->allowed + (size_t)group * towns.pool->words_a_group, place);
    }
    for (int threads = 1; threads <= 2; threads++)
        CHECK_NUMBER(solved(towns.pool, (struct solve_limits){.threads = threads}, arena).end,
                     SOLVE_NO_PLAN);
    pool_free(towns.pool);
    arena_free(arena);
}

/* Seconds that are gone before it begins: a plan all the same, and told as stopped or proven. */
static void check_seconds(uint64_t seed)
{
    struct arena *arena = arena_new();
    struct towns towns;
    open_pool(&towns, seed, 0, TOWNS);
    const struct round_solution stopped =
        solved(towns.pool, (struct solve_limits){.threads = 2, .seconds = 1e-9}, arena);
    CHECK(stopped.end == SOLVE_STOPPED_BY_LIMIT || stopped.end == SOLVE_DONE);
    CHECK_NUMBER(stopped.stage_count, STAGES);
    struct program *program = pool_program(towns.pool, NULL);
    check_choices(&stopped, program, towns.pool);
    program_free(program);
    pool_free(towns.pool);
    arena_free(arena);
}

static void check_nobody(void)
{
    struct arena *arena = arena_new();
    struct towns towns;
    open_pool(&towns, 1, 0, 0);
    const struct round_solution none = solved(towns.pool, (struct solve_limits){0}, arena);
    CHECK_NUMBER(none.part_count, 1);
    CHECK_NUMBER(none.end, SOLVE_DONE);
    pool_free(towns.pool);
    arena_free(arena);
}

int main(void)
{
    for (uint64_t seed = 1; seed <= ROUNDS; seed++)
        check_round(seed);
    for (uint64_t seed = 100; seed < 110; seed++) {
        check_limits(seed);
        check_interrupted(seed);
        check_no_plan(seed);
        check_seconds(seed);
    }
    check_nobody();
    return check_result();
}
