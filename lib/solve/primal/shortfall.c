/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/shortfall.h"

#include "base/memory.h"

/* Above every price, so that among the counts of a row it comes last. */
static const int64_t dearest = INT64_MAX;

bool shortfall_mends(const struct program *program)
{
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        for (int k = 0; k < it->entry_count && it->group != NO_INDEX; k++) {
            if (program->entries[it->first_entry + k].coefficient < 0)
                return true;
        }
    }
    return false;
}

static void copy_column(struct program *copy, const struct program *program, int index)
{
    const struct program_column *it = &program->columns[index];
    if (it->group == NO_INDEX)
        program_add_count(copy, it->name, it->upper, it->price);
    else
        program_add_choice(copy, it->name, it->group, it->key, it->pinned);
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        program_add_entry(copy, entry->row, entry->coefficient);
    }
    if (!copy->failed)
        copy->columns[index].dead_by = it->dead_by;
}

static void copy_program(struct program *copy, const struct program *program)
{
    for (int group = 0; group < program->group_count; group++)
        program_add_group(copy, program->groups[group]);
    for (int row = 0; row < program->row_count; row++)
        program_add_row(copy, program->rows[row].name, program->rows[row].equal,
                        program->rows[row].rhs);
    for (int column = 0; column < program->column_count; column++)
        copy_column(copy, program, column);
    for (int seed = 0; seed < program->seed_count; seed++)
        program_add_seed(copy, program->seeds[seed].terms, program->seeds[seed].term_count);
}

/* What each row has left of the values; `left` is in the copy's arena. */
static int64_t *find_left(struct program *copy, const struct program *program,
                          const int64_t *values)
{
    int64_t *left = arena_take(copy->arena, (size_t)program->row_count + 1, sizeof *left);
    if (left == NULL)
        return NULL;
    for (int row = 0; row < program->row_count; row++)
        left[row] = program->rows[row].rhs;
    for (int column = 0; column < program->column_count; column++)
        program_spend(program, left, column, values[column]);
    return left;
}

static void add_shortfalls(struct program *copy, const int64_t *left, int64_t *values)
{
    for (int row = 0; row < copy->row_count; row++) {
        const bool over = copy->rows[row].equal && left[row] > 0;
        if (left[row] >= 0 && !over)
            continue;
        const int64_t lacks = over ? left[row] : -left[row];
        const int column = program_add_count(copy, copy->rows[row].name, lacks, dearest);
        program_add_entry(copy, row, over ? 1 : -1);
        if (column != NO_INDEX)
            values[column] = lacks;
    }
}

struct program *shortfall_program(const struct program *program, int64_t *values)
{
    struct program *copy = program_new();
    if (copy == NULL)
        return NULL;
    copy_program(copy, program);
    const int64_t *left = copy->failed ? NULL : find_left(copy, program, values);
    if (left != NULL)
        add_shortfalls(copy, left, values);
    int64_t *points = left == NULL ? NULL : program_add_stage(copy, "shortfall");
    if (points == NULL) {
        program_free(copy);
        return NULL;
    }
    for (int column = program->column_count; column < copy->column_count; column++)
        points[column] = -1;
    return copy;
}
