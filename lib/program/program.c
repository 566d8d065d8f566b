/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program/program.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

struct program *program_new(void)
{
    struct program *program = memory_new(1, sizeof *program);
    if (program == NULL)
        return NULL;
    program->arena = arena_new();
    if (program->arena == NULL) {
        memory_free(program);
        return NULL;
    }
    return program;
}

void program_free(struct program *program)
{
    if (program == NULL)
        return;
    for (int stage = 0; stage < program->stage_count; stage++)
        memory_free(program->objectives[stage]);
    memory_free(program->objectives);
    memory_free(program->stages);
    memory_free(program->totals);
    memory_free(program->columns);
    memory_free(program->entries);
    memory_free(program->rows);
    memory_free(program->groups);
    memory_free(program->seeds);
    arena_free(program->arena);
    memory_free(program);
}

/* Makes room for one item more in one of the program's arrays; false sets `failed`. */
static bool make_room(struct program *program, void **block, int *room, int count, size_t size)
{
    if (program->failed)
        return false;
    if (count < *room)
        return true;
    int wanted = *room > 0 ? 2 * *room : 64;
    void *grown = memory_grow(*block, (size_t)*room, (size_t)wanted, size);
    if (grown == NULL) {
        program->failed = true;
        return false;
    }
    *block = grown;
    *room = wanted;
    return true;
}

int program_add_group(struct program *program, const char *name)
{
    void *block = (void *)program->groups;
    bool ready = make_room(program, &block, &program->group_room, program->group_count,
                           sizeof *program->groups);
    program->groups = block;
    if (!ready)
        return NO_INDEX;
    program->groups[program->group_count] = name;
    return program->group_count++;
}

int program_add_row(struct program *program, const char *name, bool equal, int64_t rhs)
{
    void *block = program->rows;
    bool ready =
        make_room(program, &block, &program->row_room, program->row_count, sizeof *program->rows);
    program->rows = block;
    if (!ready)
        return NO_INDEX;
    program->rows[program->row_count] = (struct program_row){name, equal, rhs, false};
    return program->row_count++;
}

static int add_column(struct program *program, struct program_column column)
{
    void *block = program->columns;
    bool ready = make_room(program, &block, &program->column_room, program->column_count,
                           sizeof *program->columns);
    program->columns = block;
    if (!ready)
        return NO_INDEX;
    column.dead_by = NO_INDEX;
    column.first_entry = program->entry_count;
    program->columns[program->column_count] = column;
    return program->column_count++;
}

int program_add_choice(struct program *program, const char *name, int group, int key, bool pinned)
{
    return add_column(program,
                      (struct program_column){
                          .name = name, .group = group, .upper = 1, .pinned = pinned, .key = key});
}

int program_add_count(struct program *program, const char *name, int64_t upper, int64_t price)
{
    return add_column(
        program,
        (struct program_column){.name = name, .group = NO_INDEX, .upper = upper, .price = price});
}

void program_add_entry(struct program *program, int row, int64_t coefficient)
{
    if (row == NO_INDEX || coefficient == 0 || program->failed)
        return;
    struct program_column *column = &program->columns[program->column_count - 1];
    for (int at = column->first_entry; at < program->entry_count; at++) {
        if (program->entries[at].row == row) {
            program->entries[at].coefficient += coefficient;
            return;
        }
    }
    void *block = program->entries;
    bool ready = make_room(program, &block, &program->entry_room, program->entry_count,
                           sizeof *program->entries);
    program->entries = block;
    if (!ready)
        return;
    program->entries[program->entry_count++] = (struct program_entry){row, coefficient};
    column->entry_count++;
}

int program_add_seed(struct program *program, const struct term *terms, int count)
{
    void *block = program->seeds;
    bool ready = make_room(program, &block, &program->seed_room, program->seed_count,
                           sizeof *program->seeds);
    program->seeds = block;
    struct term *copy = ready ? arena_take(program->arena, (size_t)count, sizeof *copy) : NULL;
    if (copy == NULL) {
        program->failed = true;
        return NO_INDEX;
    }
    memcpy(copy, terms, (size_t)count * sizeof *copy);
    program->seeds[program->seed_count] = (struct cut){copy, count};
    return program->seed_count++;
}

int64_t *program_add_stage(struct program *program, const char *name)
{
    if (program->failed)
        return NULL;
    size_t before = (size_t)program->stage_count;
    int64_t *points = memory_new((size_t)program->column_count + 1, sizeof *points);
    int64_t **objectives =
        memory_grow(program->objectives, before, before + 1, sizeof *program->objectives);
    if (objectives != NULL)
        program->objectives = objectives;
    const char **stages =
        memory_grow((void *)program->stages, before, before + 1, sizeof *program->stages);
    if (stages != NULL)
        program->stages = stages;
    int64_t *totals = memory_grow(program->totals, before, before + 1, sizeof *program->totals);
    if (totals != NULL)
        program->totals = totals;
    if (points == NULL || objectives == NULL || stages == NULL || totals == NULL) {
        memory_free(points);
        program->failed = true;
        return NULL;
    }
    program->objectives[program->stage_count] = points;
    program->totals[program->stage_count] = 0;
    program->stages[program->stage_count++] = name;
    return points;
}

/* The floor's entries go to the front of no column: all columns are rebuilt once, in order. */
int program_add_floor(struct program *program, int stage, int64_t value)
{
    const char *name = program_name(program, "floor/%s", program->stages[stage]);
    int row = program_add_row(program, name, false, -value);
    size_t room = (size_t)program->entry_count + (size_t)program->column_count;
    struct program_entry *entries = program->failed ? NULL : memory_new(room + 1, sizeof *entries);
    if (entries == NULL) {
        program->failed = true;
        return NO_INDEX;
    }
    int count = 0;
    for (int index = 0; index < program->column_count; index++) {
        struct program_column *column = &program->columns[index];
        int first = count;
        for (int k = 0; k < column->entry_count; k++)
            entries[count++] = program->entries[column->first_entry + k];
        if (program->objectives[stage][index] != 0)
            entries[count++] = (struct program_entry){row, -program->objectives[stage][index]};
        column->first_entry = first;
        column->entry_count = count - first;
    }
    memory_free(program->entries);
    program->entries = entries;
    program->entry_count = count;
    program->entry_room = (int)room + 1;
    return row;
}

void program_spend(const struct program *program, int64_t *left, int column, int64_t times)
{
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        left[entry->row] -= entry->coefficient * times;
    }
}

const char *program_name(struct program *program, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    char *name = size < 0 ? NULL : arena_take(program->arena, (size_t)size + 1, 1);
    if (name == NULL)
        program->failed = true;
    else
        vsnprintf(name, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return name;
}
