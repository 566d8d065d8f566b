/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>

#include "support/check.h"

static bool is_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0)
            return false;
    }
    return true;
}

static void check_blocks(void)
{
    unsigned char *block = memory_new(10, 4);
    CHECK(block != NULL && is_zero(block, 40));
    if (block == NULL)
        return;
    memset(block, 7, 40);
    unsigned char *grown = memory_grow(block, 10, 1000, 4);
    CHECK(grown != NULL && grown[0] == 7 && grown[39] == 7 && is_zero(grown + 40, 3960));
    memory_free(grown == NULL ? block : grown);
    memory_free(NULL);
}

static void check_extremes(void)
{
    void *nothing = memory_new(0, 8);
    CHECK(nothing != NULL);
    memory_free(nothing);
    CHECK(memory_new(SIZE_MAX / 2, 3) == NULL);

    char *block = memory_grow(NULL, 0, 3, 1);
    CHECK(block != NULL && block[2] == 0);
    CHECK(memory_grow(block, 3, SIZE_MAX / 2, 3) == NULL);
    memory_free(block);
}

/* Neither small requests nor large ones between them overlap, and all begin aligned and zeroed. */
static void check_arena(void)
{
    enum { COUNT = 300 };
    unsigned char *taken[COUNT];
    struct arena *arena = arena_new();
    CHECK(arena != NULL);
    for (int i = 0; i < COUNT; i++) {
        size_t size = i % 50 == 49 ? 40000 : (size_t)i % 97;
        taken[i] = arena_take(arena, size, 1);
        CHECK(taken[i] != NULL && is_zero(taken[i], size));
        CHECK((uintptr_t)taken[i] % alignof(max_align_t) == 0);
        memset(taken[i], i % 256, size);
    }
    for (int i = 1; i < COUNT; i++)
        CHECK(i % 97 == 0 || taken[i][0] == i % 256);
    CHECK(arena_take(arena, SIZE_MAX, 2) == NULL);
    CHECK(arena_take(arena, SIZE_MAX, 1) == NULL);
    CHECK(arena_text(arena, "x", SIZE_MAX) == NULL);
    arena_free(arena);
    arena_free(NULL);
}

static void check_arena_text(void)
{
    struct arena *arena = arena_new();
    const char *word = arena_text(arena, "households", 5);
    CHECK_TEXT(word, "house");
    CHECK_TEXT(arena_text(arena, NULL, 0), "");
    arena_free(arena);
}

/* What one arena hands to another lives on in it, and is freed with it. */
static void check_adoption(void)
{
    struct arena *all = arena_new(), *first = arena_new(), *second = arena_new();
    const char *early = arena_text(first, "early", 5);
    unsigned char *large = arena_take(first, 40000, 1);
    arena_adopt(all, first);
    const char *own = arena_text(all, "own", 3);
    const char *late = arena_text(second, "late", 4);
    arena_adopt(all, second);
    arena_adopt(all, arena_new());
    arena_adopt(all, NULL);
    CHECK_TEXT(early, "early");
    CHECK(is_zero(large, 40000));
    CHECK_TEXT(own, "own");
    CHECK_TEXT(late, "late");
    CHECK(arena_take(all, 9, 1) != NULL);
    arena_free(all);
}

int main(void)
{
    check_adoption();
    check_blocks();
    check_extremes();
    check_arena();
    check_arena_text();
    return check_result();
}
