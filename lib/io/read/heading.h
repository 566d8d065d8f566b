/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_HEADING_H
#define HUSLY_IO_HEADING_H

#include "io/csv.h"
#include "io/read/reader.h"

/* One cell of a header line. */
enum heading_kind {
    HEADING_COLUMN,
    HEADING_MEASURE, /* access_X or points_X */
    HEADING_EMPTY,   /* no name: its cells must be empty */
    HEADING_UNKNOWN  /* told already: its cells are passed over */
};

struct heading {
    enum heading_kind kind;
    size_t column;     /* of the table */
    const char *name;  /* of a measure's column, as the file writes it */
    const char *known; /* the measure's name as the round has it */
};

/* Fills one heading a cell and the table's state; false when the line is no header at all. */
bool heading_read(struct reader *reader, enum table_number number, const struct csv_row *row,
                  struct heading *headings);

/* The cell's text without the blanks around it, in place. */
char *cell_trim(char *text);

#endif
