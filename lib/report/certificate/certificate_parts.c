/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_parts.h"

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_rows.h"
#include "report/certificate/part_owners.h"

/* What reading parts goes by. */
struct membership {
    struct certificate_parts *parts;
    struct certificate_rows *rows;
    const struct result_table *table;
    struct complaints *complaints;
};

static void complain_of(const struct membership *it, const struct result_row *line, int column,
                        const char *text)
{
    complain(it->complaints, cell_place(it->table, line, column), "%s",
             husly_words(it->complaints->language, text));
}

/* One line `household`; false after complaining. */
static bool take_member(const struct membership *it, const struct result_row *line, int part)
{
    const struct result_cell *cells = line->cells;
    const int household = problem_find_household(it->rows->problem, cells[CERTIFICATE_UNIT].text);
    if (!text_equal(cells[CERTIFICATE_WHAT].text, "household"))
        complain_of(it, line, CERTIFICATE_WHAT, WORDS_LATER("a part has only lines of households"));
    else if (household == NONE)
        complain_of(it, line, CERTIFICATE_UNIT, WORDS_LATER("the round has no such household"));
    else if (it->parts->part_of[household] != NONE)
        complain_of(it, line, CERTIFICATE_UNIT,
                    WORDS_LATER("the household belongs to a part already"));
    else if (cells[CERTIFICATE_MULTIPLIER].filled)
        complain_of(it, line, CERTIFICATE_MULTIPLIER, WORDS_LATER("household has no number"));
    else {
        it->parts->part_of[household] = part;
        return true;
    }
    return false;
}

static bool take_members(const struct membership *it, const struct certificate_blocks *blocks)
{
    for (size_t at = 0; at < blocks->first[0]; at++) {
        const struct certificate_block *block = &blocks->blocks[at];
        for (size_t line = 0; line < block->count; line++) {
            if (!take_member(it, &block->lines[line], block->part))
                return false;
        }
    }
    return true;
}

/* Everybody with a lawful dwelling is in a part; where none is named, in the only one. */
static bool check_members(const struct membership *it)
{
    const husly_problem *problem = it->rows->problem;
    for (int h = 0; h < problem->household_count; h++) {
        int *part = &it->parts->part_of[h];
        if (it->rows->pairs->count_of[h] == 0)
            *part = NONE;
        else if (!it->parts->named)
            *part = 0;
        else if (*part == NONE) {
            complain(it->complaints, (struct place){.source = it->table->source},
                     "household %s has a lawful dwelling and belongs to no part",
                     problem->households[h].id);
            return false;
        }
    }
    return true;
}

/* Lists the members part by part, in a part by class. */
static bool list_members(const struct membership *it)
{
    struct certificate_parts *parts = it->parts;
    const struct household_measures *measures = &it->rows->measures;
    const int households = it->rows->problem->household_count;
    const size_t size = (size_t)households + 1;
    int *by_class = arena_take(it->rows->arena, size, sizeof *by_class);
    int *next = arena_take(it->rows->arena, (size_t)measures->class_count + 2, sizeof *next);
    int *first = arena_take(it->rows->arena, (size_t)parts->count + 2, sizeof *first);
    parts->members = arena_take(it->rows->arena, size, sizeof *parts->members);
    if (by_class == NULL || next == NULL || first == NULL || parts->members == NULL)
        return false;
    for (int h = 0; h < households; h++)
        next[measures->class_of[h] + 1]++;
    for (int class = 0; class < measures->class_count; class ++)
        next[class + 1] += next[class];
    for (int h = 0; h < households; h++)
        by_class[next[measures->class_of[h]]++] = h;
    for (int h = 0; h < households; h++)
        first[parts->part_of[h] + 2] += parts->part_of[h] != NONE;
    for (int part = 0; part < parts->count; part++)
        first[part + 2] += first[part + 1];
    for (int at = 0; at < households; at++) {
        const int part = parts->part_of[by_class[at]];
        if (part != NONE)
            parts->members[first[part + 1]++] = by_class[at];
    }
    parts->first_member = first;
    return true;
}

bool certificate_parts_find(struct certificate_parts *parts, struct certificate_rows *rows,
                            const struct certificate_blocks *blocks,
                            const struct result_table *table, struct complaints *complaints)
{
    const struct membership it = {parts, rows, table, complaints};
    const int households = rows->problem->household_count;
    *parts = (struct certificate_parts){.named = blocks->named, .count = blocks->part_count};
    parts->part_of = arena_take(rows->arena, (size_t)households + 1, sizeof *parts->part_of);
    for (int h = 0; h < households && parts->part_of != NULL; h++)
        parts->part_of[h] = NONE;
    rows->failed = rows->failed || parts->part_of == NULL;
    if (rows->failed || !take_members(&it, blocks) || !check_members(&it))
        return false;
    rows->failed = !list_members(&it) || !part_owners_find(parts, rows);
    return !rows->failed;
}

const char *certificate_parts_refuse(struct certificate_parts *parts,
                                     const struct certificate_rows *rows, int part,
                                     struct certificate_row *row)
{
    if (!parts->named || row->shape != ROW_FACTOR || row->owner == part)
        return NULL;
    if (row->owner == NOT_ASKED)
        row->owner = part_owners_of_row(parts, rows, row);
    if (row->owner != part && row->owner != NONE)
        return WORDS_LATER("the row holds pairs of households of another part");
    for (int at = 0; at < row->count_count; at++) {
        const int owner = parts->owner_of_count[row->counts[at].count];
        if (owner != part && owner != NONE)
            return WORDS_LATER("the row holds a count that belongs to another part");
    }
    for (int at = 0; at < row->count_count; at++)
        parts->owner_of_count[row->counts[at].count] = part;
    return NULL;
}
