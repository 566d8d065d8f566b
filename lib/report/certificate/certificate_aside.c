/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docs/model.md, Pairs set aside. */
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_leaf.h"

enum { LEVEL_LARGEST_DIGITS = 18 };

/* Reads the lines but for the rows: one line `level`. False after complaining. */
static bool read_level(struct certificate_check *check, const struct certificate_block *block,
                       int64_t *level)
{
    const int64_t largest = INT64_C(1000000000000000000);
    int levels = 0;
    for (size_t at = 0; at < block->count; at++) {
        const struct result_row *line = &block->lines[at];
        const struct result_cell *number = &line->cells[CERTIFICATE_MULTIPLIER];
        const enum line_kind kind = line_kind_of(line);
        if (kind == LINE_ROW)
            continue;
        levels += kind == LINE_LEVEL;
        if (kind != LINE_LEVEL || levels > 1) {
            complain_of_line(check, line, CERTIFICATE_WHAT,
                             WORDS_LATER("what sets pairs aside has lines of rows and one level"));
            return false;
        }
        if (line->cells[CERTIFICATE_UNIT].filled || !number->filled || number->number > largest ||
            number->number < -largest) {
            complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                             WORDS_LATER("a level has a number, at most 10^18 in size, and no "
                                         "unit"));
            return false;
        }
        *level = number->number;
    }
    if (levels == 0)
        complain_of_line(check, block->lines, CERTIFICATE_WHAT,
                         WORDS_LATER("what sets pairs aside has lines of rows and one level"));
    return levels == 1;
}

/* Which of a household's pairs no plan above the level has: those by which the sum, taken instead
 * of the best, is below the next whole number. */
static void set_household(struct certificate_check *check, int household, wide below,
                          unsigned char *aside)
{
    const struct pair_list list = kept_pairs_of(&check->kept, household);
    const wide *worth = leaf_worth(check, household, &list);
    wide best = 0;
    for (int k = 0; k < list.count; k++)
        best = worth[k] > best ? worth[k] : best;
    for (int k = 0; k < list.count; k++)
        aside[k] = worth[k] - best < below && check->pinned[household] != list.dwellings[k] ? 1 : 0;
    kept_pairs_set_aside(&check->kept, household, &list, aside);
}

bool aside_apply(struct certificate_check *check, const struct certificate_block *block,
                 struct part_proof *proof)
{
    const struct certificate_parts *parts = &check->parts;
    const size_t dwellings = (size_t)check->rows.problem->dwelling_count + 1;
    const struct leaf_entry whole = {.block = *block};
    bool empty = false;
    proof->aside = block;
    if (!read_level(check, block, &proof->level) || !terms_load(check, block, TERM_IN_ASIDE) ||
        !leaf_sum(check, &whole, &empty, &proof->aside_sum))
        return false;
    unsigned char *aside = memory_new(dwellings, sizeof *aside);
    check->rows.failed =
        check->rows.failed || aside == NULL || !kept_pairs_start_aside(&check->kept);
    wide below = ((wide)proof->level + 1) * MILLIONTHS;
    const bool held = !__builtin_sub_overflow(below, proof->aside_sum, &below);
    if (!held)
        complain_of_line(check, block->lines, CERTIFICATE_LEAF,
                         WORDS_LATER("the numbers are too large"));
    for (int at = parts->first_member[check->part];
         at < parts->first_member[check->part + 1] && held && !check->rows.failed; at++)
        set_household(check, parts->members[at], below, aside);
    memory_free(aside);
    check->kept.has_aside = true;
    return held && !check->rows.failed;
}
