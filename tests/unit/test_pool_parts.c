/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of random pools against the components of the whole program. */
#include "support/random_pool.h"

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
    int64_t parts = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
        struct draft draft = {.state = (uint64_t)seed * 7919 + 1};
        struct pool *pool = make_pool(&draft, 1 + seed % ZONES);
        parts += check_parts(pool);
        pool_free(pool);
    }
    CHECK(parts > ROUNDS + ROUNDS / 4);
    return check_result();
}
