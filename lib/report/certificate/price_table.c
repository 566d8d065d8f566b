/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/price_table.h"

#include <string.h>

#include "base/memory.h"

/* Sums stay below this, so that a few of them stay in 128 bits. */
static const wide most = (wide)1 << 124;

bool price_table_open(struct price_table *table)
{
    const struct certificate_rows *rows = table->kept->rows;
    const husly_problem *problem = rows->problem;
    struct arena *arena = rows->arena;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    const size_t counts = (size_t)rows->counts.count + 1;
    table->rows = rows;
    table->class_in_hand = NONE;
    table->of_dwelling = arena_take(arena, dwellings * (size_t)rows->measures.count, sizeof(wide));
    table->of_class = arena_take(arena, dwellings, sizeof(wide));
    table->touched = arena_take(arena, dwellings, sizeof *table->touched);
    table->is_touched = arena_take(arena, dwellings, sizeof *table->is_touched);
    table->own_of_household = arena_take(arena, (size_t)problem->household_count + 1, sizeof(int));
    table->own_of_group = arena_take(arena, (size_t)problem->group_count + 1, sizeof(int));
    table->own_at[PLACES_ALL] = arena_take(arena, 1, sizeof(wide));
    table->own_at[PLACES_DWELLING] = arena_take(arena, dwellings, sizeof(wide));
    table->own_at[PLACES_SECTION] =
        arena_take(arena, (size_t)problem->section_count + 1, sizeof(wide));
    table->own_at[PLACES_AREA] = arena_take(arena, (size_t)problem->area_count + 1, sizeof(wide));
    table->of_count = arena_take(arena, counts, sizeof(wide));
    table->counts = arena_take(arena, counts, sizeof *table->counts);
    table->is_counted = arena_take(arena, counts, sizeof *table->is_counted);
    return table->of_dwelling != NULL && table->of_class != NULL && table->touched != NULL &&
           table->is_touched != NULL && table->own_of_household != NULL &&
           table->own_of_group != NULL && table->own_at[PLACES_ALL] != NULL &&
           table->own_at[PLACES_DWELLING] != NULL && table->own_at[PLACES_SECTION] != NULL &&
           table->own_at[PLACES_AREA] != NULL && table->of_count != NULL && table->counts != NULL &&
           table->is_counted != NULL;
}

void price_table_close(struct price_table *table)
{
    memory_free(table->own);
    memory_free(table->cuts);
    table->own = NULL;
    table->cuts = NULL;
}

static void forget_class(struct price_table *table)
{
    for (int at = 0; at < table->touched_count; at++)
        table->of_class[table->touched[at]] = 0;
    table->class_in_hand = NONE;
}

static void clear_own(struct price_table *table)
{
    /* Every list is emptied through the households and groups that the rows have named. */
    for (int at = 0; at < table->own_count; at++) {
        if (table->own[at].group != NONE)
            table->own_of_group[table->own[at].group] = 0;
        if (table->own[at].household != NONE)
            table->own_of_household[table->own[at].household] = 0;
    }
    table->own_count = 0;
}

void price_table_clear(struct price_table *table)
{
    const size_t measures = (size_t)table->rows->measures.count;
    forget_class(table);
    for (int at = 0; at < table->touched_count; at++) {
        const size_t d = (size_t)table->touched[at];
        memset(table->of_dwelling + d * measures, 0, measures * sizeof(wide));
        table->is_touched[d] = false;
    }
    for (int at = 0; at < table->count_count; at++) {
        table->of_count[table->counts[at]] = 0;
        table->is_counted[table->counts[at]] = false;
    }
    clear_own(table);
    memset(table->floors, 0, sizeof table->floors);
    table->touched_count = table->count_count = table->cut_count = 0;
    table->rhs = table->largest = 0;
}

void price_table_touch(struct price_table *table, int count)
{
    if (!table->is_counted[count])
        table->counts[table->count_count++] = count;
    table->is_counted[count] = true;
}

static void add_places(struct price_table *table, const struct certificate_row *row, wide price)
{
    const struct place_list there = place_lists_of(&table->rows->places, row->set, row->place);
    const size_t measures = (size_t)table->rows->measures.count;
    for (int at = 0; at < there.count; at++) {
        const int d = there.dwellings[at];
        if (!table->is_touched[d])
            table->touched[table->touched_count++] = d;
        table->is_touched[d] = true;
        table->of_dwelling[(size_t)d * measures + (size_t)row->measure] += price;
    }
}

/* Puts a price before the others of a household or a group. */
static bool add_own(struct price_table *table, const struct certificate_row *row, int household,
                    int group, wide price)
{
    if (table->own_count == table->own_room) {
        const size_t room = (size_t)table->own_room, wanted = room > 0 ? 2 * room : 64;
        struct own_price *grown = memory_grow(table->own, room, wanted, sizeof *grown);
        if (grown == NULL)
            return false;
        table->own = grown;
        table->own_room = (int)wanted;
    }
    int *head =
        household != NONE ? &table->own_of_household[household] : &table->own_of_group[group];
    table->own[table->own_count++] = (struct own_price){.set = row->set,
                                                        .place = row->place,
                                                        .measure = row->measure,
                                                        .household = household,
                                                        .group = group,
                                                        .price = price,
                                                        .next = *head};
    *head = table->own_count;
    return true;
}

static bool add_factors(struct price_table *table, const struct certificate_row *row, wide price)
{
    switch (row->people) {
    case PEOPLE_ALL:
        if (price != 0)
            add_places(table, row, price);
        return true;
    case PEOPLE_GROUP:
        return add_own(table, row, NONE, row->group, price);
    case PEOPLE_MEMBER:
        break;
    }
    return add_own(table, row, row->member, NONE, price) &&
           (row->first == NONE || add_own(table, row, row->first, NONE, -price));
}

static bool add_cut(struct price_table *table, const struct certificate_row *row,
                    int64_t multiplier)
{
    if (table->cut_count == table->cut_room) {
        const size_t room = (size_t)table->cut_room, wanted = room > 0 ? 2 * room : 64;
        struct cut_price *grown = memory_grow(table->cuts, room, wanted, sizeof *grown);
        if (grown == NULL)
            return false;
        table->cuts = grown;
        table->cut_room = (int)wanted;
    }
    table->cuts[table->cut_count++] = (struct cut_price){row, multiplier};
    return true;
}

/* The sums of pairs and counts stay below `most` where these do: multipliers are at most 10^18, and
 * coefficients 64 bits. */
static bool is_held(struct price_table *table, const struct certificate_row *row,
                    int64_t multiplier)
{
    const wide size = multiplier < 0 ? -(wide)multiplier : multiplier;
    const wide added = size * row->largest;
    if (added > most || table->largest > most - added)
        return false;
    table->largest += added;
    return !__builtin_add_overflow(table->rhs, (wide)multiplier * row->rhs, &table->rhs);
}

enum price_answer price_table_count(struct price_table *table, const struct certificate_row *row,
                                    int64_t multiplier)
{
    if (!is_held(table, row, multiplier))
        return PRICE_TOO_LARGE;
    for (int at = 0; at < row->count_count && multiplier != 0; at++) {
        price_table_touch(table, row->counts[at].count);
        table->of_count[row->counts[at].count] += (wide)multiplier * row->counts[at].coefficient;
    }
    return PRICE_TAKEN;
}

enum price_answer price_table_add(struct price_table *table, const struct certificate_row *row,
                                  int64_t multiplier)
{
    bool done = true;
    const enum price_answer answer = price_table_count(table, row, multiplier);
    if (answer != PRICE_TAKEN || multiplier == 0)
        return answer;
    forget_class(table);
    if (row->shape == ROW_CUT)
        done = add_cut(table, row, multiplier);
    else if (row->shape == ROW_FLOOR)
        table->floors[row->stage] += multiplier;
    else
        done = add_factors(table, row, (wide)multiplier * row->factor);
    return done ? PRICE_TAKEN : PRICE_NO_MEMORY;
}

/* What a household of the class pays in each dwelling. */
static const wide *class_prices(struct price_table *table, int household)
{
    const struct household_measures *measures = &table->rows->measures;
    const int class = measures->class_of[household];
    const int64_t *own = household_measures_of(measures, household);
    if (table->class_in_hand == class)
        return table->of_class;
    for (int at = 0; at < table->touched_count; at++) {
        const int d = table->touched[at];
        const wide *prices = table->of_dwelling + (size_t)d * (size_t)measures->count;
        wide sum = 0;
        for (int measure = 0; measure < measures->count; measure++) {
            if (prices[measure] != 0)
                sum += prices[measure] * own[measure];
        }
        table->of_class[d] = sum;
    }
    table->class_in_hand = class;
    return table->of_class;
}

/* Adds, or with sign −1 takes off again, what a list of own prices says by place. */
static void put_own(struct price_table *table, int first, const int64_t *measures, int sign)
{
    for (int at = first; at != 0; at = table->own[at - 1].next) {
        const struct own_price *price = &table->own[at - 1];
        table->own_at[price->set][price->set == PLACES_ALL ? 0 : price->place] +=
            sign * price->price * measures[price->measure];
    }
}

static void add_own_prices(struct price_table *table, int household, const struct pair_list *list,
                           wide *out)
{
    const struct place_lists *places = &table->rows->places;
    const int64_t *measures = household_measures_of(&table->rows->measures, household);
    const int group = table->rows->problem->households[household].group;
    const int own = table->own_of_household[household];
    const int of_group = group != NONE ? table->own_of_group[group] : 0;
    if (own == 0 && of_group == 0)
        return;
    put_own(table, own, measures, 1);
    put_own(table, of_group, measures, 1);
    for (int k = 0; k < list->count; k++) {
        const int d = list->dwellings[k], area = places->key_of[PLACES_AREA][d];
        out[k] += table->own_at[PLACES_ALL][0] + table->own_at[PLACES_DWELLING][d] +
                  table->own_at[PLACES_SECTION][places->key_of[PLACES_SECTION][d]];
        if (area != NONE)
            out[k] += table->own_at[PLACES_AREA][area];
    }
    put_own(table, own, measures, -1);
    put_own(table, of_group, measures, -1);
}

void price_table_fill(struct price_table *table, int household, const struct pair_list *list,
                      wide *out)
{
    const wide *prices = class_prices(table, household);
    for (int k = 0; k < list->count; k++)
        out[k] = prices[list->dwellings[k]];
    add_own_prices(table, household, list, out);
    for (int stage = 0; stage < table->kept->stage; stage++) {
        const wide floor = table->floors[stage];
        for (int k = 0; k < list->count && floor != 0; k++)
            out[k] -= floor * list->points[stage][k];
    }
}
