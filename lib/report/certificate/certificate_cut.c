/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/memory.h"
#include "report/certificate/certificate_terms.h"

/* A coefficient beyond this is no use to a proof, and its products might leave 128 bits. */
static const wide largest = (wide)1000000000000000000;

static bool is_usable(wide number)
{
    return number <= largest && number >= -largest;
}

/* Sums the lines of a cut into check->sums and *rhs. */
static bool combine(struct certificate_check *check, const struct certificate_block *block,
                    wide *rhs)
{
    for (size_t at = 0; at < block->count; at++) {
        const struct result_row *line = &block->lines[at];
        if (line_kind_of(line) != LINE_ROW) {
            complain_of_line(check, line, CERTIFICATE_WHAT, "a cut has only lines of rows");
            return false;
        }
        int64_t multiplier = 0;
        const struct certificate_row *row = term_read(check, line, true, &multiplier);
        if (row == NULL)
            return false;
        if (!wide_add(rhs, (wide)multiplier * row->rhs) ||
            !term_add(check->sums, row, multiplier)) {
            complain_of_line(check, line, CERTIFICATE_MULTIPLIER, "the numbers are too large");
            return false;
        }
    }
    return true;
}

/* Rounds the sums of the row's columns down into check->entries and sets them back to 0, so that a
 * column that several lines share is met once. */
static bool round_down(struct certificate_check *check, const struct certificate_row *row,
                       int *count)
{
    for (int at = 0; at < row->count; at++) {
        const int column = row->entries[at].column;
        const wide coefficient = wide_floor(check->sums[column], MILLIONTHS);
        check->sums[column] = 0;
        if (!is_usable(coefficient))
            return false;
        if (coefficient != 0)
            check->entries[(*count)++] = (struct row_entry){column, (int64_t)coefficient};
    }
    return true;
}

static bool close_cut(struct certificate_check *check, const struct certificate_block *block,
                      wide rhs)
{
    int count = 0;
    bool usable = is_usable(wide_floor(rhs, MILLIONTHS));
    for (size_t at = 0; at < block->count && usable; at++) {
        int64_t multiplier = 0;
        usable = round_down(check, term_read(check, &block->lines[at], true, &multiplier), &count);
    }
    if (!usable) {
        complain_of_line(check, block->lines, CERTIFICATE_LEAF, "the cut's numbers are too large");
        return false;
    }
    struct row_entry *kept = arena_take(check->rows.arena, (size_t)count + 1, sizeof *kept);
    if (kept == NULL) {
        check->rows.failed = true;
        return false;
    }
    memcpy(kept, check->entries, (size_t)count * sizeof *kept);
    check->cuts[check->cut_count++] = (struct certificate_row){
        .entries = kept, .count = count, .rhs = (int64_t)wide_floor(rhs, MILLIONTHS)};
    return true;
}

bool cut_define(struct certificate_check *check, const struct certificate_block *block)
{
    const size_t columns = (size_t)check->rows.pairs->count + (size_t)check->rows.counts.count;
    wide rhs = 0;
    memset(check->sums, 0, columns * sizeof *check->sums);
    return combine(check, block, &rhs) && close_cut(check, block, rhs);
}
