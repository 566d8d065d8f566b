/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_CSV_H
#define HUSLY_IO_CSV_H

#include <stddef.h>

#include <husly/error.h>

/* The wall to libcsv: RFC 4180, strict, with the place of everything. */

enum { CSV_FIELD_LIMIT = 64 * 1024 };

/* A cell ends with a NUL that `size` does not count, and holds no other; its receiver may change
 * it. */
struct csv_cell {
    char *bytes;
    size_t size;
    int64_t line; /* the physical line on which it begins */
};

struct csv_row {
    int64_t line;
    const struct csv_cell *cells;
    size_t count;
};

/* Receives a row; its cells live for the call only. False stops without an error. */
typedef bool csv_row_fn(const struct csv_row *row, void *user);

/* What is wrong with the file as CSV; `text` is NULL when nothing is. */
struct csv_trouble {
    int64_t line;
    int64_t column; /* counted in fields */
    const char *text;
};

struct csv_input {
    const char *bytes; /* UTF-8 without BOM */
    size_t size;
    char delimiter;
    int64_t first_line; /* the number of its first physical line */
};

/* HUSLY_E_INPUT with the trouble filled in, or HUSLY_E_MEMORY. Blank lines between rows are no
 * rows. */
husly_status csv_read(const struct csv_input *input, csv_row_fn *on_row, void *user,
                      struct csv_trouble *trouble);

#endif
