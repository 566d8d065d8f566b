/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_ID_INDEX_H
#define HUSLY_IO_ID_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Ids with the line each was first seen on. Borrows the ids. */
struct id_entry {
    const char *id; /* NULL: free */
    int64_t line;
};

struct id_index {
    struct id_entry *entries;
    size_t count;
    size_t room; /* a power of two */
};

/* The line of an id seen before, else 0 after adding it. False when memory ran out. */
bool id_index_add(struct id_index *index, const char *id, int64_t line, int64_t *before);

bool id_index_has(const struct id_index *index, const char *id);

/* The id most like the one given, the bytewise smallest of several; NULL when there is none. */
const char *id_index_nearest(const struct id_index *index, const char *id);

void id_index_free(struct id_index *index);

#endif
