/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_TESTS_PROOF_READER_H
#define HUSLY_TESTS_PROOF_READER_H

/* Reads the proof of a stage anew, densely and slowly. */
#include "base/memory.h"
#include "base/wide.h"
#include "solve/solve.h"
#include "support/check.h"

enum { READER_COLUMNS = 128 };

struct reader {
    const struct program *program;
    const struct proof *proof;
    wide (*cuts)[READER_COLUMNS];
    wide *cut_rhs;
    const bool *aside; /* by column: out of every leaf; NULL: none is */
};

static inline void reader_add_term(const struct reader *reader, const struct term *term, wide *sums,
                                   wide *rhs)
{
    const struct program *program = reader->program;
    const bool equal = term->kind == TERM_ROW && program->rows[term->index].equal;
    CHECK(term->multiplier >= 0 || equal);
    if (term->kind == TERM_CUT) {
        for (int column = 0; column < program->column_count; column++)
            sums[column] += reader->cuts[term->index][column] * term->multiplier;
        *rhs += reader->cut_rhs[term->index] * term->multiplier;
        return;
    }
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (term->kind == TERM_GROUP)
            sums[column] += it->group == term->index ? term->multiplier : 0;
        for (int k = 0; k < it->entry_count && term->kind == TERM_ROW; k++) {
            const struct program_entry *entry = &program->entries[it->first_entry + k];
            if (entry->row == term->index)
                sums[column] += (wide)entry->coefficient * term->multiplier;
        }
    }
    *rhs +=
        (wide)term->multiplier * (term->kind == TERM_GROUP ? 1 : program->rows[term->index].rhs);
}

static inline void reader_read_cuts(struct reader *reader)
{
    for (int cut = 0; cut < reader->proof->cut_count; cut++) {
        const struct cut *it = &reader->proof->cuts[cut];
        wide sums[READER_COLUMNS] = {0}, rhs = 0;
        for (int k = 0; k < it->term_count; k++) {
            CHECK(it->terms[k].kind != TERM_CUT || it->terms[k].index < cut);
            reader_add_term(reader, &it->terms[k], sums, &rhs);
        }
        for (int column = 0; column < reader->program->column_count; column++)
            reader->cuts[cut][column] = wide_floor(sums[column], 1000000);
        reader->cut_rhs[cut] = wide_floor(rhs, 1000000);
    }
}

static inline bool reader_fixes(const struct leaf *leaf, enum fixing_kind kind, int column)
{
    for (int k = 0; k < leaf->fixing_count; k++) {
        if (leaf->fixings[k].column == column && leaf->fixings[k].kind == kind)
            return true;
    }
    return false;
}

static inline wide reader_group_share(const struct reader *reader, const struct leaf *leaf,
                                      int group, const wide *left)
{
    const struct program *program = reader->program;
    const bool placed = reader_fixes(leaf, FIX_PLACED, group);
    wide most = placed ? -((wide)1 << 100) : 0;
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != group || reader_fixes(leaf, FIX_UNPLACED, group))
            continue;
        if (program->columns[column].pinned || reader_fixes(leaf, FIX_USE, column))
            return left[column];
        const bool aside = reader->aside != NULL && reader->aside[column];
        if (!aside && !reader_fixes(leaf, FIX_NOT, column) && left[column] > most)
            most = left[column];
    }
    return most;
}

static inline wide reader_count_share(const struct program_column *count, const struct leaf *leaf,
                                      int column, wide left)
{
    int64_t low = 0, high = count->upper;
    for (int k = 0; k < leaf->fixing_count; k++) {
        const struct fixing *fixing = &leaf->fixings[k];
        if (fixing->column == column && fixing->kind == FIX_AT_LEAST)
            low = fixing->number;
        if (fixing->column == column && fixing->kind == FIX_AT_MOST)
            high = fixing->number;
    }
    return left > 0 ? left * high : left * low;
}

static inline int64_t reader_bound(const struct reader *reader, int stage, const struct leaf *leaf)
{
    const struct program *program = reader->program;
    wide left[READER_COLUMNS] = {0}, total = 0;
    for (int k = 0; k < leaf->term_count; k++)
        reader_add_term(reader, &leaf->terms[k], left, &total);
    for (int column = 0; column < program->column_count; column++)
        left[column] = (wide)program->objectives[stage][column] * 1000000 - left[column];
    for (int group = 0; group < program->group_count; group++)
        total += reader_group_share(reader, leaf, group, left);
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        if (it->group == NO_INDEX)
            total += reader_count_share(it, leaf, column, left[column]);
    }
    total = wide_floor(total, 1000000);
    return total < INT64_MIN ? INT64_MIN : (int64_t)total; /* no plan agrees with the leaf */
}

/* Whether the leaves split all cases from some depth on: alike in what comes first there, parted
 * by it, and each part the same again. */
static inline bool reader_covers(const struct leaf *leaves, int count, int depth)
{
    if (count == 1)
        return leaves[0].fixing_count == depth;
    if (count == 0 || leaves[0].fixing_count <= depth)
        return false;
    const struct fixing first = leaves[0].fixings[depth];
    int part = 0;
    while (part < count && leaves[part].fixing_count > depth &&
           leaves[part].fixings[depth].kind == first.kind)
        part++;
    if (part == count || leaves[part].fixing_count <= depth)
        return false;
    const struct fixing second = leaves[part].fixings[depth];
    const bool pair = (first.kind == FIX_USE && second.kind == FIX_NOT) ||
                      (first.kind == FIX_PLACED && second.kind == FIX_UNPLACED);
    const bool number = first.kind == FIX_AT_MOST && second.kind == FIX_AT_LEAST &&
                        second.number == first.number + 1;
    return first.column == second.column && (pair || number) &&
           reader_covers(leaves, part, depth + 1) &&
           reader_covers(leaves + part, count - part, depth + 1);
}

/* The leaves of a proof cover all cases and prove the bound that is stated. */
static inline void check_proof(const struct program *program, int stage,
                               const struct stage_answer *answer)
{
    struct reader reader = {.program = program, .proof = &answer->proof};
    reader.cuts = memory_new((size_t)answer->proof.cut_count + 1, sizeof *reader.cuts);
    reader.cut_rhs = memory_new((size_t)answer->proof.cut_count + 1, sizeof *reader.cut_rhs);
    CHECK(program->column_count <= READER_COLUMNS);
    reader_read_cuts(&reader);
    int64_t bound = INT64_MIN;
    for (int leaf = 0; leaf < answer->proof.leaf_count; leaf++) {
        int64_t own = reader_bound(&reader, stage, &answer->proof.leaves[leaf]);
        bound = own > bound ? own : bound;
    }
    CHECK(reader_covers(answer->proof.leaves, answer->proof.leaf_count, 0));
    CHECK(bound == answer->proof.bound);
    CHECK(bound == answer->value);
    memory_free(reader.cuts);
    memory_free(reader.cut_rhs);
}

#endif
