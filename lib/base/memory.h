/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_MEMORY_H
#define HUSLY_BASE_MEMORY_H

#include <stddef.h>

/* Every allocation of husly passes here. All give zeroed memory, or NULL when there is none left.
 */
void *memory_new(size_t count, size_t size);

/* Resizes to `count` items; new items beyond `before` are zeroed. The old block stays on failure.
 */
void *memory_grow(void *block, size_t before, size_t count, size_t size);

void memory_free(void *block);

/* Gives the system what was freed, where the C library can: it keeps small blocks, each thread its
 * own, for allocations that may never come. */
void memory_give_back(void);

/* An arena: many small allocations, one free. */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);
void *arena_take(struct arena *arena, size_t count, size_t size);
/* Hands all that `other` has to the arena, and frees it. */
void arena_adopt(struct arena *arena, struct arena *other);
char *arena_text(struct arena *arena, const char *bytes, size_t size);

#ifdef HUSLY_CHAOS
/* Tests only: the allocation with this number from now on fails, and all after it; -1 = none. */
void memory_fail_at(long number);
long memory_count(void);
#endif

#endif
