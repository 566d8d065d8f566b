/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "base/text.h"
#include "solve/export/export.h"
#include "solve/export/export_names.h"

static const struct dress mps_dress = {'[', ']', false};

static void add_rows(const struct program *program, int stage, struct text *out)
{
    text_add_format(out, "ROWS\n N %s\n", program->stages[stage]);
    for (int row = 0; row < program->row_count; row++) {
        text_add_string(out, program->rows[row].equal ? " E " : " L ");
        export_row_name(out, &mps_dress, program->rows[row].name);
        text_add_string(out, "\n");
    }
    for (int group = 0; group < program->group_count; group++) {
        text_add_string(out, " L ");
        export_group_name(out, &mps_dress, program->groups[group]);
        text_add_string(out, "\n");
    }
}

static void add_column(const struct program *program, int stage, int column, struct text *out)
{
    const struct program_column *it = &program->columns[column];
    text_add_string(out, " ");
    export_column_name(out, &mps_dress, program, it);
    /* Not every reader knows a sense to maximise, so the points stand with their sign turned. */
    text_add_format(out, " %s %" PRId64 "\n", program->stages[stage],
                    -program->objectives[stage][column]);
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        text_add_string(out, " ");
        export_column_name(out, &mps_dress, program, it);
        text_add_string(out, " ");
        export_row_name(out, &mps_dress, program->rows[entry->row].name);
        text_add_format(out, " %" PRId64 "\n", entry->coefficient);
    }
    if (it->group == NO_INDEX)
        return;
    text_add_string(out, " ");
    export_column_name(out, &mps_dress, program, it);
    text_add_string(out, " ");
    export_group_name(out, &mps_dress, program->groups[it->group]);
    text_add_string(out, " 1\n");
}

static void add_limits(const struct program *program, struct text *out)
{
    text_add_string(out, "RHS\n");
    for (int row = 0; row < program->row_count; row++) {
        text_add_string(out, " RHS ");
        export_row_name(out, &mps_dress, program->rows[row].name);
        text_add_format(out, " %" PRId64 "\n", program->rows[row].rhs);
    }
    for (int group = 0; group < program->group_count; group++) {
        text_add_string(out, " RHS ");
        export_group_name(out, &mps_dress, program->groups[group]);
        text_add_string(out, " 1\n");
    }
    text_add_string(out, "BOUNDS\n");
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        text_add_string(out, it->pinned ? " FX BND " : " UP BND ");
        export_column_name(out, &mps_dress, program, it);
        text_add_format(out, " %" PRId64 "\n", it->upper);
    }
}

void export_mps(const struct program *program, int stage, struct text *out)
{
    /* Without the word CBC takes a file of short names for one of fixed columns. */
    text_add_string(out, "NAME husly FREE\n");
    add_rows(program, stage, out);
    text_add_string(out, "COLUMNS\n");
    if (program->column_count > 0)
        text_add_string(out, " M1 'MARKER' 'INTORG'\n");
    for (int column = 0; column < program->column_count; column++)
        add_column(program, stage, column, out);
    if (program->column_count > 0)
        text_add_string(out, " M2 'MARKER' 'INTEND'\n");
    add_limits(program, out);
    text_add_string(out, "ENDATA\n");
}
