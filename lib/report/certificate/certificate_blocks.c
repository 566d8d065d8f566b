/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_blocks.h"

#include <husly/solve.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { LEAF_DIGITS = 9 };

static int find_stage(const husly_policy *policy, const char *name)
{
    int stage = 0;
    while (stage < policy->stage_count &&
           !text_equal(husly_stage_name(policy->stages[stage]), name))
        stage++;
    return stage;
}

/* "7" or "cut7", without leading zeros; false for anything else. */
static bool read_name(const char *name, struct certificate_block *block)
{
    block->is_cut = strncmp(name, "cut", 3) == 0;
    const char *digits = block->is_cut ? name + 3 : name;
    const size_t size = strlen(digits);
    if (size == 0 || size > LEAF_DIGITS || digits[strspn(digits, "0123456789")] != '\0' ||
        (digits[0] == '0' && size > 1))
        return false;
    block->number = 0;
    for (; *digits != '\0'; digits++)
        block->number = 10 * block->number + (*digits - '0');
    return true;
}

/* How many lines from here on bear the same stage and leaf. */
static size_t block_size(const struct result_table *table, size_t first)
{
    const struct result_cell *cells = table->rows[first].cells;
    size_t end = first + 1;
    while (
        end < table->count &&
        text_equal(table->rows[end].cells[CERTIFICATE_STAGE].text, cells[CERTIFICATE_STAGE].text) &&
        text_equal(table->rows[end].cells[CERTIFICATE_LEAF].text, cells[CERTIFICATE_LEAF].text))
        end++;
    return end - first;
}

/* The numbers that come next in a stage. */
struct numbering {
    int64_t cut, leaf;
};

static bool is_in_order(const struct certificate_block *block, struct numbering *next)
{
    if (block->is_cut) {
        if (block->number != next->cut)
            return false;
        next->cut++;
        return true;
    }
    if (block->number < next->leaf)
        return false;
    next->leaf = block->number + 1;
    return true;
}

static bool read_block(struct certificate_block *block, const struct result_table *table,
                       const husly_policy *policy, struct numbering *next,
                       struct complaints *complaints)
{
    const struct result_row *row = block->lines;
    block->stage = find_stage(policy, row->cells[CERTIFICATE_STAGE].text);
    if (block->stage == policy->stage_count) {
        complain(complaints, cell_place(table, row, CERTIFICATE_STAGE),
                 "the round has no such stage");
        return false;
    }
    if (!read_name(row->cells[CERTIFICATE_LEAF].text, block)) {
        complain(
            complaints, cell_place(table, row, CERTIFICATE_LEAF),
            "neither the number of a leaf nor the name of a cut; write 0, 1 … or cut1, cut2 …");
        return false;
    }
    if (!is_in_order(block, &next[block->stage])) {
        complain(
            complaints, cell_place(table, row, CERTIFICATE_LEAF),
            "out of order: a stage's cuts are numbered from 1 without gaps, the numbers of its "
            "leaves ascend, and the lines of each stand together");
        return false;
    }
    return true;
}

struct certificate_blocks certificate_blocks_find(const struct result_table *table,
                                                  const husly_policy *policy, struct arena *arena,
                                                  struct complaints *complaints)
{
    struct numbering next[HUSLY_STAGE_END];
    for (int stage = 0; stage < HUSLY_STAGE_END; stage++)
        next[stage] = (struct numbering){.cut = 1, .leaf = 0};
    struct certificate_blocks found = {
        .blocks = arena_take(arena, table->count + 1, sizeof *found.blocks)};
    found.failed = found.blocks == NULL;
    for (size_t first = 0, size = 0; first < table->count && !found.failed; first += size) {
        size = block_size(table, first);
        struct certificate_block block = {.lines = &table->rows[first], .count = size};
        if (read_block(&block, table, policy, next, complaints))
            found.blocks[found.count++] = block;
    }
    return found;
}
