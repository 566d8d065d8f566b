/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round of a few rows, resolved, and the rows of the program that the rules make of it. */
#ifndef HUSLY_TESTS_SUPPORT_RESOLVED_H
#define HUSLY_TESTS_SUPPORT_RESOLVED_H

#include "model/problem.h"
#include "program/program.h"
#include "rules/rule.h"
#include "support/check.h"

static inline husly_problem *resolved(const husly_round *round)
{
    husly_problem *problem = NULL;
    husly_error error = {0};
    CHECK(problem_new(&problem, round, NULL, &error) == HUSLY_OK);
    if (problem == NULL)
        printf("  %s:%lld: %s\n", error.source, (long long)error.line, error.text);
    return problem;
}

/* A row by its name, NO_INDEX when the program has none of it. */
static inline int row_named(const struct program *program, const char *name)
{
    for (int row = 0; row < program->row_count; row++) {
        if (strcmp(program->rows[row].name, name) == 0)
            return row;
    }
    return NO_INDEX;
}

static inline int column_named(const struct program *program, const char *name)
{
    for (int column = 0; column < program->column_count; column++) {
        if (strcmp(program->columns[column].name, name) == 0)
            return column;
    }
    return NO_INDEX;
}

/* The coefficient of a column in a row, by their names; 0 when either is not there. */
static inline int64_t coefficient_in(const struct program *program, const char *row,
                                     const char *column)
{
    int wanted = row_named(program, row);
    int at = column_named(program, column);
    if (wanted == NO_INDEX || at == NO_INDEX)
        return 0;
    const struct program_column *it = &program->columns[at];
    for (int entry = it->first_entry; entry < it->first_entry + it->entry_count; entry++) {
        if (program->entries[entry].row == wanted)
            return program->entries[entry].coefficient;
    }
    return 0;
}

/* The breaches that a check told, one a line: `row used limit`. */
struct told {
    char lines[2048];
    int count;
};

static inline bool note_breach(const struct breach *breach, void *user)
{
    struct told *told = user;
    size_t size = strlen(told->lines);
    snprintf(told->lines + size, sizeof told->lines - size, "%s %lld %lld\n", breach->row,
             (long long)breach->used, (long long)breach->limit);
    told->count++;
    return true;
}

#endif
