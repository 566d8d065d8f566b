/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random pools whose parts are searched in programs drawn from them, much too small at first,
 * against the search of whole programs; and every proof read again over all choices, those that
 * were set aside among them.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "program/pool.h"
#include "solve/root/root.h"
#include "solve/root/scan.h"
#include "solve/solve_pool.h"
#include "support/check.h"
#include "support/proof_reader.h"

enum { GROUPS = 7, PLACES = 8, SITES = 2, ZONES = 2, CLASSES = 2, STAGES = 3, POOLS = 300 };

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

static const char *const names_of_stages[] = {"need", "fit", "cost"};
static const char *const names_of_zones[] = {"A0", "A1"};
static const char *const names_of_classes[] = {"c0", "c1"};
static const int64_t totals[STAGES] = {0};

/* Need says nothing of the place, and so leaves a choice. */
static void worth(const void *user, int stage, int group, const int *places, int count,
                  int64_t *out)
{
    for (int k = 0; k < count; k++) {
        uint64_t state = *(const uint64_t *)user + (uint64_t)(stage * 1000 + group * 50);
        if (stage > 0)
            state += (uint64_t)places[k];
        out[k] = stage == 0 ? 1000 + below(&state, 5) * 300 : below(&state, 120) - 20;
    }
}

/* The first two groups go together, or nowhere. */
static void add_party(struct pool *pool)
{
    for (int place = 0; place < PLACES; place++) {
        const int row = pool_add_row(pool, pool_name(pool, "party/P/D%d/H1", place), true, 0);
        for (int group = 0; group < 2; group++) {
            if (bits_has(pool->allowed + (size_t)group * pool->words_a_group, place))
                pool_add_link(pool, (struct pool_link){group, place, row, group == 0 ? -1 : 1});
        }
    }
}

static void add_groups(struct pool *pool, uint64_t *state)
{
    pool->words_a_group = bits_words(PLACES);
    pool->allowed = memory_new(GROUPS * pool->words_a_group, sizeof(uint64_t));
    for (int group = 0; group < GROUPS; group++) {
        pool_add_group(pool, pool_name(pool, "H%d", group));
        pool->groups[group].measures[1] = 1 + below(state, 4);
        for (int place = 0; place < PLACES; place++) {
            if (below(state, 4) > 0)
                bits_add(pool->allowed + (size_t)group * pool->words_a_group, place);
        }
    }
    if (below(state, 3) == 0 && bits_has(pool->allowed + 3 * pool->words_a_group, 5))
        pool->groups[3].pinned = 5;
}

static void add_places(struct pool *pool, uint64_t *state, int right)
{
    int areas[ZONES], even[ZONES];
    for (int zone = 0; zone < ZONES; zone++) {
        areas[zone] = pool_add_row(pool, pool_name(pool, "area_persons/A%d", zone), false,
                                   5 + below(state, 6));
        even[zone] = pool_add_row(pool, pool_name(pool, "even/A%d", zone), false, below(state, 4));
    }
    for (int place = 0; place < PLACES; place++) {
        const int zone = place % ZONES;
        const int row = pool_add_row(pool, pool_name(pool, "dwelling/D%d", place), false,
                                     place < SITES ? 4 : 1);
        pool_add_place(pool, pool_name(pool, "D%d", place), place, zone);
        pool_add_entry(pool, row, place < SITES ? 1 : 0, 1);
        pool_add_entry(pool, areas[zone], 1, 1);
        pool_add_entry(pool, even[zone], 1, 1);
        if (place >= SITES)
            pool_add_entry(pool, right, 0, 1);
    }
    for (int zone = 0; zone < ZONES; zone++) {
        for (int step = 1; step <= 3; step++) {
            pool_add_count(pool, pool_name(pool, "even/A%d/%d", zone, step), 6, step * 9);
            pool_add_count_entry(pool, even[zone], -1);
        }
    }
}

static struct pool *random_pool(uint64_t *state, uint64_t *seed)
{
    struct pool *pool = pool_new();
    int *classes = arena_take(pool->arena, GROUPS, sizeof *classes);
    pool_set_classes(pool, names_of_classes, CLASSES);
    pool_set_zones(pool, names_of_zones, ZONES);
    pool->stages = names_of_stages;
    pool->totals = totals;
    pool->stage_count = STAGES;
    pool->priced_stage = 1;
    pool->points = worth;
    pool->user = seed;
    *seed = next_random(state);
    add_groups(pool, state);
    for (int group = 0; group < GROUPS; group++)
        classes[group] = below(state, CLASSES + 1) - 1;
    const int right = pool_add_row(pool, "right/U", false, 1 + below(state, 3));
    const int extra = pool_add_row(pool, "extra/O", false, 1);
    add_places(pool, state, right);
    pool_add_count(pool, "U", 1, 0);
    pool_add_count_entry(pool, right, -1);
    pool_add_count_entry(pool, extra, 1);
    int *rows = pool_add_table(pool, classes, 1);
    for (int at = 0; at < CLASSES * ZONES; at++)
        rows[at] = pool_add_row(pool, pool_name(pool, "group/%d", at), false, 3 + below(state, 3));
    if (below(state, 2) == 0)
        add_party(pool);
    CHECK(pool_finish(pool));
    return pool;
}

/* A proof speaks of a drawn program by name; the same of the whole one, by index. */
struct translation {
    const struct program *program;
    const struct proof_names *names;
    struct arena *arena;
};

static int row_named(const struct translation *it, int row)
{
    for (int own = 0; own < it->program->row_count; own++) {
        if (strcmp(it->program->rows[own].name, it->names->rows[row]) == 0)
            return own;
    }
    CHECK(false);
    return 0;
}

static int column_named(const struct translation *it, const char *name)
{
    for (int own = 0; own < it->program->column_count; own++) {
        if (strcmp(it->program->columns[own].name, name) == 0)
            return own;
    }
    CHECK(false);
    return 0;
}

static void translate_terms(const struct translation *it, struct term **terms, int count)
{
    struct term *copy = arena_take(it->arena, (size_t)count + 1, sizeof *copy);
    for (int k = 0; k < count; k++) {
        copy[k] = (*terms)[k];
        if (copy[k].kind == TERM_ROW)
            copy[k].index = row_named(it, copy[k].index);
    }
    *terms = copy;
}

static struct proof translated(const struct translation *it, const struct proof *proof)
{
    struct proof copy = *proof;
    translate_terms(it, &copy.aside, copy.aside_count);
    copy.cuts = arena_take(it->arena, (size_t)copy.cut_count + 1, sizeof *copy.cuts);
    for (int cut = 0; cut < copy.cut_count; cut++) {
        copy.cuts[cut] = proof->cuts[cut];
        translate_terms(it, &copy.cuts[cut].terms, copy.cuts[cut].term_count);
    }
    copy.leaves = arena_take(it->arena, (size_t)copy.leaf_count + 1, sizeof *copy.leaves);
    for (int leaf = 0; leaf < copy.leaf_count; leaf++) {
        struct leaf *own = &copy.leaves[leaf];
        *own = proof->leaves[leaf];
        translate_terms(it, &own->terms, own->term_count);
        struct fixing *fixings =
            arena_take(it->arena, (size_t)own->fixing_count + 1, sizeof *fixings);
        for (int k = 0; k < own->fixing_count; k++) {
            fixings[k] = own->fixings[k];
            if (fixing_has_column(&fixings[k]))
                fixings[k].column = column_named(it, proof_fixed(it->names, &fixings[k]));
        }
        own->fixings = fixings;
    }
    return copy;
}

/* Marks what the multipliers set aside at the level, and finds that they really do. */
static void mark_aside(const struct reader *reader, int stage, bool *aside)
{
    const struct program *program = reader->program;
    const struct leaf all = {.terms = reader->proof->aside,
                             .term_count = reader->proof->aside_count};
    wide left[READER_COLUMNS] = {0}, total = 0, groups = 0;
    for (int k = 0; k < all.term_count; k++)
        reader_add_term(reader, &all.terms[k], left, &total);
    for (int column = 0; column < program->column_count; column++)
        left[column] = (wide)program->objectives[stage][column] * 1000000 - left[column];
    for (int group = 0; group < program->group_count; group++)
        groups += reader_group_share(reader, &all, group, left);
    total += groups;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX)
            total += reader_count_share(it, &all, column, left[column]);
    }
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX || it->pinned)
            continue;
        const wide loss = reader_group_share(reader, &all, it->group, left) - left[column];
        aside[column] = wide_floor(total - loss, 1000000) <= reader->proof->level;
    }
}

/* The bound that a proof proves over all choices. */
static int64_t bound_of(const struct program *program, int stage, const struct proof *proof)
{
    bool aside[READER_COLUMNS] = {false};
    struct reader reader = {.program = program, .proof = proof};
    CHECK(program->column_count <= READER_COLUMNS);
    reader.cuts = memory_new((size_t)proof->cut_count + 1, sizeof *reader.cuts);
    reader.cut_rhs = memory_new((size_t)proof->cut_count + 1, sizeof *reader.cut_rhs);
    reader_read_cuts(&reader);
    if (proof->level > INT64_MIN)
        mark_aside(&reader, stage, aside);
    reader.aside = aside;
    int64_t bound = proof->level;
    for (int leaf = 0; leaf < proof->leaf_count; leaf++) {
        const int64_t own = reader_bound(&reader, stage, &proof->leaves[leaf]);
        bound = own > bound ? own : bound;
    }
    CHECK(reader_covers(proof->leaves, proof->leaf_count, 0));
    memory_free(reader.cuts);
    memory_free(reader.cut_rhs);
    return bound;
}

static int set_aside_count;

static void check_part(const struct pool *pool, const struct solution *solution)
{
    struct program *program = pool_program(pool, NULL);
    struct arena *arena = arena_new();
    for (int stage = 0; stage < STAGES; stage++) {
        const struct stage_answer *answer = &solution->stages[stage];
        const struct translation translation = {program, &answer->names, arena};
        const struct proof proof = translated(&translation, &answer->proof);
        const int64_t bound = bound_of(program, stage, &proof);
        CHECK(bound <= answer->proof.bound);
        CHECK(bound >= answer->value);
        set_aside_count += proof.level > INT64_MIN;
        program_add_floor(program, stage, answer->value);
    }
    arena_free(arena);
    program_free(program);
}

static struct round_solution solve(const struct pool *pool, int above, int most,
                                   struct arena *arena)
{
    struct round_solution solution;
    husly_error error;
    const struct solve_limits limits = {
        .undivided = true, .draw_above = above, .draw_most = most, .threads = 1};
    CHECK_NUMBER(solve_pool(&solution, pool, &limits, arena, &error), HUSLY_OK);
    CHECK(solution.part_count == 1);
    return solution;
}

static int proven, all;

static void check_pool(uint64_t number)
{
    uint64_t state = number, seed;
    struct arena *arena = arena_new();
    struct pool *pool = random_pool(&state, &seed);
    const struct round_solution whole = solve(pool, 1000000, 0, arena);
    const struct round_solution drawn = solve(pool, 1, GROUPS * (1 + below(&state, 2)), arena);
    CHECK((whole.end == SOLVE_NO_PLAN) == (drawn.end == SOLVE_NO_PLAN));
    bool same = whole.end == SOLVE_DONE && drawn.end == SOLVE_DONE;
    for (int stage = 0; stage < STAGES && same; stage++) {
        CHECK(whole.stages[stage].value == whole.stages[stage].bound);
        CHECK(drawn.stages[stage].value <= whole.stages[stage].value);
        CHECK(drawn.stages[stage].bound >= whole.stages[stage].value);
        all++;
        proven += drawn.stages[stage].bound == drawn.stages[stage].value;
        same = drawn.stages[stage].value == whole.stages[stage].value;
    }
    if (drawn.end == SOLVE_DONE)
        check_part(pool, &drawn.parts[0]);
    pool_free(pool);
    arena_free(arena);
}

struct sums {
    wide values[GROUPS][PLACES];
};

static void sum_up(void *user, const struct look *look)
{
    struct sums *sums = user;
    for (int k = 0; k < look->count; k++)
        sums->values[look->group][look->places[k]] = look->values[k];
}

/* What a scan says of every choice, by the columns of the whole program; on one thread or three. */
static void check_scan(uint64_t number)
{
    uint64_t state = number, seed;
    struct pool *pool = random_pool(&state, &seed);
    struct program *program = pool_program(pool, NULL);
    int64_t multipliers[128];
    for (int row = 0; row < pool->row_count + 1; row++)
        multipliers[row] = below(&state, 3) == 0 ? 0 : below(&state, 90000000);
    program_add_floor(program, 0, 0);
    for (int threads = 1; threads <= 3; threads += 2) {
        struct sums sums = {0};
        struct scan *scan = scan_new(pool, threads);
        scan_pay(scan, 1, multipliers);
        scan_all(scan, sum_up, &sums);
        for (int column = 0; column < program->column_count; column++) {
            const struct program_column *it = &program->columns[column];
            wide left = (wide)program->objectives[1][column] * 1000000;
            for (int k = 0; k < it->entry_count; k++) {
                const struct program_entry *entry = &program->entries[it->first_entry + k];
                const int row = entry->row < pool->row_count ? entry->row : pool->row_count;
                left -= (wide)entry->coefficient * multipliers[row];
            }
            const bool pinned = it->group != NO_INDEX && pool->groups[it->group].pinned >= 0;
            if (it->group == NO_INDEX)
                CHECK(left ==
                      scan_count(scan, column - (program->column_count - pool->count_count)));
            else if (!pinned || it->pinned)
                CHECK(left == sums.values[it->group][it->key]);
        }
        scan_free(scan);
    }
    program_free(program);
    pool_free(pool);
}

int main(void)
{
    for (uint64_t number = 1; number <= POOLS; number++) {
        check_scan(number);
        check_pool(number);
    }
    CHECK(set_aside_count > POOLS / 4);
    CHECK(proven > all / 2);
    printf("%d of %d proven, %d with pairs aside\n", proven, all, set_aside_count);
    return check_result();
}
