/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables by size, by rent, by access, and the list of households. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/wide.h"
#include "report/survey/supply.h"

/* What is counted household by household, with the masks of the one that is looked at. */
struct people {
    struct supply *out;
    const struct supply_source *source;
    struct rule_masks masks;
    uint64_t *pays;         /* scratch: dwellings whose kind, size and rent suit it */
    uint64_t **of_size;     /* by size: dwellings whose kind and size suit somebody of it */
    uint64_t *of_access[2]; /* step-free or not: whose kind, size and access suit somebody */
    int *band_of;           /* by dwelling: its row of rents, NONE */
    int *seen_by;           /* by row of rents: the household that counts there last */
};

static int compare_sizes(const void *one, const void *other)
{
    const struct supply_size *a = one, *b = other;
    return (a->persons > b->persons) - (a->persons < b->persons);
}

static int size_place(const struct supply *out, int persons)
{
    int at = 0;
    while (at < out->size_count && out->sizes[at].persons != persons)
        at++;
    return at;
}

static void list_sizes(struct supply *out, const husly_problem *problem)
{
    for (int h = 0; h < problem->household_count; h++) {
        const int at = size_place(out, problem->households[h].persons);
        if (at == out->size_count)
            out->sizes[out->size_count++] =
                (struct supply_size){.persons = problem->households[h].persons};
    }
    if (out->size_count > 0)
        qsort(out->sizes, (size_t)out->size_count, sizeof *out->sizes, compare_sizes);
}

/* Bands of 1,000 kr. */
static husly_amount band_of(const struct dwelling *dwelling)
{
    enum { BAND = 100000 };
    return (husly_amount)(wide_floor((wide)dwelling->rent + dwelling->utilities, BAND) * BAND);
}

static int compare_rents(const void *one, const void *other)
{
    const struct supply_rent *a = one, *b = other;
    return (a->from > b->from) - (a->from < b->from);
}

/* One row a band, ascending. */
static void list_rents(struct supply *out, const husly_problem *problem)
{
    int count = 0;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const husly_amount from = band_of(&problem->dwellings[d]);
        if (supply_is_permanent(&problem->dwellings[d]))
            out->rents[count++] =
                (struct supply_rent){.from = from, .below = from + 100000, .dwellings = 1};
    }
    if (count > 1)
        qsort(out->rents, (size_t)count, sizeof *out->rents, compare_rents);
    for (int at = 0; at < count; at++) {
        struct supply_rent *last = &out->rents[out->rent_count - 1];
        if (out->rent_count > 0 && last->from == out->rents[at].from)
            last->dwellings++;
        else
            out->rents[out->rent_count++] = out->rents[at];
    }
}

static void find_bands(struct people *people)
{
    const husly_problem *problem = people->source->problem;
    const struct supply *out = people->out;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct supply_rent key = {.from = band_of(&problem->dwellings[d])};
        people->band_of[d] = NONE;
        if (!supply_is_permanent(&problem->dwellings[d]))
            continue;
        const struct supply_rent *row =
            bsearch(&key, out->rents, (size_t)out->rent_count, sizeof key, compare_rents);
        people->band_of[d] = row != NULL ? (int)(row - out->rents) : NONE;
    }
}

/* Counts the household once in each band where it has one of the dwellings. */
static void count_bands(struct people *people, const uint64_t *dwellings, bool lawful)
{
    const size_t words = people->masks.words;
    for (int at = 0; at < people->out->rent_count; at++)
        people->seen_by[at] = NONE;
    for (int d = mask_next(dwellings, words, 0); d != NONE;
         d = mask_next(dwellings, words, d + 1)) {
        const int band = people->band_of[d];
        if (band == NONE || people->seen_by[band] != NONE)
            continue;
        people->seen_by[band] = d;
        if (lawful)
            people->out->rents[band].lawful++;
        else
            people->out->rents[band].can_pay++;
    }
}

/* By kind and size, then also by access, and by rent. */
static void mark_suitable(struct people *people, int size, bool step_free)
{
    const struct rule_masks *masks = &people->masks;
    for (size_t word = 0; word < masks->words; word++) {
        const uint64_t suits = masks->permanent[word] & ~masks->broken[RULE_KIND][word] &
                               ~masks->broken[RULE_SIZE][word];
        people->of_size[size][word] |= suits;
        people->of_access[step_free][word] |= suits & ~masks->broken[RULE_ACCESS][word];
        people->pays[word] = suits;
        for (uint64_t left = suits; left != 0; left &= left - 1) {
            const int dwelling = (int)(64 * word) + __builtin_ctzll(left);
            if (!rule_masks_pay(masks, dwelling))
                people->pays[word] &= ~(left & (~left + 1));
        }
    }
}

static void count_household(struct people *people, int household)
{
    const struct open_pairs *pairs = &people->source->pairs;
    const struct household *it = &people->source->problem->households[household];
    const uint64_t *lawful = open_pairs_row(pairs->lawful, pairs, household);
    const uint64_t *open = open_pairs_row(pairs->open, pairs, household);
    struct supply_household *row = &people->out->households[household];
    const int size = size_place(people->out, it->persons);
    row->household = it->id;
    row->persons = it->persons;
    row->lawful = mask_count(lawful, pairs->words);
    row->open = mask_count(open, pairs->words);
    people->out->sizes[size].households++;
    people->out->sizes[size].without += row->lawful == 0;
    mark_suitable(people, size, it->step_free);
    count_bands(people, people->pays, false);
    count_bands(people, lawful, true);
}

static void count_access(struct supply_access *row, const struct people *people)
{
    const husly_problem *problem = people->source->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const bool counts = problem->households[h].step_free == row->step_free;
        row->households += counts;
        row->without += counts && people->out->households[h].lawful == 0;
    }
    for (int d = 0; d < problem->dwelling_count; d++)
        row->dwellings += supply_is_permanent(&problem->dwellings[d]) &&
                          problem->dwellings[d].step_free == row->step_free;
    row->fitting = mask_count(people->of_access[row->step_free], people->masks.words);
}

static bool people_open(struct people *people, struct arena *arena)
{
    const husly_problem *problem = people->source->problem;
    const size_t sizes = (size_t)people->out->size_count;
    const size_t rents = (size_t)people->out->rent_count;
    if (!rule_masks_open(&people->masks, problem, arena))
        return false;
    const size_t words = people->masks.words + 1;
    people->pays = arena_take(arena, words, sizeof(uint64_t));
    people->of_access[0] = arena_take(arena, words, sizeof(uint64_t));
    people->of_access[1] = arena_take(arena, words, sizeof(uint64_t));
    people->of_size = arena_take(arena, sizes + 1, sizeof *people->of_size);
    people->band_of = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof(int));
    people->seen_by = arena_take(arena, rents + 1, sizeof(int));
    bool whole = people->pays != NULL && people->of_access[0] != NULL &&
                 people->of_access[1] != NULL && people->of_size != NULL &&
                 people->band_of != NULL && people->seen_by != NULL;
    for (size_t size = 0; size < sizes && whole; size++) {
        people->of_size[size] = arena_take(arena, words, sizeof(uint64_t));
        whole = people->of_size[size] != NULL;
    }
    return whole;
}

static bool count_people(struct people *people)
{
    struct supply *out = people->out;
    find_bands(people);
    out->household_count = people->source->problem->household_count;
    for (int h = 0; h < out->household_count && !people->masks.failed; h++) {
        rule_masks_look(&people->masks, h);
        if (!people->masks.failed)
            count_household(people, h);
    }
    for (int size = 0; size < out->size_count; size++)
        out->sizes[size].dwellings = mask_count(people->of_size[size], people->masks.words);
    out->accesses[0].step_free = true;
    count_access(&out->accesses[0], people);
    count_access(&out->accesses[1], people);
    return !people->masks.failed;
}

bool supply_count_people(struct supply *out, const struct supply_source *source,
                         struct arena *arena)
{
    const size_t households = (size_t)source->problem->household_count + 1;
    out->households = arena_take(arena, households, sizeof *out->households);
    out->sizes = arena_take(arena, households, sizeof *out->sizes);
    out->rents = arena_take(arena, (size_t)source->problem->dwelling_count + 1, sizeof *out->rents);
    if (out->households == NULL || out->sizes == NULL || out->rents == NULL)
        return false;
    list_sizes(out, source->problem);
    list_rents(out, source->problem);
    struct people people = {.out = out, .source = source};
    return people_open(&people, arena) && count_people(&people);
}
