/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_CSV_WRITE_H
#define HUSLY_IO_CSV_WRITE_H

#include "base/text.h"
#include "base/wide.h"
#include "model/round.h"

/*
 * Writes rows in a round's dialect, contract § 1 "Out". The text is the caller's; its `failed`
 * tells at the end whether memory ran out.
 */
struct csv_writer {
    struct text *text;
    struct dialect dialect;
    bool in_row; /* a cell has been written since the last row's end */
};

struct csv_heading {
    const char *english;
    const char *danish;
};

/* A writer at the start of a file: writes the BOM where the dialect has one. */
struct csv_writer csv_writer_start(struct text *text, const struct dialect *dialect);

/* One row of headings in the dialect's language. */
void csv_write_headings(struct csv_writer *writer, const struct csv_heading *headings,
                        size_t count);

/*
 * A text cell; NULL is an empty one. A text that a spreadsheet would take for a formula gets an
 * apostrophe, which the reader takes off again. Blanks at its ends are quoted, though the reader
 * drops them all the same.
 */
void csv_write_text(struct csv_writer *writer, const char *cell);

/* A cell of husly's own making, such as a number, a date or a name: nothing in it needs quotes or
 * an apostrophe. */
void csv_write_plain(struct csv_writer *writer, const char *cell);

/* Kroner in the dialect's decimal mark; HUSLY_NO_AMOUNT is an empty cell. */
void csv_write_amount(struct csv_writer *writer, husly_amount amount);

/* A number of millionths with six digits behind the decimal mark. */
void csv_write_millionths(struct csv_writer *writer, wide number);

void csv_write_whole(struct csv_writer *writer, int64_t number);

void csv_write_row_end(struct csv_writer *writer);

#endif
