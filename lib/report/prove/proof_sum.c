/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/prove/proof_sum.h"

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
                                                       .arena = arena,
                                                       .values = proof->values},
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

husly_status proof_stage(struct proof *proof, int stage)
{
    proof->stage = stage;
    if (!certificate_stage_open(&proof->check, stage, &proof->leaves, &proof->leaf_count))
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
        price->row = term_read(&proof->check, line, false, &price->price);
        if (price->row == NULL)
            return false;
        price->worth = (wide)price->price * price->row->rhs;
        leaf->sum += price->worth;
        leaf->price_count += price->price != 0;
    }
    return true;
}

/* The pair that the plan has for a household, NONE. */
static int chosen_pair(const struct proof *proof, int household)
{
    const int dwelling = proof->plan->placed[household];
    return dwelling != NONE ? lawful_pairs_index(&proof->pairs, household, dwelling) : NONE;
}

static void add_shares(const struct proof *proof, struct proof_leaf *leaf, int number)
{
    const struct certificate_check *check = &proof->check;
    for (int h = 0; h < proof->problem->household_count; h++) {
        struct proof_share *share = &leaf->shares[leaf->share_count++];
        const int pair = leaf_best_pair(check, h, number, chosen_pair(proof, h));
        *share = (struct proof_share){h, pair, check->used[h] != NONE, 0, 0};
        if (pair == NONE)
            continue;
        share->points = check->points[pair];
        share->keeps = check->sums[pair];
        leaf->sum += share->keeps;
    }
}

static void add_extras(const struct proof *proof, struct proof_leaf *leaf)
{
    const struct certificate_check *check = &proof->check;
    for (int unit = 0; unit < proof->check.rows.counts.count; unit++) {
        const wide each = check->sums[proof->pairs.count + unit];
        const int64_t number = each > 0 ? check->high[unit] : check->low[unit];
        if (each == 0 || number == 0)
            continue;
        leaf->extras[leaf->extras_count++] = (struct proof_extras){unit, number, each};
        leaf->sum += each * number;
    }
}

husly_status proof_leaf_sum(struct proof *proof, size_t index, struct proof_leaf *out)
{
    wide bound = 0;
    *out = proof->room;
    out->entry = &proof->leaves[index];
    if (!leaf_bound(&proof->check, &out->entry->block, &out->entry->cases, (int)index, &out->empty,
                    &bound))
        return unproved(proof);
    if (out->empty)
        return HUSLY_OK;
    if (!add_prices(proof, out))
        return unproved(proof);
    add_shares(proof, out, (int)index);
    add_extras(proof, out);
    out->bound = (int64_t)bound;
    return wide_floor(out->sum, MILLIONTHS) == bound && bound == out->bound ? HUSLY_OK
                                                                            : unproved(proof);
}

int64_t proof_coefficient(const struct certificate_row *row, int column)
{
    int64_t coefficient = 0;
    for (int at = 0; at < row->count; at++)
        coefficient += row->entries[at].column == column ? row->entries[at].coefficient : 0;
    return coefficient;
}
