/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables by size, by rent, by access, and the list of households. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/wide.h"
#include "report/survey/supply.h"

/* The rules that a table asks of a pair, as bits of supply_source.broken. */
enum {
    KIND_AND_SIZE = 1 << 0 | 1 << 1,
    AND_RENT = KIND_AND_SIZE | 1 << 2,
    AND_ACCESS = KIND_AND_SIZE | 1 << 3
};

static bool passes(const struct supply_source *source, int household, int dwelling, unsigned asked)
{
    const size_t row = (size_t)household * (size_t)source->problem->dwelling_count;
    return supply_is_permanent(&source->problem->dwellings[dwelling]) &&
           (source->broken[row + (size_t)dwelling] & asked) == 0;
}

static void list_households(struct supply *out, const struct supply_source *source)
{
    const husly_problem *problem = source->problem;
    out->household_count = problem->household_count;
    for (int h = 0; h < problem->household_count; h++) {
        struct supply_household *row = &out->households[h];
        row->household = problem->households[h].id;
        row->persons = problem->households[h].persons;
        for (int d = 0; d < problem->dwelling_count; d++) {
            row->lawful += open_pairs_lawful(&source->pairs, h, d);
            row->open += open_pairs_has(&source->pairs, h, d);
        }
    }
}

static int compare_sizes(const void *one, const void *other)
{
    const struct supply_size *a = one, *b = other;
    return (a->persons > b->persons) - (a->persons < b->persons);
}

static struct supply_size *size_of(struct supply *out, int persons)
{
    for (int s = 0; s < out->size_count; s++) {
        if (out->sizes[s].persons == persons)
            return &out->sizes[s];
    }
    out->sizes[out->size_count] = (struct supply_size){.persons = persons};
    return &out->sizes[out->size_count++];
}

static bool fits_size(const struct supply_source *source, int dwelling, int persons)
{
    for (int h = 0; h < source->problem->household_count; h++) {
        if (source->problem->households[h].persons == persons &&
            passes(source, h, dwelling, KIND_AND_SIZE))
            return true;
    }
    return false;
}

static void count_sizes(struct supply *out, const struct supply_source *source)
{
    for (int h = 0; h < out->household_count; h++) {
        struct supply_size *row = size_of(out, out->households[h].persons);
        row->households++;
        row->without += out->households[h].lawful == 0;
    }
    if (out->size_count > 0)
        qsort(out->sizes, (size_t)out->size_count, sizeof *out->sizes, compare_sizes);
    for (int s = 0; s < out->size_count; s++) {
        for (int d = 0; d < source->problem->dwelling_count; d++)
            out->sizes[s].dwellings += fits_size(source, d, out->sizes[s].persons);
    }
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

static struct supply_rent *rent_of(struct supply *out, husly_amount from)
{
    for (int r = 0; r < out->rent_count; r++) {
        if (out->rents[r].from == from)
            return &out->rents[r];
    }
    out->rents[out->rent_count] = (struct supply_rent){.from = from, .below = from + 100000};
    return &out->rents[out->rent_count++];
}

static void count_band(struct supply_rent *row, const struct supply_source *source, int household)
{
    bool can_pay = false;
    bool lawful = false;
    for (int d = 0; d < source->problem->dwelling_count; d++) {
        const struct dwelling *home = &source->problem->dwellings[d];
        if (!supply_is_permanent(home) || band_of(home) != row->from)
            continue;
        can_pay = can_pay || passes(source, household, d, AND_RENT);
        lawful = lawful || open_pairs_lawful(&source->pairs, household, d);
    }
    row->can_pay += can_pay;
    row->lawful += lawful;
}

static void count_rents(struct supply *out, const struct supply_source *source)
{
    for (int d = 0; d < source->problem->dwelling_count; d++) {
        if (supply_is_permanent(&source->problem->dwellings[d]))
            rent_of(out, band_of(&source->problem->dwellings[d]))->dwellings++;
    }
    if (out->rent_count > 0)
        qsort(out->rents, (size_t)out->rent_count, sizeof *out->rents, compare_rents);
    for (int r = 0; r < out->rent_count; r++) {
        for (int h = 0; h < source->problem->household_count; h++)
            count_band(&out->rents[r], source, h);
    }
}

static bool fits_access(const struct supply_source *source, int dwelling, bool step_free)
{
    for (int h = 0; h < source->problem->household_count; h++) {
        if (source->problem->households[h].step_free == step_free &&
            passes(source, h, dwelling, AND_ACCESS))
            return true;
    }
    return false;
}

static void count_access(struct supply_access *row, const struct supply *out,
                         const struct supply_source *source)
{
    const husly_problem *problem = source->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const bool counts = problem->households[h].step_free == row->step_free;
        row->households += counts;
        row->without += counts && out->households[h].lawful == 0;
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        row->dwellings += supply_is_permanent(&problem->dwellings[d]) &&
                          problem->dwellings[d].step_free == row->step_free;
        row->fitting += fits_access(source, d, row->step_free);
    }
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
    list_households(out, source);
    count_sizes(out, source);
    count_rents(out, source);
    out->accesses[0].step_free = true;
    count_access(&out->accesses[0], out, source);
    count_access(&out->accesses[1], out, source);
    return true;
}
