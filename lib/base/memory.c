/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef HUSLY_CHAOS
/* Several threads take memory at once. */
static _Atomic long fail_at = -1;
static _Atomic long counted = 0;

void memory_fail_at(long number)
{
    fail_at = number;
    counted = 0;
}

long memory_count(void)
{
    return counted;
}

static bool must_fail(void)
{
    long number = counted++;
    return fail_at >= 0 && number >= fail_at;
}
#else
static bool must_fail(void)
{
    return false;
}
#endif

static bool overflows(size_t count, size_t size)
{
    return size != 0 && count > SIZE_MAX / size;
}

/* Asking the C library for nothing may give NULL, which here would read as "no memory left". */
static size_t bytes_of(size_t count, size_t size)
{
    size_t bytes = count * size;
    return bytes == 0 ? 1 : bytes;
}

void *memory_new(size_t count, size_t size)
{
    if (must_fail() || overflows(count, size))
        return NULL;
    return calloc(1, bytes_of(count, size));
}

void *memory_grow(void *block, size_t before, size_t count, size_t size)
{
    if (must_fail() || overflows(count, size))
        return NULL;
    unsigned char *grown = realloc(block, bytes_of(count, size));
    if (grown != NULL && count > before)
        memset(grown + before * size, 0, (count - before) * size);
    return grown;
}

void memory_free(void *block)
{
    free(block);
}

void memory_give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

enum { ARENA_BLOCK = 16384 };

struct block {
    struct block *next;
    size_t used;
    size_t room;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *newest;
};

struct arena *arena_new(void)
{
    return memory_new(1, sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    struct block *block = arena->newest;
    while (block != NULL) {
        struct block *next = block->next;
        memory_free(block);
        block = next;
    }
    memory_free(arena);
}

static struct block *block_new(size_t wanted)
{
    size_t room = wanted > ARENA_BLOCK ? wanted : ARENA_BLOCK;
    if (room > SIZE_MAX - sizeof(struct block))
        return NULL;
    struct block *block = memory_new(1, sizeof *block + room);
    if (block != NULL)
        block->room = room;
    return block;
}

/* A large request gets a block of its own behind the newest, so that the newest keeps its rest. */
static void block_link(struct arena *arena, struct block *block)
{
    bool alone = block->room > ARENA_BLOCK && arena->newest != NULL;
    struct block **place = alone ? &arena->newest->next : &arena->newest;
    block->next = *place;
    *place = block;
}

static struct block *block_with_room(struct arena *arena, size_t wanted)
{
    struct block *newest = arena->newest;
    if (newest != NULL && newest->room - newest->used >= wanted)
        return newest;
    struct block *block = block_new(wanted);
    if (block != NULL)
        block_link(arena, block);
    return block;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (overflows(count, size) || count * size > SIZE_MAX - unit)
        return NULL;
    size_t wanted = (bytes_of(count, size) + unit - 1) / unit * unit;
    struct block *block = block_with_room(arena, wanted);
    if (block == NULL)
        return NULL;
    void *taken = block->bytes + block->used;
    block->used += wanted;
    return taken;
}

/* Behind the newest block, which keeps its rest. */
void arena_adopt(struct arena *arena, struct arena *other)
{
    if (other == NULL)
        return;
    struct block **end = &other->newest;
    while (*end != NULL)
        end = &(*end)->next;
    struct block **place = arena->newest != NULL ? &arena->newest->next : &arena->newest;
    *end = *place;
    if (other->newest != NULL)
        *place = other->newest;
    memory_free(other);
}

char *arena_text(struct arena *arena, const char *bytes, size_t size)
{
    if (size == SIZE_MAX)
        return NULL;
    char *text = arena_take(arena, size + 1, 1);
    if (text != NULL && size > 0)
        memcpy(text, bytes, size);
    return text;
}
