/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_rows.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/pair_kroner.h"
#include "report/certificate/row_draft.h"
#include "report/verify/fit_terms.h"

int64_t pair_points(const husly_problem *problem, husly_stage stage, int household, int dwelling)
{
    switch (stage) {
    case HUSLY_STAGE_NEED:
        return problem->households[household].need;
    case HUSLY_STAGE_FIT:
        return fit_points(problem, household, dwelling);
    case HUSLY_STAGE_COST:
        return pair_kroner(problem, household, NONE, NONE).round -
               pair_kroner(problem, household, dwelling, NONE).round;
    case HUSLY_STAGE_END:
        break;
    }
    return 0;
}

int64_t certificate_count_points(const struct certificate_rows *rows, int stage, int count)
{
    const bool counts = rows->problem->policy.stages[stage] == HUSLY_STAGE_FIT;
    return counts ? -rows->counts.columns[count].price : 0;
}

int certificate_row_sign(const struct certificate_rows *rows, const struct certificate_row *row,
                         int household)
{
    switch (row->people) {
    case PEOPLE_ALL:
        return 1;
    case PEOPLE_GROUP:
        return rows->problem->households[household].group == row->group;
    case PEOPLE_MEMBER:
        break;
    }
    if (household == row->member)
        return 1;
    return household == row->first ? -1 : 0;
}

bool certificate_row_meets(const struct certificate_rows *rows, const struct certificate_row *row,
                           int household)
{
    if (certificate_row_sign(rows, row, household) == 0)
        return false;
    const struct place_list there = place_lists_of(&rows->places, row->set, row->place);
    int at = 0;
    while (at < there.count && !lawful_pairs_has(rows->pairs, household, there.dwellings[at]))
        at++;
    return at < there.count;
}

int64_t certificate_row_factor(const struct certificate_rows *rows,
                               const struct certificate_row *row, int household, int dwelling)
{
    if (!place_lists_hold(&rows->places, row->set, row->place, dwelling))
        return 0;
    return certificate_row_sign(rows, row, household) * row->factor *
           household_measures_of(&rows->measures, household)[row->measure];
}

static const struct {
    const char *prefix;
    row_draft_fn *draft;
} row_kinds[] = {
    {"dwelling/", row_of_dwelling},
    {"least/", row_of_least},
    {"singles/", row_of_singles},
    {"right/", row_of_right},
    {"ordinary/", row_of_ordinary},
    {"extra/", row_of_extra},
    {"area_persons/", row_of_area_persons},
    {"area_children/", row_of_area_children},
    {"area_share/", row_of_area_share},
    {"area_whole/", row_of_area_whole},
    {"section_households/", row_of_section_households},
    {"section_share/", row_of_section_share},
    {"section_whole/", row_of_section_whole},
    {"group/", row_of_group},
    {"party/", row_of_party},
    {"near/", row_of_near},
    {"even/", row_of_even},
    {"school/", row_of_school},
    {"daycare/", row_of_daycare},
    {"key_over/", row_of_key_over},
    {"key_under/", row_of_key_under},
    {"together/", row_of_together},
    {"household/", row_of_household},
};

/* The row in the arena; NULL when memory ran out. */
static struct certificate_row *keep_row(struct certificate_rows *rows,
                                        const struct row_draft *draft)
{
    struct certificate_row *row = arena_take(rows->arena, 1, sizeof *row);
    const size_t counts = (size_t)draft->row.count_count;
    struct row_count *kept = arena_take(rows->arena, counts + 1, sizeof *kept);
    rows->failed = rows->failed || row == NULL || kept == NULL;
    if (rows->failed)
        return NULL;
    const int64_t factor = draft->row.factor < 0 ? -draft->row.factor : draft->row.factor;
    memcpy(kept, rows->drafted, counts * sizeof *kept);
    *row = draft->row;
    row->counts = kept;
    row->largest = factor * rows->largest_measure[row->measure];
    for (size_t at = 0; at < counts; at++) {
        const int64_t size =
            kept[at].coefficient < 0 ? -kept[at].coefficient : kept[at].coefficient;
        row->largest = size > row->largest ? size : row->largest;
    }
    return row;
}

static struct certificate_row *build_row(struct certificate_rows *rows, const char *unit)
{
    for (size_t kind = 0; kind < sizeof row_kinds / sizeof *row_kinds; kind++) {
        const size_t size = strlen(row_kinds[kind].prefix);
        if (strncmp(unit, row_kinds[kind].prefix, size) != 0)
            continue;
        struct row_draft draft = {
            .rows = rows, .row = {.factor = 1, .member = NONE, .first = NONE, .owner = NOT_ASKED}};
        if (!row_kinds[kind].draft(&draft, unit + size) || rows->failed)
            return NULL;
        return keep_row(rows, &draft);
    }
    return NULL;
}

/* FNV-1a. */
static size_t hash_of(const char *unit)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *unit != '\0'; unit++)
        hash = (hash ^ (unsigned char)*unit) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

/* The slot that holds the unit, or the free one where it belongs. */
static struct named_row *find_slot(struct named_row *slots, size_t count, const char *unit)
{
    size_t at = hash_of(unit) & (count - 1);
    while (slots[at].unit != NULL && strcmp(slots[at].unit, unit) != 0)
        at = (at + 1) & (count - 1);
    return &slots[at];
}

/* Keeps at least half of the slots free. */
static bool make_room(struct certificate_rows *rows)
{
    if (rows->slots_used < rows->slot_count / 2)
        return true;
    const size_t wanted = rows->slot_count > 0 ? 2 * rows->slot_count : 256;
    struct named_row *slots = memory_new(wanted, sizeof *slots);
    if (slots == NULL) {
        rows->failed = true;
        return false;
    }
    for (size_t at = 0; at < rows->slot_count; at++) {
        if (rows->slots[at].unit != NULL)
            *find_slot(slots, wanted, rows->slots[at].unit) = rows->slots[at];
    }
    memory_free(rows->slots);
    rows->slots = slots;
    rows->slot_count = wanted;
    return true;
}

/* Floors come and go with the stages and parts. */
static struct certificate_row *find_floor(const struct certificate_rows *rows, const char *name)
{
    for (int stage = 0; stage < rows->problem->policy.stage_count; stage++) {
        if (text_equal(husly_stage_name(rows->problem->policy.stages[stage]), name))
            return rows->floors[stage];
    }
    return NULL;
}

struct certificate_row *certificate_row_find(struct certificate_rows *rows, const char *unit)
{
    if (strncmp(unit, "floor/", 6) == 0)
        return find_floor(rows, unit + 6);
    if (!make_room(rows))
        return NULL;
    struct named_row *slot = find_slot(rows->slots, rows->slot_count, unit);
    if (slot->unit == NULL) {
        *slot = (struct named_row){unit, build_row(rows, unit)};
        rows->slots_used++;
    }
    return slot->row;
}

/* Households are in the order of their ids, and so is who is first. */
static void find_first(struct certificate_rows *rows)
{
    const husly_problem *problem = rows->problem;
    for (int h = problem->household_count - 1; h >= 0; h--) {
        const struct household *household = &problem->households[h];
        if (household->party != NONE)
            rows->first_of_party[household->party] = h;
        if (household->near != NONE)
            rows->first_of_near[household->near] = h;
    }
}

static void find_largest(struct certificate_rows *rows)
{
    for (int h = 0; h < rows->problem->household_count; h++) {
        const int64_t *own = household_measures_of(&rows->measures, h);
        for (int measure = 0; measure < rows->measures.count; measure++) {
            if (own[measure] > rows->largest_measure[measure])
                rows->largest_measure[measure] = own[measure];
        }
    }
}

static bool open_places(struct certificate_rows *rows)
{
    const husly_problem *problem = rows->problem;
    struct arena *arena = rows->arena;
    if (!place_lists_find(&rows->places, problem, rows->right, arena) ||
        !household_measures_find(&rows->measures, problem, rows->right, arena))
        return false;
    rows->largest_measure = arena_take(arena, (size_t)rows->measures.count, sizeof(int64_t));
    rows->first_of_party = arena_take(arena, (size_t)problem->party_count + 1, sizeof(int));
    rows->first_of_near = arena_take(arena, (size_t)problem->near_count + 1, sizeof(int));
    if (rows->largest_measure == NULL || rows->first_of_party == NULL ||
        rows->first_of_near == NULL)
        return false;
    find_first(rows);
    find_largest(rows);
    return true;
}

bool certificate_rows_open(struct certificate_rows *rows)
{
    const husly_problem *problem = rows->problem;
    const bool about_key = problem->weights[HUSLY_WEIGHT_KEY] > 0;
    if (!open_places(rows))
        return false;
    if (about_key)
        rows->keys = key_measures_find(problem, rows->right, rows->pairs, rows->arena);
    if (about_key && rows->keys == NULL)
        return false;
    const struct count_source source = {problem,    rows->pairs,   rows->right,
                                        rows->keys, &rows->places, rows->arena};
    if (!count_columns_find(&rows->counts, &source))
        return false;
    rows->drafted = arena_take(rows->arena, (size_t)rows->counts.count + 1, sizeof *rows->drafted);
    return rows->drafted != NULL;
}

void certificate_rows_free(struct certificate_rows *rows)
{
    memory_free(rows->slots);
    rows->slots = NULL;
}
