/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "base/text.h"
#include "solve/export/export.h"
#include "solve/export/export_names.h"

static const struct dress lp_dress = {'(', ')', true};

/* Readers of LP files stumble over long lines: a few terms a line. */
static void add_lp_term(struct text *out, int64_t coefficient, const struct program *program,
                        int column, int *terms)
{
    if (coefficient == 0)
        return;
    text_add_string(out, *terms > 0 && *terms % 4 == 0 ? "\n  " : " ");
    text_add_format(out, "%c %" PRIu64 " ", coefficient < 0 ? '-' : '+',
                    coefficient < 0 ? 0 - (uint64_t)coefficient : (uint64_t)coefficient);
    export_column_name(out, &lp_dress, program, &program->columns[column]);
    (*terms)++;
}

static int64_t entry_of(const struct program *program, const struct program_column *column, int row)
{
    for (int k = 0; k < column->entry_count; k++) {
        const struct program_entry *entry = &program->entries[column->first_entry + k];
        if (entry->row == row)
            return entry->coefficient;
    }
    return 0;
}

static void add_lp_row(const struct program *program, int row, struct text *out)
{
    const struct program_row *it = &program->rows[row];
    struct text terms = {0};
    int count = 0;
    for (int column = 0; column < program->column_count; column++) {
        add_lp_term(&terms, entry_of(program, &program->columns[column], row), program, column,
                    &count);
    }
    if (count > 0) {
        text_add_string(out, " ");
        export_row_name(out, &lp_dress, it->name);
        text_add_format(out, ":%s %s %" PRId64 "\n", text_string(&terms),
                        it->equal ? "=" : "<=", it->rhs);
    }
    out->failed = out->failed || terms.failed;
    text_free(&terms);
}

static void add_lp_group(const struct program *program, int group, struct text *out)
{
    int count = 0;
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != group)
            continue;
        if (count == 0) {
            text_add_string(out, " ");
            export_group_name(out, &lp_dress, program->groups[group]);
            text_add_string(out, ":");
        }
        add_lp_term(out, 1, program, column, &count);
    }
    if (count > 0)
        text_add_string(out, " <= 1\n");
}

static void add_lp_bounds(const struct program *program, struct text *out)
{
    text_add_string(out, "Bounds\n");
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        text_add_format(out, " %d <= ", it->pinned ? 1 : 0);
        export_column_name(out, &lp_dress, program, it);
        text_add_format(out, " <= %" PRId64 "\n", it->upper);
    }
    text_add_string(out, program->column_count > 0 ? "General\n" : "");
    for (int column = 0; column < program->column_count; column++) {
        text_add_string(out, " ");
        export_column_name(out, &lp_dress, program, &program->columns[column]);
        text_add_string(out, "\n");
    }
}

void export_lp(const struct program *program, int stage, struct text *out)
{
    int terms = 0;
    text_add_format(out, "Maximize\n %s:", program->stages[stage]);
    for (int column = 0; column < program->column_count; column++)
        add_lp_term(out, program->objectives[stage][column], program, column, &terms);
    text_add_string(out, terms > 0 ? "\n" : " 0 nothing\n");
    text_add_string(out, "Subject To\n");
    for (int row = 0; row < program->row_count; row++)
        add_lp_row(program, row, out);
    for (int group = 0; group < program->group_count; group++)
        add_lp_group(program, group, out);
    if (program->column_count == 0)
        text_add_string(out, " empty: nothing <= 0\n");
    add_lp_bounds(program, out);
    text_add_string(out, "End\n");
}
