/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_TALLY_H
#define HUSLY_IO_TALLY_H

#include "base/text.h"
#include "io/read/reader.h"

/* Rows that one and the same warning is about: told in one line, with the first few ids. */
struct tally {
    int64_t line; /* of the first */
    int count;
    struct text ids;
};

void tally_add(struct tally *tally, const char *id, int64_t line);

/* Tells "3 households (H1, H2, H3): …" at the first of them, and frees the tally. Nothing at 0. */
void tally_warn(struct tally *tally, struct reader *reader, enum table_number table, size_t offset,
                const char *what, ...) __attribute__((format(printf, 5, 6)));

#endif
