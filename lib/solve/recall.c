/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/recall.h"

#include "base/memory.h"

/* Each search adds to what it found; more than this and taking over takes longer than it saves. */
enum { MOST_CUTS = 1500 };

struct recollection {
    struct arena *arena;
    struct heritage heritage;
};

struct solve_memory {
    int stage_count;
    struct recollection stages[];
};

struct solve_memory *solve_memory_new(int stage_count)
{
    struct solve_memory *memory =
        memory_new(1, sizeof *memory + (size_t)stage_count * sizeof *memory->stages);
    if (memory != NULL)
        memory->stage_count = stage_count;
    return memory;
}

void solve_memory_free(struct solve_memory *memory)
{
    for (int stage = 0; memory != NULL && stage < memory->stage_count; stage++)
        arena_free(memory->stages[stage].arena);
    memory_free(memory);
}

const struct heritage *recall(const struct solve_memory *memory, int stage)
{
    const bool kept =
        memory != NULL && stage < memory->stage_count && memory->stages[stage].heritage.count > 0;
    return kept ? &memory->stages[stage].heritage : NULL;
}

void remember(struct solve_memory *memory, const struct search *search)
{
    if (memory == NULL || search->stage >= memory->stage_count || search->cut_count > MOST_CUTS)
        return;
    struct recollection *kept = &memory->stages[search->stage];
    arena_free(kept->arena);
    *kept = (struct recollection){.arena = arena_new()};
    if (kept->arena == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    kept->heritage = heritage_copy(search, kept->arena);
}
