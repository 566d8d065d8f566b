/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/lawful_pairs.h"

#include "base/memory.h"
#include "rules/rule.h"

static bool is_lawful(const husly_problem *problem, int household, int dwelling)
{
    return problem->dwellings[dwelling].kind != HUSLY_KIND_TRANSIT &&
           rules_judge(problem, household, dwelling);
}

/* Judges every pair once: `lawful` is a table of household_count rows of dwelling_count flags. */
static int judge_all(const husly_problem *problem, bool *lawful)
{
    int count = 0;
    for (int h = 0; h < problem->household_count; h++) {
        for (int d = 0; d < problem->dwelling_count; d++) {
            *lawful = is_lawful(problem, h, d);
            count += *lawful++;
        }
    }
    return count;
}

static void list_by_household(struct lawful_pairs *out, const husly_problem *problem,
                              const bool *lawful)
{
    int pair = 0;
    for (int h = 0; h < problem->household_count; h++) {
        out->first_of[h] = pair;
        for (int d = 0; d < problem->dwelling_count; d++) {
            if (!*lawful++)
                continue;
            out->household_of[pair] = h;
            out->dwelling_of[pair++] = d;
        }
    }
    out->first_of[problem->household_count] = pair;
}

static void list_by_dwelling(struct lawful_pairs *out, const husly_problem *problem, int *next)
{
    for (int pair = 0; pair < out->count; pair++)
        out->first_at[out->dwelling_of[pair] + 1]++;
    for (int d = 0; d < problem->dwelling_count; d++) {
        out->first_at[d + 1] += out->first_at[d];
        next[d] = out->first_at[d];
    }
    for (int pair = 0; pair < out->count; pair++)
        out->by_dwelling[next[out->dwelling_of[pair]]++] = pair;
}

static bool list(struct lawful_pairs *out, const husly_problem *problem, const bool *lawful,
                 struct arena *arena)
{
    const size_t room = (size_t)out->count + 1;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    out->household_of = arena_take(arena, room, sizeof(int));
    out->dwelling_of = arena_take(arena, room, sizeof(int));
    out->by_dwelling = arena_take(arena, room, sizeof(int));
    out->first_of = arena_take(arena, (size_t)problem->household_count + 1, sizeof(int));
    out->first_at = arena_take(arena, dwellings, sizeof(int));
    int *next = arena_take(arena, dwellings, sizeof(int));
    if (out->household_of == NULL || out->dwelling_of == NULL || out->by_dwelling == NULL ||
        out->first_of == NULL || out->first_at == NULL || next == NULL)
        return false;
    list_by_household(out, problem, lawful);
    list_by_dwelling(out, problem, next);
    return true;
}

bool lawful_pairs_find(struct lawful_pairs *out, const husly_problem *problem, struct arena *arena)
{
    *out = (struct lawful_pairs){0};
    bool *lawful = memory_new(
        (size_t)problem->household_count * (size_t)problem->dwelling_count + 1, sizeof *lawful);
    if (lawful == NULL)
        return false;
    out->count = judge_all(problem, lawful);
    const bool listed = list(out, problem, lawful, arena);
    memory_free(lawful);
    return listed;
}

int lawful_pairs_index(const struct lawful_pairs *pairs, int household, int dwelling)
{
    int low = pairs->first_of[household], high = pairs->first_of[household + 1];
    const int end = high;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (pairs->dwelling_of[middle] < dwelling)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && pairs->dwelling_of[low] == dwelling ? low : NONE;
}
