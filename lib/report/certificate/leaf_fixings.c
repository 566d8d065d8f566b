/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/leaf_fixings.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_leaf.h"

static int64_t pair_count(const struct certificate_check *check)
{
    const husly_problem *problem = check->rows.problem;
    return (int64_t)problem->household_count * problem->dwelling_count;
}

bool leaf_is_of_household(const struct certificate_check *check, int64_t subject)
{
    return subject >= pair_count(check);
}

static int household_of(const struct certificate_check *check, int64_t subject)
{
    const int64_t pairs = pair_count(check);
    return (int)(subject >= pairs ? subject - pairs
                                  : subject / check->rows.problem->dwelling_count);
}

static int dwelling_of(const struct certificate_check *check, int64_t subject)
{
    return (int)(subject % check->rows.problem->dwelling_count);
}

/* The pair of a unit such as "H1/D2", NONE when no lawful one has that name. */
static int64_t find_pair(struct certificate_check *check, const char *unit)
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
    if (household == NONE || dwelling == NONE ||
        !lawful_pairs_has(check->rows.pairs, household, dwelling))
        return NONE;
    return (int64_t)household * problem->dwelling_count + dwelling;
}

/* The pair of a unit, or a household's name alone. */
static int64_t find_subject(struct certificate_check *check, const char *unit)
{
    if (strchr(unit, '/') != NULL)
        return find_pair(check, unit);
    const int household = problem_find_household(check->rows.problem, unit);
    return household != NONE ? pair_count(check) + household : NONE;
}

/* Whether the part in hand has the pair or the count; a count that is nobody's it then keeps. */
static bool is_own(struct certificate_check *check, int64_t subject, bool about_pair)
{
    struct certificate_parts *parts = &check->parts;
    if (!parts->named)
        return true;
    if (about_pair)
        return parts->part_of[household_of(check, subject)] == check->part;
    int *owner = &parts->owner_of_count[subject];
    if (*owner == NONE)
        *owner = check->part;
    return *owner == check->part;
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
    if (check->rows.failed)
        return false;
    if (fixing->subject == NONE)
        complain_of_line(check, line, CERTIFICATE_UNIT,
                         about_pair
                             ? WORDS_LATER("no lawful pair and no household of this round; write "
                                           "HOUSEHOLD/DWELLING or HOUSEHOLD")
                             : WORDS_LATER("no unit of the right and no count in this round"));
    else if (!is_own(check, fixing->subject, about_pair))
        complain_of_line(check, line, CERTIFICATE_UNIT,
                         WORDS_LATER("a leaf fixes only what belongs to its own part"));
    else if (number->filled == about_pair)
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         about_pair ? WORDS_LATER("use and not have no number")
                                    : WORDS_LATER("at_least and at_most need a number"));
    else
        return true;
    return false;
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
        if (kind >= LINE_LEVEL) {
            complain_of_line(check, &block->lines[at], CERTIFICATE_WHAT,
                             WORDS_LATER("not a word of the certificate; write row, use, not, "
                                         "at_least or at_most"));
            return false;
        }
        struct case_fixing *fixing = &fixings[leaf->count++];
        fixing->kind = kinds[kind];
        if (!read_fixing(check, &block->lines[at], fixing))
            return false;
    }
    return true;
}

static int compare_subjects(const void *one, const void *other)
{
    const int64_t *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

bool leaf_refuses(const struct certificate_check *check, int household, int dwelling)
{
    const int64_t subject = (int64_t)household * check->rows.problem->dwelling_count + dwelling;
    return check->refuses[household] && bsearch(&subject, check->refused, check->refused_count,
                                                sizeof subject, compare_subjects) != NULL;
}

/* Gives back what the leaf before has taken. */
static void release(struct certificate_check *check)
{
    for (size_t at = 0; at < check->applied.count; at++) {
        const struct case_fixing *fixing = &check->applied.fixings[at];
        if (fixing->kind == CASE_USE || fixing->kind == CASE_NOT) {
            const int household = household_of(check, fixing->subject);
            check->used[household] = check->pinned[household];
            check->refuses[household] = check->housed[household] = false;
            check->unhoused[household] = false;
        } else {
            check->low[fixing->subject] = 0;
            check->high[fixing->subject] = check->rows.counts.columns[fixing->subject].upper;
        }
    }
    check->refused_count = 0;
    check->applied = (struct case_leaf){0};
}

static bool make_room(struct certificate_check *check, size_t wanted)
{
    if (wanted <= check->refused_room)
        return true;
    int64_t *grown =
        memory_grow(check->refused, check->refused_room, wanted, sizeof *check->refused);
    check->rows.failed = check->rows.failed || grown == NULL;
    check->refused = grown != NULL ? grown : check->refused;
    check->refused_room = grown != NULL ? wanted : check->refused_room;
    return grown != NULL;
}

/* Fixes a household's pair; false when it is fixed to another one already. */
static bool fix_pair(struct certificate_check *check, int64_t subject)
{
    int *used = &check->used[household_of(check, subject)];
    if (*used == NONE)
        *used = dwelling_of(check, subject);
    return *used == dwelling_of(check, subject);
}

/* That a household has a dwelling, or none. */
static bool fix_household(struct certificate_check *check, int household, bool housed)
{
    *(housed ? &check->housed[household] : &check->unhoused[household]) = true;
    return !check->housed[household] || !check->unhoused[household];
}

static bool apply_fixing(struct certificate_check *check, const struct case_fixing *fixing)
{
    const bool about_pair = fixing->kind == CASE_USE || fixing->kind == CASE_NOT;
    if (about_pair && leaf_is_of_household(check, fixing->subject))
        return fix_household(check, household_of(check, fixing->subject), fixing->kind == CASE_USE);
    if (fixing->kind == CASE_USE)
        return fix_pair(check, fixing->subject);
    if (fixing->kind == CASE_NOT) {
        check->refused[check->refused_count++] = fixing->subject;
        check->refuses[household_of(check, fixing->subject)] = true;
        return true;
    }
    int64_t *low = &check->low[fixing->subject], *high = &check->high[fixing->subject];
    price_table_touch(&check->prices, (int)fixing->subject);
    if (fixing->kind == CASE_AT_LEAST)
        *low = fixing->number > *low ? fixing->number : *low;
    else
        *high = fixing->number < *high ? fixing->number : *high;
    return *low <= *high;
}

/* Whether a household that takes one of its pairs has one left. */
static bool has_left(struct certificate_check *check, int household)
{
    if (check->used[household] != NONE)
        return true;
    if (check->parts.part_of[household] != check->part)
        return false;
    const struct pair_list list = kept_pairs_of(&check->kept, household);
    int k = 0;
    while (k < list.count && (list.aside[k] || leaf_refuses(check, household, list.dwellings[k])))
        k++;
    return k < list.count;
}

/* Whether a fixing goes against another one, a pin, or what is left. */
static bool contradicts(struct certificate_check *check, const struct case_fixing *fixing)
{
    if (fixing->kind != CASE_USE && fixing->kind != CASE_NOT)
        return false;
    const int household = household_of(check, fixing->subject);
    if (!leaf_is_of_household(check, fixing->subject))
        return fixing->kind == CASE_NOT &&
               check->used[household] == dwelling_of(check, fixing->subject);
    return fixing->kind == CASE_USE ? !has_left(check, household) : check->used[household] != NONE;
}

bool leaf_fix(struct certificate_check *check, const struct case_leaf *leaf)
{
    bool agree = true;
    release(check);
    if (!make_room(check, leaf->count + 1))
        return false;
    check->applied = *leaf;
    for (size_t at = 0; at < leaf->count; at++)
        agree = apply_fixing(check, &leaf->fixings[at]) && agree;
    qsort(check->refused, check->refused_count, sizeof *check->refused, compare_subjects);
    for (size_t at = 0; at < leaf->count; at++)
        agree = !contradicts(check, &leaf->fixings[at]) && agree;
    return agree;
}
