/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/prove/proof_sum.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/certificate_leaf.h"
#include "report/certificate/pair_kroner.h"

static struct result_cell text_cell(const char *text)
{
    return (struct result_cell){.text = text, .filled = *text != '\0'};
}

/* The plan's certificate as the file that it was, or will be. */
static bool take_lines(struct proof *proof, struct arena *arena)
{
    const husly_plan *plan = proof->plan;
    struct result_table *table = &proof->table;
    *table = (struct result_table){.source = "certificate.csv", .present = true};
    table->rows = arena_take(arena, plan->line_count + 1, sizeof *table->rows);
    for (; table->rows != NULL && table->count < plan->line_count; table->count++) {
        const struct certificate_line *line = &plan->lines[table->count];
        struct result_cell *cells = arena_take(arena, CERTIFICATE_END, sizeof *cells);
        if (cells == NULL)
            return false;
        cells[CERTIFICATE_STAGE] = text_cell(line->stage);
        cells[CERTIFICATE_LEAF] = text_cell(line->leaf);
        cells[CERTIFICATE_WHAT] = text_cell(line->what);
        cells[CERTIFICATE_UNIT] = text_cell(line->unit);
        cells[CERTIFICATE_MULTIPLIER] = (struct result_cell){
            .text = "", .number = line->multiplier, .filled = line->has_multiplier};
        table->rows[table->count].cells = cells;
    }
    return table->rows != NULL;
}

static bool take_room(struct proof *proof, struct arena *arena)
{
    struct proof_leaf *room = &proof->room;
    room->prices = arena_take(arena, proof->table.count + 1, sizeof *room->prices);
    room->shares =
        arena_take(arena, (size_t)proof->problem->household_count + 1, sizeof *room->shares);
    return room->prices != NULL && room->shares != NULL;
}

static bool take_count_room(struct proof *proof, struct arena *arena)
{
    const size_t counts = (size_t)proof->check.rows.counts.count + 1;
    proof->room.extras = arena_take(arena, counts, sizeof *proof->room.extras);
    return proof->room.extras != NULL;
}

static bool open_check(struct proof *proof, struct complaints *complaints, struct arena *arena)
{
    if (!lawful_pairs_find(&proof->pairs, proof->problem, arena) ||
        !right_count_find(&proof->right, proof->problem, arena) || !take_lines(proof, arena))
        return false;
    proof->blocks =
        certificate_blocks_find(&proof->table, &proof->problem->policy, arena, complaints);
    proof->check = (struct certificate_check){.rows = {.problem = proof->problem,
                                                       .pairs = &proof->pairs,
                                                       .right = &proof->right,
                                                       .arena = arena},
                                              .values = proof->values,
                                              .placed = proof->plan->placed,
                                              .table = &proof->table,
                                              .blocks = &proof->blocks,
                                              .complaints = complaints};
    return !proof->blocks.failed && certificate_check_open(&proof->check) &&
           take_room(proof, arena) && take_count_room(proof, arena);
}

static husly_status unproved(const struct proof *proof)
{
    husly_error *error = proof->check.complaints->error;
    if (proof->check.rows.failed)
        return error_memory(error);
    return error_set(error, HUSLY_E_CHECK, (struct place){.source = proof->table.source},
                     "the certificate proves no bound");
}

husly_status proof_open(struct proof *proof, const husly_problem *problem, const husly_plan *plan,
                        struct complaints *complaints, struct arena *arena)
{
    *proof = (struct proof){.problem = problem, .plan = plan};
    for (size_t stage = 0; stage < plan->stage_count; stage++)
        proof->values[stage] =
            stage_figure(problem, plan->stages[stage].stage, plan->stages[stage].value);
    if (!open_check(proof, complaints, arena))
        return error_memory(complaints->error);
    return complaints->count == 0 ? HUSLY_OK : unproved(proof);
}

void proof_close(struct proof *proof)
{
    certificate_check_close(&proof->check);
}

int proof_part_count(const struct proof *proof)
{
    return proof->check.parts.count;
}

husly_status proof_part(struct proof *proof, int stage, int part)
{
    proof->stage = stage;
    proof->part = part;
    if (!certificate_part_open(&proof->check, stage, part, &proof->in_part))
        return unproved(proof);
    return HUSLY_OK;
}

static bool add_prices(struct proof *proof, struct proof_leaf *leaf)
{
    for (size_t at = 0; at < leaf->entry->block.count; at++) {
        const struct result_row *line = &leaf->entry->block.lines[at];
        if (line_kind_of(line) != LINE_ROW)
            continue;
        struct proof_price *price = &leaf->prices[leaf->price_count];
        price->unit = line->cells[CERTIFICATE_UNIT].text;
        price->row = term_read(&proof->check, line, TERM_IN_LEAF, &price->price);
        if (price->row == NULL)
            return false;
        price->worth = (wide)price->price * price->row->rhs;
        leaf->sum += price->worth;
        leaf->price_count += price->price != 0;
    }
    return true;
}

static void add_shares(struct proof *proof, struct proof_leaf *leaf)
{
    const struct certificate_parts *parts = &proof->check.parts;
    for (int h = 0; h < proof->problem->household_count; h++) {
        if (parts->named && parts->part_of[h] != proof->part)
            continue;
        const struct leaf_best best = leaf_best_of(&proof->check, h, proof->plan->placed[h]);
        leaf->shares[leaf->share_count++] =
            (struct proof_share){h, best.dwelling, best.fixed, best.points, best.worth};
        leaf->sum += best.worth;
    }
}

static int compare_counts(const void *one, const void *other)
{
    const int *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

static void add_extras(struct proof *proof, struct proof_leaf *leaf)
{
    struct price_table *prices = &proof->check.prices;
    qsort(prices->counts, (size_t)prices->count_count, sizeof *prices->counts, compare_counts);
    for (int at = 0; at < prices->count_count; at++) {
        wide each = 0;
        const int unit = prices->counts[at];
        const int64_t number = leaf_count_number(&proof->check, unit, &each);
        if (each == 0 || number == 0)
            continue;
        leaf->extras[leaf->extras_count++] = (struct proof_extras){unit, number, each};
        leaf->sum += each * number;
    }
}

/* The lines of a leaf that was summed, which must come to the same. */
static husly_status add_lines(struct proof *proof, struct proof_leaf *leaf, wide sum)
{
    if (!add_prices(proof, leaf))
        return unproved(proof);
    add_shares(proof, leaf);
    add_extras(proof, leaf);
    const wide bound = wide_floor(sum, MILLIONTHS);
    leaf->bound = (int64_t)bound;
    return leaf->sum == sum && bound == leaf->bound ? HUSLY_OK : unproved(proof);
}

static husly_status sum_leaf(struct proof *proof, const struct leaf_entry *entry,
                             enum term_place place, struct proof_leaf *out)
{
    wide sum = 0;
    *out = proof->room;
    out->entry = entry;
    if (!terms_load(&proof->check, &entry->block, place) ||
        !leaf_sum(&proof->check, entry, &out->empty, &sum))
        return unproved(proof);
    return out->empty ? HUSLY_OK : add_lines(proof, out, sum);
}

husly_status proof_leaf_sum(struct proof *proof, size_t index, struct proof_leaf *out)
{
    return sum_leaf(proof, &proof->in_part.leaves[index], TERM_IN_LEAF, out);
}

husly_status proof_aside(struct proof *proof, int stage, int part, bool *there,
                         struct proof_leaf *out)
{
    proof->stage = stage;
    proof->part = part;
    proof->aside = (struct leaf_entry){{0}, {0}};
    if (!certificate_part_begin(&proof->check, stage, part))
        return unproved(proof);
    const struct certificate_block *block = certificate_aside_block(&proof->check);
    *there = block != NULL;
    if (block == NULL)
        return HUSLY_OK;
    proof->aside.block = *block;
    return sum_leaf(proof, &proof->aside, TERM_IN_ASIDE, out);
}

int64_t proof_coefficient(const struct proof *proof, const struct certificate_row *row,
                          int household, int dwelling)
{
    const struct certificate_rows *rows = &proof->check.rows;
    size_t slot = 0;
    if (row->shape == ROW_FACTOR)
        return certificate_row_factor(rows, row, household, dwelling);
    if (row->shape == ROW_FLOOR)
        return -pair_points(proof->problem, proof->problem->policy.stages[row->stage], household,
                            dwelling);
    if (!kept_pairs_slot(&proof->check.kept, household, dwelling, &slot))
        return 0;
    for (int at = 0; at < row->pair_count; at++) {
        if (row->pairs[at].slot == slot)
            return row->pairs[at].coefficient;
    }
    return 0;
}
