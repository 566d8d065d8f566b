/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_ID_INDEX_H
#define HUSLY_IO_ID_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* FNV-1a, 64 bits: the hash of what came before and then of an id. */
#define ID_HASH_START UINT64_C(14695981039346656037)
uint64_t id_hash(const char *id, uint64_t before);

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

/* The index's own string that equals the id, which is copied into the arena where there is none
 * yet. NULL when memory ran out. */
const char *id_index_keep(struct id_index *index, const char *id, struct arena *arena);

bool id_index_has(const struct id_index *index, const char *id);

/* The id most like the one given, the bytewise smallest of several; NULL when there is none. */
const char *id_index_nearest(const struct id_index *index, const char *id);

void id_index_free(struct id_index *index);

#endif
