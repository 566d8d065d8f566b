/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_TABLE_H
#define HUSLY_IO_RESULT_TABLE_H

#include "model/result.h"

/* How a result's table looks: its columns by both names, and how their cells read. */
enum result_cell_kind { RESULT_TEXT, RESULT_WHOLE, RESULT_AMOUNT };

struct result_column {
    const char *name, *alias;
    enum result_cell_kind kind;
    bool required;
};

struct result_layout {
    const char *source;
    const struct result_column *columns;
    int column_count;
};

extern const struct result_layout result_placements, result_unplaced, result_breakdown,
    result_costs, result_certificate;

/* Reads a table; what does not read becomes a complaint. False when memory ran out. */
bool result_table_read(struct result *result, const struct result_layout *layout,
                       struct result_table *table, const char *bytes, size_t size);

/* Adds a complaint, its source, field and text lent for good, the text in English; false when
 * memory ran out. */
bool result_complain(struct result *result, struct result_complaint complaint);

#endif
