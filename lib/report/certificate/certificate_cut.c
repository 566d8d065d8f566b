/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_terms.h"

/* A coefficient beyond this is no use to a proof, and its products might leave 128 bits. */
static const wide largest = (wide)1000000000000000000;

/* A cut while its lines are summed, in check->worth by slot. */
struct cutting {
    struct certificate_check *check;
    size_t *met; /* slots with a summand */
    size_t met_count;
    unsigned char *is_met;
};

static bool is_usable(wide number)
{
    return number <= largest && number >= -largest;
}

static void add_slot(struct cutting *cut, size_t slot, wide value)
{
    if (!cut->is_met[slot])
        cut->met[cut->met_count++] = slot;
    cut->is_met[slot] = 1;
    cut->check->worth[slot] += value;
}

static void add_household(struct cutting *cut, const struct certificate_row *row, int household,
                          int64_t multiplier)
{
    const struct kept_pairs *kept = &cut->check->kept;
    if (cut->check->parts.part_of[household] != kept->part)
        return;
    for (int k = 0; k < kept->count_of[household]; k++) {
        const size_t slot = kept->first_slot[household] + (size_t)k;
        const int64_t factor =
            certificate_row_factor(&cut->check->rows, row, household, kept->dwellings[slot]);
        if (factor != 0)
            add_slot(cut, slot, (wide)multiplier * factor);
    }
}

static void add_places(struct cutting *cut, const struct certificate_row *row, int64_t multiplier)
{
    const struct kept_pairs *kept = &cut->check->kept;
    const struct place_list there = place_lists_of(&cut->check->rows.places, row->set, row->place);
    for (int at = 0; at < there.count && row->factor != 0; at++) {
        const int d = there.dwellings[at];
        for (size_t k = kept->first_at[d]; k < kept->first_at[d + 1]; k++) {
            const size_t slot = kept->slots_at[k];
            const int64_t factor =
                certificate_row_factor(&cut->check->rows, row, kept->household_of[slot], d);
            if (factor != 0)
                add_slot(cut, slot, (wide)multiplier * factor);
        }
    }
}

static void add_row(struct cutting *cut, const struct certificate_row *row, int64_t multiplier)
{
    const struct kept_pairs *kept = &cut->check->kept;
    switch (row->shape) {
    case ROW_CUT:
        for (int at = 0; at < row->pair_count; at++)
            add_slot(cut, row->pairs[at].slot, (wide)multiplier * row->pairs[at].coefficient);
        return;
    case ROW_FLOOR:
        for (size_t slot = 0; slot < kept->slot_count; slot++)
            add_slot(cut, slot, -(wide)multiplier * kept->scratch.points[row->stage][slot]);
        return;
    case ROW_FACTOR:
        break;
    }
    if (row->people != PEOPLE_MEMBER) {
        add_places(cut, row, multiplier);
        return;
    }
    add_household(cut, row, row->member, multiplier);
    if (row->first != NONE)
        add_household(cut, row, row->first, multiplier);
}

/* Sums the lines of a cut; counts and the right-hand side in the price table. */
static bool combine(struct cutting *cut, const struct certificate_block *block)
{
    struct certificate_check *check = cut->check;
    price_table_clear(&check->prices);
    for (size_t at = 0; at < block->count; at++) {
        const struct result_row *line = &block->lines[at];
        if (line_kind_of(line) != LINE_ROW) {
            complain_of_line(check, line, CERTIFICATE_WHAT,
                             WORDS_LATER("a cut has only lines of rows"));
            return false;
        }
        int64_t multiplier = 0;
        const struct certificate_row *row = term_read(check, line, TERM_IN_CUT, &multiplier);
        if (row == NULL)
            return false;
        if (price_table_count(&check->prices, row, multiplier) != PRICE_TAKEN) {
            complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                             WORDS_LATER("the numbers are too large"));
            return false;
        }
        if (multiplier != 0)
            add_row(cut, row, multiplier);
    }
    return true;
}

static bool note_size(struct certificate_row *row, wide coefficient)
{
    const wide size = coefficient < 0 ? -coefficient : coefficient;
    if (is_usable(size) && size > row->largest)
        row->largest = (int64_t)size;
    return is_usable(size);
}

/* Rounds the sums of pairs down; false where one is of no use. */
static bool round_pairs(struct cutting *cut, struct certificate_row *row, struct row_pair *pairs)
{
    bool usable = true;
    for (size_t at = 0; at < cut->met_count; at++) {
        const size_t slot = cut->met[at];
        const wide coefficient = wide_floor(cut->check->worth[slot], MILLIONTHS);
        usable = note_size(row, coefficient) && usable;
        if (coefficient != 0)
            pairs[row->pair_count++] = (struct row_pair){slot, (int64_t)coefficient};
    }
    return usable;
}

static bool round_counts(struct cutting *cut, struct certificate_row *row, struct row_count *counts)
{
    const struct price_table *prices = &cut->check->prices;
    bool usable = true;
    for (int at = 0; at < prices->count_count; at++) {
        const int count = prices->counts[at];
        const wide coefficient = wide_floor(prices->of_count[count], MILLIONTHS);
        usable = note_size(row, coefficient) && usable;
        if (coefficient != 0)
            counts[row->count_count++] = (struct row_count){count, (int64_t)coefficient};
    }
    return usable;
}

static bool close_cut(struct cutting *cut, const struct certificate_block *block)
{
    struct certificate_check *check = cut->check;
    struct arena *arena = check->rows.arena;
    const wide rhs = wide_floor(check->prices.rhs, MILLIONTHS);
    struct row_pair *pairs = arena_take(arena, cut->met_count + 1, sizeof *pairs);
    struct row_count *counts =
        arena_take(arena, (size_t)check->prices.count_count + 1, sizeof *counts);
    struct certificate_row row = {
        .shape = ROW_CUT, .pairs = pairs, .counts = counts, .rhs = (int64_t)rhs};
    check->rows.failed = check->rows.failed || pairs == NULL || counts == NULL;
    if (check->rows.failed)
        return false;
    if (!round_pairs(cut, &row, pairs) || !round_counts(cut, &row, counts) || !is_usable(rhs)) {
        complain_of_line(check, block->lines, CERTIFICATE_LEAF,
                         WORDS_LATER("the cut's numbers are too large"));
        return false;
    }
    check->cuts[check->cut_count++] = row;
    return true;
}

bool cut_define(struct certificate_check *check, const struct certificate_block *block)
{
    struct cutting cut = {.check = check, .met = check->met, .is_met = check->is_met};
    const bool defined = combine(&cut, block) && close_cut(&cut, block);
    for (size_t at = 0; at < cut.met_count; at++) {
        check->worth[cut.met[at]] = 0;
        check->is_met[cut.met[at]] = 0;
    }
    return defined;
}
