/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_PAIR_INDEX_H
#define HUSLY_IO_PAIR_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a row of a table says once only. Areas and dwellings may bear the same id. */
struct pair_key {
    const char *first, *second;
    bool of_area;
};

typedef struct pair_key pair_key_fn(const void *rows, size_t row);

/* Rows found by their pairs: at most twelve bytes a row, for a table may have a million. */
struct pair_index {
    const void *rows;
    pair_key_fn *key_of;
    uint32_t *slots; /* row + 1; 0: free */
    size_t count;
    size_t room; /* a power of two */
};

/* The row before this one with the same pair, else the row itself after adding it. False when
 * memory ran out. */
bool pair_index_add(struct pair_index *index, size_t row, size_t *before);

void pair_index_free(struct pair_index *index);

#endif
