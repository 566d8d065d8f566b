/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/kept_pairs.h"

#include <string.h>

#include "base/bits.h"
#include "base/memory.h"

/* Pairs are stored up to here, at about fifty bytes each, unless cuts need more of them. */
enum { FEW_PAIRS = 1500000 };

/* Grows the arrays of lists; what they held is lost or kept, nobody asks. */
static bool make_room(struct kept_pairs *kept, size_t wanted)
{
    if (wanted <= kept->room)
        return true;
    int *dwellings = memory_grow(kept->dwellings, kept->room, wanted, sizeof *dwellings);
    kept->dwellings = dwellings != NULL ? dwellings : kept->dwellings;
    unsigned char *aside = memory_grow(kept->aside, kept->room, wanted, sizeof *aside);
    kept->aside = aside != NULL ? aside : kept->aside;
    bool done = dwellings != NULL && aside != NULL;
    for (int stage = 0; stage < kept->rows->problem->policy.stage_count && done; stage++) {
        int64_t *points =
            memory_grow(kept->scratch.points[stage], kept->room, wanted, sizeof *points);
        kept->scratch.points[stage] = points != NULL ? points : kept->scratch.points[stage];
        done = points != NULL;
    }
    kept->room = done ? wanted : kept->room;
    return done;
}

bool kept_pairs_open(struct kept_pairs *kept)
{
    const struct certificate_rows *rows = kept->rows;
    const size_t households = (size_t)rows->problem->household_count + 1;
    struct arena *arena = rows->arena;
    kept->first_slot = arena_take(arena, households, sizeof *kept->first_slot);
    kept->count_of = arena_take(arena, households, sizeof *kept->count_of);
    kept->row = arena_take(arena, rows->pairs->words + 1, sizeof *kept->row);
    kept->first_at =
        arena_take(arena, (size_t)rows->problem->dwelling_count + 3, sizeof *kept->first_at);
    return kept->first_slot != NULL && kept->count_of != NULL && kept->row != NULL &&
           kept->first_at != NULL &&
           fit_sheet_open(&kept->fit, rows->problem, &rows->pairs->benefits, arena) &&
           make_room(kept, (size_t)rows->problem->dwelling_count + 1);
}

void kept_pairs_close(struct kept_pairs *kept)
{
    memory_free(kept->dwellings);
    memory_free(kept->aside);
    memory_free(kept->household_of);
    memory_free(kept->slots_at);
    for (int stage = 0; stage < HUSLY_STAGE_END; stage++)
        memory_free(kept->scratch.points[stage]);
    *kept = (struct kept_pairs){0};
}

void kept_pairs_begin(struct kept_pairs *kept, int stage, int part)
{
    kept->stage = stage;
    kept->part = part;
    kept->stored = kept->has_aside = false;
    kept->fixed_count = 0;
}

static size_t first_fixed(const struct kept_pairs *kept, int64_t subject)
{
    size_t low = 0, high = kept->fixed_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (kept->fixed[middle] < subject)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint64_t *open_row(const struct kept_pairs *kept, int household)
{
    return kept->open + (size_t)kept->row_of[household] * kept->rows->pairs->words;
}

/* The bits of a household's pairs: the open ones, and of those set aside what is fixed somewhere.
 */
static const uint64_t *find_row(struct kept_pairs *kept, int household)
{
    const struct lawful_pairs *pairs = kept->rows->pairs;
    if (!kept->has_aside)
        return pairs->bits + (size_t)household * pairs->words;
    const int64_t dwellings = pairs->dwelling_count, from = household * dwellings;
    memcpy(kept->row, open_row(kept, household), pairs->words * sizeof *kept->row);
    for (size_t at = first_fixed(kept, from);
         at < kept->fixed_count && kept->fixed[at] < from + dwellings; at++) {
        const int64_t d = kept->fixed[at] - from;
        bits_add(kept->row, (int)d);
    }
    return kept->row;
}

/* Lists a household's pairs from a slot on; how many. */
static int fill(struct kept_pairs *kept, int household, size_t slot)
{
    const struct lawful_pairs *pairs = kept->rows->pairs;
    const husly_policy *policy = &kept->rows->problem->policy;
    const uint64_t *open = kept->has_aside ? open_row(kept, household) : NULL;
    int *dwellings = kept->dwellings + slot;
    const int count = bits_list(find_row(kept, household), pairs->dwelling_count, dwellings);
    for (int at = 0; at < count && kept->has_aside; at++)
        kept->aside[slot + (size_t)at] = !bits_has(open, dwellings[at]);
    if (!kept->has_aside)
        memset(kept->aside + slot, 0, (size_t)count);
    for (int stage = 0; stage <= kept->stage; stage++)
        stage_points_fill(&kept->fit, policy->stages[stage], household, dwellings, count,
                          kept->scratch.points[stage] + slot);
    return count;
}

static struct pair_list list_from(const struct kept_pairs *kept, size_t slot, int count)
{
    struct pair_list list = {.dwellings = kept->dwellings + slot,
                             .aside = kept->aside + slot,
                             .slot = slot,
                             .count = count};
    for (int stage = 0; stage <= kept->stage; stage++)
        list.points[stage] = kept->scratch.points[stage] + slot;
    return list;
}

struct pair_list kept_pairs_of(struct kept_pairs *kept, int household)
{
    if (kept->stored)
        return list_from(kept, kept->first_slot[household], kept->count_of[household]);
    return list_from(kept, 0, fill(kept, household, 0));
}

/* As many rows as the largest part has members; a household's is its place among them. */
static bool take_open(struct kept_pairs *kept)
{
    const struct certificate_parts *parts = kept->parts;
    const size_t households = (size_t)kept->rows->problem->household_count + 1;
    int most = 0;
    kept->row_of = arena_take(kept->rows->arena, households, sizeof *kept->row_of);
    for (int part = 0; part < parts->count && kept->row_of != NULL; part++) {
        const int first = parts->first_member[part], end = parts->first_member[part + 1];
        for (int at = first; at < end; at++)
            kept->row_of[parts->members[at]] = at - first;
        most = end - first > most ? end - first : most;
    }
    if (kept->row_of != NULL)
        kept->open = arena_take(kept->rows->arena, (size_t)most * kept->rows->pairs->words + 1,
                                sizeof *kept->open);
    return kept->open != NULL;
}

bool kept_pairs_start_aside(struct kept_pairs *kept)
{
    const struct lawful_pairs *pairs = kept->rows->pairs;
    if (kept->open == NULL && !take_open(kept))
        return false;
    for (int at = kept->parts->first_member[kept->part];
         at < kept->parts->first_member[kept->part + 1]; at++) {
        const int household = kept->parts->members[at];
        memcpy(open_row(kept, household), pairs->bits + (size_t)household * pairs->words,
               pairs->words * sizeof *kept->open);
    }
    return true;
}

void kept_pairs_set_aside(struct kept_pairs *kept, int household, const struct pair_list *list,
                          const unsigned char *aside)
{
    uint64_t *open = open_row(kept, household);
    for (int at = 0; at < list->count; at++) {
        const int d = list->dwellings[at];
        open[d / 64] &= ~((uint64_t)aside[at] << (d % 64));
    }
}

int64_t kept_pairs_count_open(const struct kept_pairs *kept)
{
    const struct lawful_pairs *pairs = kept->rows->pairs;
    int64_t count = 0;
    for (int at = kept->parts->first_member[kept->part];
         at < kept->parts->first_member[kept->part + 1]; at++) {
        const int household = kept->parts->members[at];
        const uint64_t *row = kept->has_aside ? open_row(kept, household)
                                              : pairs->bits + (size_t)household * pairs->words;
        count += bits_count(row, pairs->dwelling_count);
    }
    return count;
}

static size_t count_pairs(struct kept_pairs *kept)
{
    size_t count = 0;
    for (int at = kept->parts->first_member[kept->part];
         at < kept->parts->first_member[kept->part + 1]; at++) {
        const uint64_t *row = find_row(kept, kept->parts->members[at]);
        count += (size_t)bits_count(row, kept->rows->pairs->dwelling_count);
    }
    return count;
}

bool kept_pairs_store(struct kept_pairs *kept, bool must)
{
    const size_t count = count_pairs(kept);
    if (count > FEW_PAIRS && !must)
        return true;
    if (!make_room(kept, count))
        return false;
    kept->slot_count = 0;
    for (int at = kept->parts->first_member[kept->part];
         at < kept->parts->first_member[kept->part + 1]; at++) {
        const int h = kept->parts->members[at];
        kept->first_slot[h] = kept->slot_count;
        kept->count_of[h] = fill(kept, h, kept->slot_count);
        kept->slot_count += (size_t)kept->count_of[h];
    }
    kept->stored = true;
    return true;
}

static void sort_slots(struct kept_pairs *kept)
{
    const int dwellings = kept->rows->problem->dwelling_count;
    memset(kept->first_at, 0, ((size_t)dwellings + 3) * sizeof *kept->first_at);
    for (size_t slot = 0; slot < kept->slot_count; slot++)
        kept->first_at[kept->dwellings[slot] + 2]++;
    for (int d = 0; d < dwellings; d++)
        kept->first_at[d + 2] += kept->first_at[d + 1];
    for (size_t slot = 0; slot < kept->slot_count; slot++)
        kept->slots_at[kept->first_at[kept->dwellings[slot] + 1]++] = slot;
}

bool kept_pairs_index(struct kept_pairs *kept)
{
    memory_free(kept->household_of);
    memory_free(kept->slots_at);
    kept->household_of = memory_new(kept->slot_count + 1, sizeof *kept->household_of);
    kept->slots_at = memory_new(kept->slot_count + 1, sizeof *kept->slots_at);
    if (kept->household_of == NULL || kept->slots_at == NULL)
        return false;
    for (int at = kept->parts->first_member[kept->part];
         at < kept->parts->first_member[kept->part + 1]; at++) {
        const int h = kept->parts->members[at];
        for (int k = 0; k < kept->count_of[h]; k++)
            kept->household_of[kept->first_slot[h] + (size_t)k] = h;
    }
    sort_slots(kept);
    return true;
}

bool kept_pairs_slot(const struct kept_pairs *kept, int household, int dwelling, size_t *slot)
{
    const size_t first = kept->first_slot[household];
    int low = 0, high = kept->count_of[household];
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (kept->dwellings[first + (size_t)middle] < dwelling)
            low = middle + 1;
        else
            high = middle;
    }
    *slot = first + (size_t)low;
    return low < kept->count_of[household] && kept->dwellings[*slot] == dwelling;
}
