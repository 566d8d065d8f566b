/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/pairs.h"

#include "base/memory.h"
#include "rules/rule.h"

/* Room for one household's pairs more, whatever their number. */
static bool make_room(struct pairs *pairs, size_t *room, size_t wanted)
{
    if (wanted <= *room)
        return true;
    size_t doubled = wanted > 2 * *room ? wanted : 2 * *room;
    int *grown = memory_grow(pairs->dwellings, *room, doubled, sizeof *grown);
    if (grown == NULL)
        return false;
    pairs->dwellings = grown;
    *room = doubled;
    return true;
}

bool pairs_find(struct pairs *out, const husly_problem *problem)
{
    size_t room = 0;
    int count = 0;
    *out = (struct pairs){memory_new((size_t)problem->household_count + 1, sizeof(int)), NULL};
    if (out->first == NULL)
        return false;
    for (int household = 0; household < problem->household_count; household++) {
        out->first[household] = count;
        if (!make_room(out, &room, (size_t)count + (size_t)problem->dwelling_count))
            return false;
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
            if (rules_allow(problem, household, dwelling))
                out->dwellings[count++] = dwelling;
        }
    }
    out->first[problem->household_count] = count;
    return true;
}

void pairs_free(struct pairs *pairs)
{
    memory_free(pairs->first);
    memory_free(pairs->dwellings);
    *pairs = (struct pairs){NULL, NULL};
}

bool pairs_has(const struct pairs *pairs, int household, int dwelling)
{
    int low = pairs->first[household];
    int high = pairs->first[household + 1];
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (pairs->dwellings[middle] == dwelling)
            return true;
        if (pairs->dwellings[middle] < dwelling)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}
