/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_leaf.h"

#include <string.h>

#include "base/memory.h"
#include "base/words.h"

/* The pair of a unit such as "H1/D2", NONE when no lawful one has that name. */
static int find_pair(struct certificate_check *check, const char *unit)
{
    const husly_problem *problem = check->rows.problem;
    const char *slash = strchr(unit, '/');
    if (slash == NULL)
        return NONE;
    const char *household_id = arena_text(check->rows.arena, unit, (size_t)(slash - unit));
    if (household_id == NULL) {
        check->rows.failed = true;
        return NONE;
    }
    const int household = problem_find_household(problem, household_id);
    const int dwelling = problem_find_dwelling(problem, slash + 1);
    return household != NONE && dwelling != NONE
               ? lawful_pairs_index(check->rows.pairs, household, dwelling)
               : NONE;
}

/* The pair of a unit, or for a household's name alone the number of pairs and its index. */
static int find_subject(struct certificate_check *check, const char *unit)
{
    if (strchr(unit, '/') != NULL)
        return find_pair(check, unit);
    const int household = problem_find_household(check->rows.problem, unit);
    return household != NONE ? check->rows.pairs->count + household : NONE;
}

static bool read_fixing(struct certificate_check *check, const struct result_row *line,
                        struct case_fixing *fixing)
{
    const char *unit = line->cells[CERTIFICATE_UNIT].text;
    const struct result_cell *number = &line->cells[CERTIFICATE_MULTIPLIER];
    const bool about_pair = fixing->kind == CASE_USE || fixing->kind == CASE_NOT;
    fixing->subject =
        about_pair ? find_subject(check, unit) : count_columns_named(&check->rows.counts, unit);
    fixing->number = number->number;
    if (fixing->subject == NONE && !check->rows.failed)
        complain_of_line(check, line, CERTIFICATE_UNIT,
                         about_pair
                             ? WORDS_LATER("no lawful pair and no household of this round; write "
                                           "HOUSEHOLD/DWELLING or HOUSEHOLD")
                             : WORDS_LATER("no unit of the right and no count in this round"));
    if (number->filled == about_pair)
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         about_pair ? WORDS_LATER("use and not have no number")
                                    : WORDS_LATER("at_least and at_most need a number"));
    return fixing->subject != NONE && number->filled != about_pair;
}

bool leaf_read(struct certificate_check *check, const struct certificate_block *block,
               struct case_leaf *leaf)
{
    static const enum case_kind kinds[] = {[LINE_USE] = CASE_USE,
                                           [LINE_NOT] = CASE_NOT,
                                           [LINE_AT_LEAST] = CASE_AT_LEAST,
                                           [LINE_AT_MOST] = CASE_AT_MOST};
    struct case_fixing *fixings = arena_take(check->rows.arena, block->count + 1, sizeof *fixings);
    if (fixings == NULL) {
        check->rows.failed = true;
        return false;
    }
    *leaf = (struct case_leaf){.fixings = fixings};
    for (size_t at = 0; at < block->count; at++) {
        const enum line_kind kind = line_kind_of(&block->lines[at]);
        if (kind == LINE_ROW)
            continue;
        if (kind == LINE_UNKNOWN) {
            complain_of_line(
                check, &block->lines[at], CERTIFICATE_WHAT,
                "not a word of the certificate; write row, use, not, at_least or at_most");
            return false;
        }
        struct case_fixing *fixing = &fixings[leaf->count++];
        fixing->kind = kinds[kind];
        if (!read_fixing(check, &block->lines[at], fixing))
            return false;
    }
    return true;
}

/* check->sums becomes c·10⁶ − π·A by column, *total becomes π·b. */
static bool sum_rows(struct certificate_check *check, const struct certificate_block *block,
                     wide *total)
{
    const int pairs = check->rows.pairs->count;
    for (int pair = 0; pair < pairs; pair++)
        check->sums[pair] = (wide)check->points[pair] * MILLIONTHS;
    for (int count = 0; count < check->rows.counts.count; count++)
        check->sums[pairs + count] =
            (wide)certificate_count_points(&check->rows, check->rows.stage, count) * MILLIONTHS;
    *total = 0;
    for (size_t at = 0; at < block->count; at++) {
        const struct result_row *line = &block->lines[at];
        int64_t multiplier = 0;
        if (line_kind_of(line) != LINE_ROW)
            continue;
        const struct certificate_row *row = term_read(check, line, false, &multiplier);
        if (row == NULL)
            return false;
        if (!wide_add(total, (wide)multiplier * row->rhs) ||
            !term_add(check->sums, row, -multiplier)) {
            complain_of_line(check, line, CERTIFICATE_MULTIPLIER, "the numbers are too large");
            return false;
        }
    }
    return true;
}

/* Fixes a household's pair; false when it is fixed to another one already. */
static bool fix_pair(struct certificate_check *check, int pair)
{
    int *used = &check->used[check->rows.pairs->household_of[pair]];
    if (*used == NONE)
        *used = pair;
    return *used == pair;
}

static bool apply_fixing(struct certificate_check *check, const struct case_fixing *fixing,
                         int number)
{
    const int subject = fixing->subject;
    int64_t *low = check->low, *high = check->high;
    switch (fixing->kind) {
    case CASE_USE:
        if (subject < check->rows.pairs->count)
            return fix_pair(check, subject);
        check->placed_by[subject - check->rows.pairs->count] = number + 1;
        return true;
    case CASE_NOT:
        check->refused_by[subject] = number + 1;
        return true;
    case CASE_AT_LEAST:
        low[subject] = fixing->number > low[subject] ? fixing->number : low[subject];
        return low[subject] <= high[subject];
    case CASE_AT_MOST:
        high[subject] = fixing->number < high[subject] ? fixing->number : high[subject];
        return low[subject] <= high[subject];
    }
    return false;
}

/* A household that is refused has no pair, and one that is placed has one left. */
static bool leaves_plan(const struct certificate_check *check, int household, int number)
{
    const int used = check->used[household];
    const bool placed = check->placed_by[household] == number + 1;
    if (check->refused_by[check->rows.pairs->count + household] == number + 1)
        return used == NONE && !placed;
    if (used != NONE)
        return check->refused_by[used] != number + 1;
    return !placed || leaf_best_pair(check, household, number, NONE) != NONE;
}

/* Sets what the leaf fixes; false when its fixings contradict one another or a pin. */
static bool apply_fixings(struct certificate_check *check, const struct case_leaf *leaf, int number)
{
    const struct count_columns *counts = &check->rows.counts;
    const int households = check->rows.problem->household_count;
    memcpy(check->used, check->pinned, (size_t)households * sizeof *check->used);
    for (int count = 0; count < counts->count; count++) {
        check->low[count] = 0;
        check->high[count] = counts->columns[count].upper;
    }
    for (size_t at = 0; at < leaf->count; at++) {
        if (!apply_fixing(check, &leaf->fixings[at], number))
            return false;
    }
    for (int h = 0; h < households; h++) {
        if (!leaves_plan(check, h, number))
            return false;
    }
    return true;
}

int leaf_best_pair(const struct certificate_check *check, int household, int number, int preferred)
{
    const struct lawful_pairs *pairs = check->rows.pairs;
    if (check->used[household] != NONE)
        return check->used[household];
    if (check->refused_by[pairs->count + household] == number + 1)
        return NONE;
    const bool placed = check->placed_by[household] == number + 1;
    int best = NONE;
    wide most = 0;
    for (int pair = pairs->first_of[household]; pair < pairs->first_of[household + 1]; pair++) {
        const wide worth = check->sums[pair];
        const bool ties = pair == preferred && worth == most;
        const bool first = placed && best == NONE;
        if ((worth > most || ties || first) && check->refused_by[pair] != number + 1) {
            most = worth;
            best = pair;
        }
    }
    return best;
}

/* The most that a household can add: its fixed pair's term, else its best, else nothing. */
static wide household_share(const struct certificate_check *check, int household, int number)
{
    const int pair = leaf_best_pair(check, household, number, NONE);
    return pair != NONE ? check->sums[pair] : 0;
}

/* The most that a count can add; false when it is beyond all use. */
static bool add_count(const struct certificate_check *check, int count, wide *total)
{
    const wide each = check->sums[check->rows.pairs->count + count];
    const wide largest = (wide)1 << 90;
    if (each > largest || each < -largest)
        return false;
    return wide_add(total, each * (each > 0 ? check->high[count] : check->low[count]));
}

bool leaf_bound(struct certificate_check *check, const struct certificate_block *block,
                const struct case_leaf *leaf, int number, bool *empty, wide *bound)
{
    wide total = 0;
    if (!sum_rows(check, block, &total))
        return false;
    *empty = !apply_fixings(check, leaf, number);
    bool held = true;
    for (int h = 0; h < check->rows.problem->household_count && !*empty; h++)
        held = wide_add(&total, household_share(check, h, number)) && held;
    for (int count = 0; count < check->rows.counts.count && !*empty; count++)
        held = add_count(check, count, &total) && held;
    if (!held)
        complain_of_line(check, block->lines, CERTIFICATE_LEAF, "the leaf's numbers are too large");
    *bound = wide_floor(total, MILLIONTHS);
    return held;
}
