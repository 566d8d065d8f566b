/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/memory.h"
#include "model/resolve/resolve.h"

static bool chains_open(struct chains *chains, struct arena *arena, int sets, int members)
{
    chains->first = arena_take(arena, (size_t)sets + 1, sizeof *chains->first);
    chains->sizes = arena_take(arena, (size_t)sets + 1, sizeof *chains->sizes);
    chains->next = arena_take(arena, (size_t)members + 1, sizeof *chains->next);
    if (chains->first == NULL || chains->sizes == NULL || chains->next == NULL)
        return false;
    for (int set = 0; set < sets; set++)
        chains->first[set] = NONE;
    return true;
}

/* Members come last first, so that the chain ascends. */
static void chains_put(struct chains *chains, int set, int member)
{
    chains->next[member] = NONE;
    if (set == NONE)
        return;
    chains->next[member] = chains->first[set];
    chains->first[set] = member;
    chains->sizes[set]++;
}

husly_status resolve_chains(husly_problem *problem, husly_error *error)
{
    struct arena *arena = problem->arena;
    if (!chains_open(&problem->of_party, arena, problem->party_count, problem->household_count) ||
        !chains_open(&problem->of_near, arena, problem->near_count, problem->household_count) ||
        !chains_open(&problem->of_section, arena, problem->section_count, problem->dwelling_count))
        return error_memory(error);
    for (int h = problem->household_count - 1; h >= 0; h--) {
        chains_put(&problem->of_party, problem->households[h].party, h);
        chains_put(&problem->of_near, problem->households[h].near, h);
    }
    for (int d = problem->dwelling_count - 1; d >= 0; d--)
        chains_put(&problem->of_section, problem->dwellings[d].section, d);
    return HUSLY_OK;
}
