/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random pools: the programs drawn from them against coefficients that are worked out by the
 * formula of program/pool.h, and their parts against the components of the whole program.
 */
#include "program/pool.h"

#include <string.h>

#include "base/memory.h"
#include "support/check.h"

enum {
    ROUNDS = 300,
    GROUPS = 14,
    PLACES = 12,
    ROWS = 26,
    COUNTS = 5,
    ZONES = 4,
    CLASSES = 3,
    ALL_ROWS = ROWS + GROUPS * ZONES
};

struct draft {
    uint64_t state;
    struct pool *pool;
    int class_of[GROUPS];
};

static int below(struct draft *draft, int limit)
{
    draft->state = draft->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((draft->state >> 33) % (uint64_t)limit);
}

static const char *const zones[ZONES] = {"Z0", "Z1", "Z2", "Z3"};
static const char *const classes[CLASSES] = {"C0", "C1", "C2"};
static const char *const stages[] = {"need", "fit"};
static const int64_t totals[] = {0, 700};

static int64_t worth(int stage, int group, int place)
{
    return 1000 * stage + 37 * group + 11 * place;
}

static void tell_points(const void *user, int stage, int group, const int *places, int count,
                        int64_t *out)
{
    (void)user;
    for (int k = 0; k < count; k++)
        out[k] = worth(stage, group, places[k]);
}

/* Groups and places fall into so many towns, and the first rows into as many. */
static int town_of(int index, int towns)
{
    return index % towns;
}

static int row_in(struct draft *draft, int town, int towns)
{
    const int rows = (ROWS - town + towns - 1) / towns;
    return town + towns * below(draft, rows);
}

static void add_groups(struct draft *draft)
{
    struct pool *pool = draft->pool;
    for (int group = 0; group < GROUPS; group++) {
        pool_add_group(pool, pool_name(pool, "H%d", group));
        for (int measure = 1; measure < POOL_MEASURES; measure++)
            pool->groups[group].measures[measure] = 1 + below(draft, 4);
        draft->class_of[group] = below(draft, 5) == 0 ? NO_INDEX : below(draft, CLASSES);
    }
}

static void add_places(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int place = 0; place < PLACES; place++) {
        const int town = town_of(place, towns);
        const int zone = below(draft, 6) == 0 ? NO_INDEX : town_of(town, ZONES);
        pool_add_place(pool, pool_name(pool, "D%d", place), 100 + place, zone);
        for (int k = below(draft, 4); k > 0; k--)
            pool_add_entry(pool, row_in(draft, town, towns), below(draft, POOL_MEASURES),
                           1 + below(draft, 3));
    }
    pool->words_a_group = bits_words(PLACES);
    pool->allowed = memory_new(GROUPS * pool->words_a_group, sizeof *pool->allowed);
    for (int group = 0; group < GROUPS; group++) {
        for (int place = 0; place < PLACES; place++) {
            if (town_of(place, towns) == town_of(group, towns) && below(draft, 2) == 0)
                bits_add(pool->allowed + (size_t)group * pool->words_a_group, place);
        }
    }
}

static void add_counts(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int count = 0; count < COUNTS; count++) {
        const int town = below(draft, towns);
        pool_add_count(pool, pool_name(pool, "count%d", count), 3, count);
        for (int k = below(draft, 3); k > 0; k--)
            pool_add_count_entry(pool, row_in(draft, town, towns), -1 - below(draft, 3));
    }
}

static void add_tables(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int table = 0; table < 2; table++) {
        int *rows = pool_add_table(pool, draft->class_of, table);
        int *counts = pool_add_tie(pool, table == 0 ? "tie" : "knot", draft->class_of);
        for (int at = 0; at < CLASSES * ZONES; at++) {
            const int zone = at % ZONES;
            if (zone < towns && below(draft, 2) == 0)
                rows[at] = row_in(draft, zone, towns);
            if (zone < towns && below(draft, 2) == 0)
                counts[at] = below(draft, COUNTS);
        }
    }
}

static void add_links(struct draft *draft, int towns)
{
    struct pool *pool = draft->pool;
    for (int group = GROUPS - 1; group >= 0; group--) {
        int places[PLACES];
        for (int k = pool_places(pool, group, places) - 1; k >= 0; k--) {
            const int town = town_of(group, towns);
            const int row = row_in(draft, town, towns);
            if (below(draft, 3) == 0)
                pool_add_link(pool, (struct pool_link){group, places[k], row, -2});
            if (below(draft, 3) == 0)
                pool_add_link(pool, (struct pool_link){group, places[k], row_in(draft, town, towns),
                                                       1 + below(draft, 2)});
            if (below(draft, 6) != 0)
                continue;
            const struct term terms[] = {{TERM_ROW, row, 500000}, {TERM_GROUP, group, 7}};
            const int seed = pool_add_seed(pool, terms, 2);
            pool_add_dead(pool, (struct pool_dead){group, places[k], seed});
        }
    }
}

static struct pool *make_pool(struct draft *draft, int towns)
{
    struct pool *pool = pool_new();
    draft->pool = pool;
    pool_set_zones(pool, zones, ZONES);
    pool_set_classes(pool, classes, CLASSES);
    add_groups(draft);
    for (int row = 0; row < ROWS; row++)
        pool_add_row(pool, pool_name(pool, "row%d", row), row % 5 == 0, row);
    add_places(draft, towns);
    add_counts(draft, towns);
    add_tables(draft, towns);
    add_links(draft, towns);
    pool->stages = stages;
    pool->totals = totals;
    pool->stage_count = 2;
    pool->priced_stage = 1;
    pool->points = tell_points;
    for (int group = 0; group < GROUPS; group++) {
        int places[PLACES];
        if (below(draft, 4) == 0 && pool_places(pool, group, places) > 0)
            pool->groups[group].pinned = places[0];
    }
    CHECK(pool_finish(pool));
    return pool;
}

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

static void read_column(const struct program *program, int column, int64_t *out)
{
    memset(out, 0, ALL_ROWS * 2 * sizeof *out);
    const struct program_column *it = &program->columns[column];
    for (int k = it->first_entry; k < it->first_entry + it->entry_count; k++) {
        CHECK(out[program->entries[k].row] == 0);
        out[program->entries[k].row] = program->entries[k].coefficient;
    }
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

static void check_draw(struct draft *draft)
{
    int first[GROUPS + 1], places[GROUPS * PLACES], count = 0;
    for (int group = 0; group < GROUPS; group++) {
        int all[PLACES];
        const int lawful = pool_places(draft->pool, group, all);
        first[group] = count;
        for (int k = 0; k < lawful; k++) {
            if (below(draft, 2) == 0)
                places[count++] = all[k];
        }
    }
    first[GROUPS] = count;
    check_program(draft->pool, &(struct pool_draw){first, places});
}

static int column_named(const struct program *program, const char *name)
{
    int column = 0;
    while (column < program->column_count && strcmp(program->columns[column].name, name) != 0)
        column++;
    CHECK(column < program->column_count);
    return column;
}

static int row_named(const struct program *program, const char *name)
{
    int row = 0;
    while (row < program->row_count && strcmp(program->rows[row].name, name) != 0)
        row++;
    CHECK(row < program->row_count);
    return row;
}

/* Every column of the part is one of the whole, with the same entries, by name; `rows` counts who
 * has each of the whole's. */
static void check_part(const struct program *whole, const struct program *part, int *rows,
                       int *columns)
{
    int64_t own[ALL_ROWS * 2], wanted[ALL_ROWS * 2];
    int same[ALL_ROWS * 2];
    for (int row = 0; row < part->row_count; row++) {
        same[row] = row_named(whole, part->rows[row].name);
        rows[same[row]]++;
        CHECK(part->rows[row].rhs == whole->rows[same[row]].rhs &&
              part->rows[row].equal == whole->rows[same[row]].equal);
    }
    for (int column = 0; column < part->column_count; column++) {
        const int twin = column_named(whole, part->columns[column].name);
        columns[twin]++;
        read_column(part, column, own);
        read_column(whole, twin, wanted);
        CHECK_NUMBER(part->columns[column].entry_count, whole->columns[twin].entry_count);
        for (int row = 0; row < part->row_count; row++)
            CHECK_NUMBER(own[row], wanted[same[row]]);
        CHECK(part->columns[column].pinned == whole->columns[twin].pinned);
        for (int stage = 0; stage < 2; stage++)
            CHECK_NUMBER(part->objectives[stage][column], whole->objectives[stage][twin]);
        const int dead = part->columns[column].dead_by;
        const int twin_dead = whole->columns[twin].dead_by;
        CHECK((dead == NO_INDEX) == (twin_dead == NO_INDEX));
        if (dead == NO_INDEX)
            continue;
        const struct term *terms = part->seeds[dead].terms;
        CHECK_NUMBER(same[terms[0].index], whole->seeds[twin_dead].terms[0].index);
        CHECK_TEXT(part->groups[terms[1].index],
                   whole->groups[whole->seeds[twin_dead].terms[1].index]);
    }
}

/* Whether the program of one part falls apart: all its choices are to be reached from the first. */
static bool is_connected(const struct program *program)
{
    bool row_seen[ALL_ROWS * 2] = {false}, group_seen[GROUPS] = {false};
    bool more = program->column_count > 0;
    for (bool first = true; more; first = false) {
        more = false;
        for (int column = 0; column < program->column_count; column++) {
            const struct program_column *it = &program->columns[column];
            bool reached =
                (first && column == 0) || (it->group != NO_INDEX && group_seen[it->group]);
            for (int k = 0; k < it->entry_count; k++)
                reached = reached || row_seen[program->entries[it->first_entry + k].row];
            const int seed = it->dead_by == NO_INDEX || it->group == NO_INDEX
                                 ? NO_INDEX
                                 : program->seeds[it->dead_by].terms[0].index;
            reached = reached || (seed != NO_INDEX && row_seen[seed]);
            if (reached && seed != NO_INDEX) {
                more = more || !row_seen[seed];
                row_seen[seed] = true;
            }
            for (int k = 0; k < it->entry_count && reached; k++) {
                more = more || !row_seen[program->entries[it->first_entry + k].row];
                row_seen[program->entries[it->first_entry + k].row] = true;
            }
            if (reached && it->group != NO_INDEX) {
                more = more || !group_seen[it->group];
                group_seen[it->group] = true;
            }
        }
    }
    bool all = true;
    for (int group = 0; group < program->group_count; group++)
        all = all && group_seen[group];
    return all;
}

static int check_parts(const struct pool *pool)
{
    int part_of[GROUPS], rows[ALL_ROWS * 2] = {0}, columns[GROUPS * PLACES + COUNTS] = {0};
    const int parts = pool_split(pool, part_of);
    struct program *whole = pool_program(pool, NULL);
    int next = 0;
    for (int group = 0; group < GROUPS; group++) {
        int places[PLACES];
        CHECK((part_of[group] == NO_INDEX) == (pool_places(pool, group, places) == 0));
        CHECK(part_of[group] <= next);
        next += part_of[group] == next;
    }
    CHECK_NUMBER(parts, next);
    for (int number = 0; number < parts; number++) {
        struct pool *part = pool_part(pool, part_of, number);
        struct program *program = pool_program(part, NULL);
        check_part(whole, program, rows, columns);
        CHECK(is_connected(program));
        program_free(program);
        pool_free(part);
    }
    for (int row = 0; row < whole->row_count && parts > 0; row++)
        CHECK_NUMBER(rows[row], 1);
    for (int column = 0; column < whole->column_count && parts > 0; column++)
        CHECK_NUMBER(columns[column], 1);
    program_free(whole);
    return parts;
}

int main(void)
{
    int64_t parts = 0, pairs = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
        struct draft draft = {.state = (uint64_t)seed * 7919 + 1};
        struct pool *pool = make_pool(&draft, 1 + seed % ZONES);
        check_program(pool, NULL);
        check_draw(&draft);
        parts += check_parts(pool);
        pairs += pool_pair_count(pool);
        pool_free(pool);
    }
    CHECK(parts > ROUNDS + ROUNDS / 4);
    CHECK(pairs > 20 * ROUNDS);
    return check_result();
}
