/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cut that is known before the search: what it claims, added up anew. */
#ifndef HUSLY_TESTS_SUPPORT_SEED_CUT_H
#define HUSLY_TESTS_SUPPORT_SEED_CUT_H

#include "base/wide.h"
#include "program/program.h"
#include "support/check.h"

enum { SEED_UNIT = 1000000 }; /* multipliers are millionths */

/* The coefficient of one column in a cut, before it is rounded. */
static inline wide seed_coefficient(const struct program *program, const struct cut *cut,
                                    int column)
{
    const struct program_column *it = &program->columns[column];
    wide sum = 0;
    for (int term = 0; term < cut->term_count; term++) {
        for (int entry = it->first_entry; entry < it->first_entry + it->entry_count; entry++) {
            if (program->entries[entry].row == cut->terms[term].index)
                sum += (wide)cut->terms[term].multiplier * program->entries[entry].coefficient;
        }
    }
    return sum;
}

/* The cut says of the column, and of no other with a minus sign, that it is 0. */
static inline void look_at_seed(const struct program *program, const struct cut *cut, int column)
{
    wide rhs = 0;
    for (int term = 0; term < cut->term_count; term++) {
        const struct term *it = &cut->terms[term];
        CHECK(it->kind == TERM_ROW && it->index >= 0 && it->index < program->row_count);
        CHECK(it->multiplier >= 0 || program->rows[it->index].equal);
        rhs += (wide)it->multiplier * program->rows[it->index].rhs;
    }
    CHECK_NUMBER((int64_t)wide_floor(rhs, SEED_UNIT), 0);
    for (int at = 0; at < program->column_count; at++)
        CHECK(wide_floor(seed_coefficient(program, cut, at), SEED_UNIT) >= (at == column ? 1 : 0));
}

#endif
