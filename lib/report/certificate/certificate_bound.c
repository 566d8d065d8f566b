/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_bound.h"

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_leaf.h"

bool certificate_check_open(struct certificate_check *check)
{
    struct arena *arena = check->rows.arena;
    if (!count_columns_find(&check->rows.counts, check->rows.problem, check->rows.pairs,
                            check->rows.right, arena))
        return false;
    const size_t pairs = (size_t)check->rows.pairs->count + 1;
    const size_t counts = (size_t)check->rows.counts.count + 1;
    const size_t households = (size_t)check->rows.problem->household_count + 1;
    check->cuts = arena_take(arena, check->blocks->count + 1, sizeof *check->cuts);
    check->points = arena_take(arena, pairs, sizeof *check->points);
    check->sums = arena_take(arena, pairs + counts, sizeof *check->sums);
    check->entries = arena_take(arena, pairs + counts, sizeof *check->entries);
    check->pinned = arena_take(arena, households, sizeof *check->pinned);
    check->used = arena_take(arena, households, sizeof *check->used);
    check->refused_by = arena_take(arena, pairs + households, sizeof *check->refused_by);
    check->placed_by = arena_take(arena, households, sizeof *check->placed_by);
    check->low = arena_take(arena, counts, sizeof *check->low);
    check->high = arena_take(arena, counts, sizeof *check->high);
    return check->cuts != NULL && check->points != NULL && check->sums != NULL &&
           check->entries != NULL && check->pinned != NULL && check->used != NULL &&
           check->refused_by != NULL && check->placed_by != NULL && check->low != NULL &&
           check->high != NULL;
}

void certificate_check_close(struct certificate_check *check)
{
    certificate_rows_free(&check->rows);
}

/* Pins that are not lawful leave no plan at all, so there is nothing to bound. */
static bool take_pins(struct certificate_check *check)
{
    const husly_problem *problem = check->rows.problem;
    for (int h = 0; h < problem->household_count; h++) {
        const int pin = problem->households[h].pin;
        check->pinned[h] = pin != NONE ? lawful_pairs_index(check->rows.pairs, h, pin) : NONE;
        if (pin == NONE || check->pinned[h] != NONE)
            continue;
        complain(check->complaints, (struct place){.source = check->table->source},
                 "the pinned pair %s/%s is not lawful, so no bound can be proven",
                 problem->households[h].id, problem->dwellings[pin].id);
        return false;
    }
    return true;
}

static void begin_stage(struct certificate_check *check, int stage)
{
    certificate_rows_begin(&check->rows, stage);
    const int households = check->rows.problem->household_count;
    check->cut_count = 0;
    for (int h = 0; h < households; h++) {
        check->placed_by[h] = 0;
        check->refused_by[check->rows.pairs->count + h] = 0;
    }
    for (int pair = 0; pair < check->rows.pairs->count; pair++) {
        check->points[pair] = certificate_points(&check->rows, stage, pair);
        check->refused_by[pair] = 0;
    }
}

static bool define_cuts(struct certificate_check *check, int stage)
{
    for (size_t at = 0; at < check->blocks->count; at++) {
        const struct certificate_block *block = &check->blocks->blocks[at];
        if (block->stage == stage && block->is_cut && !cut_define(check, block))
            return false;
    }
    return true;
}

static bool read_leaves(struct certificate_check *check, int stage, struct leaf_entry *leaves,
                        size_t *count)
{
    for (size_t at = 0; at < check->blocks->count; at++) {
        const struct certificate_block *block = &check->blocks->blocks[at];
        if (block->stage != stage || block->is_cut)
            continue;
        leaves[*count].block = *block;
        if (!leaf_read(check, block, &leaves[(*count)++].cases))
            return false;
    }
    if (*count == 0)
        leaves[(*count)++] = (struct leaf_entry){.block = {.stage = stage}};
    return true;
}

static bool check_cover(struct certificate_check *check, int stage, const struct leaf_entry *leaves,
                        size_t count)
{
    struct case_leaf *cases = arena_take(check->rows.arena, count, sizeof *cases);
    for (size_t at = 0; at < count && cases != NULL; at++)
        cases[at] = leaves[at].cases;
    const enum case_answer answer =
        cases != NULL ? certificate_tree_covers(cases, count) : CASES_NO_MEMORY;
    if (answer == CASES_NO_MEMORY)
        check->rows.failed = true;
    if (answer == CASES_OPEN)
        complain(check->complaints, (struct place){.source = check->table->source},
                 "the leaves of stage %s do not cover all cases",
                 husly_words(check->complaints->language,
                             husly_stage_name(check->rows.problem->policy.stages[stage])));
    return answer == CASES_COVERED;
}

/* The largest bound over the leaves that leave a plan. */
static bool bound_leaves(struct certificate_check *check, const struct leaf_entry *leaves,
                         size_t count, int64_t *bound)
{
    bool any = false;
    wide most = 0;
    for (size_t at = 0; at < count; at++) {
        bool empty = false;
        wide own = 0;
        if (!leaf_bound(check, &leaves[at].block, &leaves[at].cases, (int)at, &empty, &own))
            return false;
        if (!empty && (!any || own > most))
            most = own;
        any = any || !empty;
    }
    if (any && most <= INT64_MAX && most >= INT64_MIN) {
        *bound = (int64_t)most;
        return true;
    }
    complain(check->complaints, (struct place){.source = check->table->source},
             any ? WORDS_LATER("the bound does not fit into 64 bits")
                 : WORDS_LATER("the leaves leave no plan at all"));
    return false;
}

bool certificate_stage_open(struct certificate_check *check, int stage, struct leaf_entry **leaves,
                            size_t *count)
{
    *count = 0;
    *leaves = arena_take(check->rows.arena, check->blocks->count + 1, sizeof **leaves);
    if (*leaves == NULL) {
        check->rows.failed = true;
        return false;
    }
    begin_stage(check, stage);
    return take_pins(check) && define_cuts(check, stage) &&
           read_leaves(check, stage, *leaves, count) && check_cover(check, stage, *leaves, *count);
}

bool certificate_bound(struct certificate_check *check, int stage, int64_t *bound)
{
    struct leaf_entry *leaves = NULL;
    size_t count = 0;
    return certificate_stage_open(check, stage, &leaves, &count) &&
           bound_leaves(check, leaves, count, bound);
}
