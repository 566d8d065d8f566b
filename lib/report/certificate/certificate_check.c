/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"
#include "report/certificate/certificate_leaf.h"
#include "report/certificate/leaf_fixings.h"

/* Room for the sums of so many pairs. */
static bool make_room(struct certificate_check *check, size_t wanted)
{
    if (wanted <= check->worth_room)
        return true;
    wide *worth = memory_grow(check->worth, check->worth_room, wanted, sizeof *worth);
    check->worth = worth != NULL ? worth : check->worth;
    size_t *met = memory_grow(check->met, check->worth_room, wanted, sizeof *met);
    check->met = met != NULL ? met : check->met;
    unsigned char *is_met = memory_grow(check->is_met, check->worth_room, wanted, sizeof *is_met);
    check->is_met = is_met != NULL ? is_met : check->is_met;
    const bool done = worth != NULL && met != NULL && is_met != NULL;
    check->worth_room = done ? wanted : check->worth_room;
    return done;
}

static bool take_scratch(struct certificate_check *check)
{
    const husly_problem *problem = check->rows.problem;
    struct arena *arena = check->rows.arena;
    const size_t counts = (size_t)check->rows.counts.count + 1;
    const size_t households = (size_t)problem->household_count + 1;
    check->cuts = arena_take(arena, check->blocks->count + 1, sizeof *check->cuts);
    check->pinned = arena_take(arena, households, sizeof *check->pinned);
    check->used = arena_take(arena, households, sizeof *check->used);
    check->refuses = arena_take(arena, households, sizeof *check->refuses);
    check->housed = arena_take(arena, households, sizeof *check->housed);
    check->unhoused = arena_take(arena, households, sizeof *check->unhoused);
    check->low = arena_take(arena, counts, sizeof *check->low);
    check->high = arena_take(arena, counts, sizeof *check->high);
    if (check->cuts == NULL || check->pinned == NULL || check->used == NULL ||
        check->refuses == NULL || check->housed == NULL || check->unhoused == NULL ||
        check->low == NULL || check->high == NULL ||
        !make_room(check, (size_t)problem->dwelling_count + 1))
        return false;
    for (int h = 0; h < problem->household_count; h++)
        check->pinned[h] = check->used[h] = problem->households[h].pin;
    for (int count = 0; count < check->rows.counts.count; count++)
        check->high[count] = check->rows.counts.columns[count].upper;
    return true;
}

bool certificate_check_open(struct certificate_check *check)
{
    if (!certificate_rows_open(&check->rows) || !take_scratch(check))
        return false;
    check->unread = !certificate_parts_find(&check->parts, &check->rows, check->blocks,
                                            check->table, check->complaints);
    if (check->rows.failed)
        return false;
    if (check->unread)
        return true;
    check->kept = (struct kept_pairs){.rows = &check->rows, .parts = &check->parts};
    check->prices = (struct price_table){.kept = &check->kept};
    return kept_pairs_open(&check->kept) && price_table_open(&check->prices) &&
           (!check->parts.named ||
            certificate_parts_value(&check->parts, &check->rows, check->placed));
}

void certificate_check_close(struct certificate_check *check)
{
    certificate_rows_free(&check->rows);
    kept_pairs_close(&check->kept);
    price_table_close(&check->prices);
    memory_free(check->worth);
    memory_free(check->met);
    memory_free(check->is_met);
    memory_free(check->refused);
    check->worth = NULL;
    check->met = NULL;
    check->is_met = NULL;
    check->refused = NULL;
}

/* Pins that are not lawful leave no plan at all, so there is nothing to bound. */
static bool check_pins(struct certificate_check *check)
{
    const husly_problem *problem = check->rows.problem;
    for (int h = 0; h < problem->household_count; h++) {
        const int pin = problem->households[h].pin;
        if (pin == NONE || lawful_pairs_has(check->rows.pairs, h, pin))
            continue;
        complain(check->complaints, (struct place){.source = check->table->source},
                 "the pinned pair %s/%s is not lawful, so no bound can be proven",
                 problem->households[h].id, problem->dwellings[pin].id);
        return false;
    }
    return true;
}

/* Whether a floor of the part in hand has a count: one that takes points, and the part's own. */
static bool has_count(const struct certificate_check *check, int stage, int count)
{
    return certificate_count_points(&check->rows, stage, count) != 0 &&
           (!check->parts.named || check->parts.owner_of_count[count] == check->part);
}

/* The counts of a floor; NULL when memory ran out. */
static struct row_count *floor_counts(struct certificate_check *check, int stage, int *found)
{
    const int all = check->rows.counts.count;
    int count = 0;
    for (int c = 0; c < all; c++)
        count += has_count(check, stage, c);
    struct row_count *counts = arena_take(check->rows.arena, (size_t)count + 1, sizeof *counts);
    for (int c = 0; c < all && counts != NULL; c++) {
        if (has_count(check, stage, c))
            counts[(*found)++] =
                (struct row_count){c, -certificate_count_points(&check->rows, stage, c)};
    }
    return counts;
}

/* The floor of an earlier stage: what the plan has, in all or in the part. */
static bool lay_floor(struct certificate_check *check, int stage)
{
    struct certificate_rows *rows = &check->rows;
    const struct certificate_parts *parts = &check->parts;
    const int stages = rows->problem->policy.stage_count;
    int count = 0;
    struct certificate_row *row = arena_take(rows->arena, 1, sizeof *row);
    const struct row_count *counts = floor_counts(check, stage, &count);
    if (row == NULL || counts == NULL)
        return false;
    *row = (struct certificate_row){
        .shape = ROW_FLOOR,
        .stage = stage,
        .counts = counts,
        .count_count = count,
        .rhs = -(parts->named ? parts->values[check->part * stages + stage] : check->values[stage]),
        .largest = INT64_MAX,
        .owner = check->part};
    rows->floors[stage] = row;
    return true;
}

static bool lay_floors(struct certificate_check *check)
{
    memset(check->rows.floors, 0, sizeof check->rows.floors);
    for (int stage = 0; stage < check->stage; stage++) {
        if (!lay_floor(check, stage))
            return false;
    }
    return true;
}

/* The name of a leaf without lines: "0", or "part2/0". */
static const char *name_only_leaf(struct certificate_check *check)
{
    struct text name = {0};
    if (!check->parts.named)
        return "0";
    text_add_format(&name, "part%d/0", check->part + 1);
    const char *kept = name.failed ? NULL : arena_text(check->rows.arena, name.bytes, name.size);
    text_free(&name);
    check->rows.failed = check->rows.failed || kept == NULL;
    return kept;
}

static bool read_leaves(struct certificate_check *check, const struct certificate_block *blocks,
                        size_t count, struct part_proof *proof)
{
    proof->leaves = arena_take(check->rows.arena, count + 1, sizeof *proof->leaves);
    check->rows.failed = check->rows.failed || proof->leaves == NULL;
    for (size_t at = 0; at < count && !check->rows.failed; at++) {
        if (blocks[at].kind != BLOCK_LEAF)
            continue;
        struct leaf_entry *leaf = &proof->leaves[proof->leaf_count++];
        leaf->block = blocks[at];
        if (!leaf_read(check, &blocks[at], &leaf->cases))
            return false;
    }
    if (proof->leaf_count == 0 && !check->rows.failed)
        proof->leaves[proof->leaf_count++] =
            (struct leaf_entry){.block = {.stage = check->stage,
                                          .part = check->part,
                                          .kind = BLOCK_LEAF,
                                          .leaf = name_only_leaf(check)}};
    return !check->rows.failed;
}

static int compare_subjects(const void *one, const void *other)
{
    const int64_t *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

/* What pins and leaves fix stays in sight when it is set aside. */
static bool find_fixed(struct certificate_check *check, const struct part_proof *proof)
{
    const struct certificate_parts *parts = &check->parts;
    const int64_t dwellings = check->rows.problem->dwelling_count;
    const int first = parts->first_member[check->part], end = parts->first_member[check->part + 1];
    size_t room = (size_t)(end - first) + 1, count = 0;
    for (size_t leaf = 0; leaf < proof->leaf_count; leaf++)
        room += proof->leaves[leaf].cases.count;
    int64_t *fixed = arena_take(check->rows.arena, room, sizeof *fixed);
    if (fixed == NULL)
        return false;
    for (int at = first; at < end; at++) {
        const int h = parts->members[at];
        if (check->pinned[h] != NONE)
            fixed[count++] = h * dwellings + check->pinned[h];
    }
    for (size_t leaf = 0; leaf < proof->leaf_count; leaf++) {
        const struct case_leaf *cases = &proof->leaves[leaf].cases;
        for (size_t at = 0; at < cases->count; at++) {
            if (cases->fixings[at].kind == CASE_USE &&
                !leaf_is_of_household(check, cases->fixings[at].subject))
                fixed[count++] = cases->fixings[at].subject;
        }
    }
    qsort(fixed, count, sizeof *fixed, compare_subjects);
    check->kept.fixed = fixed;
    check->kept.fixed_count = count;
    return true;
}

static bool check_cover(struct certificate_check *check, const struct part_proof *proof)
{
    struct case_leaf *cases = arena_take(check->rows.arena, proof->leaf_count, sizeof *cases);
    for (size_t at = 0; at < proof->leaf_count && cases != NULL; at++)
        cases[at] = proof->leaves[at].cases;
    const enum case_answer answer =
        cases != NULL ? certificate_tree_covers(cases, proof->leaf_count) : CASES_NO_MEMORY;
    const char *stage =
        husly_words(check->complaints->language,
                    husly_stage_name(check->rows.problem->policy.stages[check->stage]));
    if (answer == CASES_NO_MEMORY)
        check->rows.failed = true;
    if (answer == CASES_OPEN && check->parts.named)
        complain(check->complaints, (struct place){.source = check->table->source},
                 "the leaves of part %d in stage %s do not cover all cases", check->part + 1,
                 stage);
    else if (answer == CASES_OPEN)
        complain(check->complaints, (struct place){.source = check->table->source},
                 "the leaves of stage %s do not cover all cases", stage);
    return answer == CASES_COVERED;
}

/* Writes down the pairs that are left, and the part's cuts by them. */
static bool define_cuts(struct certificate_check *check, const struct certificate_block *blocks,
                        size_t count)
{
    bool has_cuts = false;
    for (size_t at = 0; at < count; at++)
        has_cuts = has_cuts || blocks[at].kind == BLOCK_CUT;
    if (!kept_pairs_store(&check->kept, has_cuts) ||
        (check->kept.stored && !make_room(check, check->kept.slot_count)) ||
        (has_cuts && !kept_pairs_index(&check->kept))) {
        check->rows.failed = true;
        return false;
    }
    if (has_cuts)
        memset(check->worth, 0, check->worth_room * sizeof *check->worth);
    for (size_t at = 0; at < count; at++) {
        if (blocks[at].kind == BLOCK_CUT && !cut_define(check, &blocks[at]))
            return false;
    }
    return true;
}

const struct certificate_block *certificate_aside_block(const struct certificate_check *check)
{
    size_t count = 0;
    const struct certificate_block *blocks =
        certificate_blocks_of(check->blocks, check->stage, check->part, &count);
    for (size_t at = 0; at < count; at++) {
        if (blocks[at].kind == BLOCK_ASIDE)
            return &blocks[at];
    }
    return NULL;
}

bool certificate_part_begin(struct certificate_check *check, int stage, int part)
{
    check->stage = stage;
    check->part = part;
    check->cut_count = 0;
    if (check->unread || !check_pins(check))
        return false;
    kept_pairs_begin(&check->kept, stage, part);
    price_table_clear(&check->prices);
    check->rows.failed = check->rows.failed || !lay_floors(check);
    return !check->rows.failed;
}

bool certificate_part_open(struct certificate_check *check, int stage, int part,
                           struct part_proof *proof)
{
    size_t count = 0;
    *proof = (struct part_proof){0};
    if (!certificate_part_begin(check, stage, part))
        return false;
    const struct certificate_block *blocks =
        certificate_blocks_of(check->blocks, stage, part, &count);
    const struct certificate_block *aside = certificate_aside_block(check);
    if (!read_leaves(check, blocks, count, proof))
        return false;
    check->rows.failed = !find_fixed(check, proof);
    return !check->rows.failed && (aside == NULL || aside_apply(check, aside, proof)) &&
           define_cuts(check, blocks, count) && check_cover(check, proof);
}
