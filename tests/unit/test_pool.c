/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs drawn from random pools against coefficients that are worked out by the formula of
 * program/pool.h. */
#include "support/random_pool.h"

/* The formula of the header, row by row. */
static int64_t coefficient_of(const struct pool *pool, int group, int place, int row)
{
    const struct pool_place *it = &pool->places[place];
    const int64_t *measures = pool->groups[group].measures;
    int64_t sum = 0;
    for (int k = it->first_entry; k < it->first_entry + it->entry_count; k++) {
        if (pool->entries[k].row == row)
            sum += pool->entries[k].factor * measures[pool->entries[k].measure];
    }
    for (int k = 0; k < pool->table_count && it->zone != NO_INDEX; k++) {
        const struct pool_table *table = &pool->tables[k];
        const int class = table->class_of[group];
        if (class != NO_INDEX && table->rows[class * ZONES + it->zone] == row)
            sum += measures[table->measure];
    }
    for (int k = 0; k < pool->link_count; k++) {
        const struct pool_link *link = &pool->links[k];
        if (link->group == group && link->place == place && link->row == row)
            sum += link->coefficient;
    }
    return sum;
}

static int seed_of(const struct pool *pool, int group, int place)
{
    for (int k = 0; k < pool->dead_count; k++) {
        if (pool->dead[k].group == group && pool->dead[k].place == place)
            return pool->dead[k].seed;
    }
    return NO_INDEX;
}

static void check_name(const char *name, const char *wanted, const char *and)
{
    CHECK(strncmp(name, wanted, strlen(wanted)) == 0);
    CHECK(name[strlen(wanted)] == '/');
    CHECK_TEXT(name + strlen(wanted) + 1, and);
}

/* The tie's own rows stand behind the pool's, one a group and zone. */
static int tie_row(const struct pool *pool, const struct program *program, int tie, int group,
                   int zone)
{
    char name[80];
    const int class = zone != NO_INDEX ? pool->ties[tie].class_of[group] : NO_INDEX;
    if (class == NO_INDEX || pool->ties[tie].counts[class * ZONES + zone] == NO_INDEX)
        return NO_INDEX;
    snprintf(name, sizeof name, "%s/%s/%s/%s", pool->ties[tie].prefix, classes[class], zones[zone],
             pool->groups[group].name);
    for (int row = pool->row_count; row < program->row_count; row++) {
        if (strcmp(program->rows[row].name, name) == 0)
            return row;
    }
    CHECK(false);
    return NO_INDEX;
}

static void check_choice(const struct pool *pool, const struct program *program, int column,
                         int group, int place)
{
    int64_t entries[ALL_ROWS * 2];
    const struct program_column *it = &program->columns[column];
    read_column(program, column, entries);
    for (int row = 0; row < pool->row_count; row++)
        CHECK_NUMBER(entries[row], coefficient_of(pool, group, place, row));
    for (int tie = 0; tie < pool->tie_count; tie++) {
        const int row = tie_row(pool, program, tie, group, pool->places[place].zone);
        if (row == NO_INDEX)
            continue;
        CHECK_NUMBER(entries[row], 1);
        CHECK(program->rows[row].lazy && !program->rows[row].equal && program->rows[row].rhs == 0);
        entries[row] = 0;
    }
    for (int row = pool->row_count; row < program->row_count; row++)
        CHECK_NUMBER(entries[row], 0);
    check_name(it->name, pool->groups[group].name, pool->places[place].name);
    CHECK(it->group == group && it->key == place && it->upper == 1);
    CHECK(it->pinned == (pool->groups[group].pinned == place));
    CHECK_NUMBER(it->dead_by, seed_of(pool, group, place));
    for (int stage = 0; stage < 2; stage++)
        CHECK_NUMBER(program->objectives[stage][column], worth(stage, group, place));
}

/* A count eases the ties of everybody who is drawn and tied to it. */
static void check_count(const struct pool *pool, const struct program *program, int column,
                        int count)
{
    int64_t entries[ALL_ROWS * 2], sums[ROWS] = {0};
    const struct pool_count *it = &pool->counts[count];
    read_column(program, column, entries);
    for (int k = it->first_entry; k < it->first_entry + it->entry_count; k++)
        sums[pool->count_entries[k].row] += pool->count_entries[k].coefficient;
    for (int row = 0; row < pool->row_count; row++)
        CHECK_NUMBER(entries[row], sums[row]);
    CHECK_TEXT(program->columns[column].name, it->name);
    CHECK(program->columns[column].group == NO_INDEX && program->columns[column].upper == 3);
    CHECK_NUMBER(program->objectives[0][column], 0);
    CHECK_NUMBER(program->objectives[1][column], -count);
}

static void check_ties(const struct pool *pool, const struct program *program)
{
    for (int row = pool->row_count; row < program->row_count; row++) {
        int eased = 0;
        for (int k = 0; k < program->entry_count; k++)
            eased += program->entries[k].row == row && program->entries[k].coefficient < 0;
        CHECK_NUMBER(eased, 1);
    }
}

static void check_program(const struct pool *pool, const struct pool_draw *draw)
{
    struct program *program = pool_program(pool, draw);
    int column = 0;
    CHECK_NUMBER(program->group_count, GROUPS);
    for (int group = 0; group < GROUPS; group++) {
        int all[PLACES];
        const int *places = draw != NULL ? draw->places + draw->first[group] : all;
        const int count = draw != NULL ? draw->first[group + 1] - draw->first[group]
                                       : pool_places(pool, group, all);
        for (int k = 0; k < count; k++)
            check_choice(pool, program, column++, group, places[k]);
    }
    for (int count = 0; count < COUNTS; count++)
        check_count(pool, program, column++, count);
    CHECK_NUMBER(program->column_count, column);
    CHECK_NUMBER(program->seed_count, pool->seed_count);
    CHECK(program->totals[0] == 0 && program->totals[1] == 700);
    check_ties(pool, program);
    program_free(program);
}

/* What is left of a row in a program that has only the rows it needs. */
static void check_row_left(const struct pool *pool, const struct program *program, int column,
                           const struct pool_draw *draw, int row)
{
    int64_t entries[ALL_ROWS * 2];
    const struct program_column *it = &program->columns[column];
    const int64_t coefficient = coefficient_of(pool, it->group, it->key, row);
    const int now = draw->row_of[row];
    read_column(program, column, entries);
    CHECK_NUMBER(now == NO_INDEX ? 0 : entries[now], coefficient);
    if (now == NO_INDEX) {
        CHECK(!draw->wanted[row]);
        CHECK(pool->rows[row].equal ? pool->rows[row].rhs == 0 : pool->rows[row].rhs >= 0);
        return;
    }
    CHECK_TEXT(program->rows[now].name, pool->rows[row].name);
    CHECK_NUMBER(program->rows[now].rhs, pool->rows[row].rhs);
    CHECK(program->rows[now].equal == pool->rows[row].equal);
}

static void check_seed_left(const struct pool *pool, const struct program *program, int column,
                            const struct pool_draw *draw)
{
    const struct program_column *it = &program->columns[column];
    const int seed = seed_of(pool, it->group, it->key);
    CHECK_NUMBER(it->dead_by, seed == NO_INDEX ? NO_INDEX : draw->seed_of[seed]);
    if (seed == NO_INDEX || it->dead_by == NO_INDEX)
        return;
    const struct cut *whole = &pool->seeds[seed], *left = &program->seeds[it->dead_by];
    CHECK_NUMBER(left->term_count, whole->term_count);
    for (int k = 0; k < left->term_count; k++) {
        const bool is_row = whole->terms[k].kind == TERM_ROW;
        const int index = whole->terms[k].index;
        CHECK_NUMBER(left->terms[k].index, is_row ? draw->row_of[index] : index);
        CHECK(left->terms[k].multiplier == whole->terms[k].multiplier);
    }
}

static int left_out; /* rows, in all draws */

static void check_rows_left(struct draft *draft, const int *first, const int *places)
{
    const struct pool *pool = draft->pool;
    bool wanted[ALL_ROWS * 2] = {false};
    int row_of[ALL_ROWS * 2], seed_of[GROUPS * PLACES];
    for (int row = 0; row < pool->row_count; row++)
        wanted[row] = below(draft, 4) == 0;
    CHECK(pool->seed_count <= GROUPS * PLACES);
    const struct pool_draw draw = {first, places, wanted, row_of, seed_of};
    struct program *program = pool_program(pool, &draw);
    for (int row = 0; row < pool->row_count; row++) {
        for (int column = 0; column < first[GROUPS]; column++)
            check_row_left(pool, program, column, &draw, row);
        left_out += row_of[row] == NO_INDEX;
    }
    for (int column = 0; column < first[GROUPS]; column++)
        check_seed_left(pool, program, column, &draw);
    program_free(program);
}

static void draw_some(struct draft *draft, int one_of, int *first, int *places)
{
    int count = 0;
    for (int group = 0; group < GROUPS; group++) {
        int all[PLACES];
        const int lawful = pool_places(draft->pool, group, all);
        first[group] = count;
        for (int k = 0; k < lawful; k++) {
            if (below(draft, one_of) == 0)
                places[count++] = all[k];
        }
    }
    first[GROUPS] = count;
}

static void check_draw(struct draft *draft)
{
    int first[GROUPS + 1], places[GROUPS * PLACES];
    draw_some(draft, 2, first, places);
    check_program(draft->pool, &(struct pool_draw){.first = first, .places = places});
}

/* A few choices, so that rows are left that nothing drawn is in. */
static void check_small_draw(struct draft *draft)
{
    int first[GROUPS + 1], places[GROUPS * PLACES];
    draw_some(draft, 12, first, places);
    check_rows_left(draft, first, places);
}

int main(void)
{
    int64_t pairs = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
        struct draft draft = {.state = (uint64_t)seed * 7919 + 1};
        struct pool *pool = make_pool(&draft, 1 + seed % ZONES);
        check_program(pool, NULL);
        check_draw(&draft);
        check_small_draw(&draft);
        pairs += pool_pair_count(pool);
        pool_free(pool);
    }
    CHECK(pairs > 20 * ROUNDS);
    CHECK(left_out > 0);
    return check_result();
}
