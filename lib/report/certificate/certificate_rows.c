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

int64_t certificate_points(const struct certificate_rows *rows, int stage, int pair)
{
    return pair_points(rows->problem, rows->problem->policy.stages[stage],
                       rows->pairs->household_of[pair], rows->pairs->dwelling_of[pair]);
}

int64_t certificate_count_points(const struct certificate_rows *rows, int stage, int count)
{
    const bool counts = rows->problem->policy.stages[stage] == HUSLY_STAGE_FIT;
    return counts ? -rows->counts.columns[count].price : 0;
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
    {"section_households/", row_of_section_households},
    {"section_share/", row_of_section_share},
    {"group/", row_of_group},
    {"party/", row_of_party},
    {"near/", row_of_near},
    {"floor/", row_of_floor},
    {"even/", row_of_even},
    {"school/", row_of_school},
    {"daycare/", row_of_daycare},
    {"key_over/", row_of_key_over},
    {"key_under/", row_of_key_under},
    {"together/", row_of_together},
    {"household/", row_of_household},
};

/* The row of a unit, copied into the arena at its true size; NULL when there is none. */
static const struct certificate_row *draft_row(struct certificate_rows *rows, const char *unit,
                                               struct row_entry *entries)
{
    for (size_t kind = 0; kind < sizeof row_kinds / sizeof *row_kinds; kind++) {
        const size_t size = strlen(row_kinds[kind].prefix);
        if (strncmp(unit, row_kinds[kind].prefix, size) != 0)
            continue;
        struct row_draft draft = {.rows = rows, .entries = entries};
        if (!row_kinds[kind].draft(&draft, unit + size))
            return NULL;
        struct certificate_row *row = arena_take(rows->arena, 1, sizeof *row);
        struct row_entry *kept = arena_take(rows->arena, (size_t)draft.count + 1, sizeof *kept);
        rows->failed = rows->failed || row == NULL || kept == NULL;
        if (rows->failed)
            return NULL;
        memcpy(kept, entries, (size_t)draft.count * sizeof *kept);
        *row = (struct certificate_row){kept, draft.count, draft.rhs, draft.equal};
        return row;
    }
    return NULL;
}

static const struct certificate_row *build_row(struct certificate_rows *rows, const char *unit)
{
    const size_t columns = (size_t)rows->pairs->count + (size_t)rows->counts.count;
    struct row_entry *entries = memory_new(columns + 1, sizeof *entries);
    if (entries == NULL) {
        rows->failed = true;
        return NULL;
    }
    const struct certificate_row *row = draft_row(rows, unit, entries);
    memory_free(entries);
    return row;
}

/* FNV-1a. */
static size_t hash_of(const char *unit)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *unit != '\0'; unit++)
        hash = (hash ^ (unsigned char)*unit) * UINT64_C(1099511628211);
    return (size_t)hash;
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

const struct certificate_row *certificate_row_find(struct certificate_rows *rows, const char *unit)
{
    if (!make_room(rows))
        return NULL;
    struct named_row *slot = find_slot(rows->slots, rows->slot_count, unit);
    if (slot->unit == NULL) {
        *slot = (struct named_row){unit, build_row(rows, unit)};
        rows->slots_used++;
    }
    return slot->row;
}

void certificate_rows_begin(struct certificate_rows *rows, int stage)
{
    rows->stage = stage;
    rows->slots_used = 0;
    if (rows->slots != NULL)
        memset(rows->slots, 0, rows->slot_count * sizeof *rows->slots);
}

void certificate_rows_free(struct certificate_rows *rows)
{
    memory_free(rows->slots);
    rows->slots = NULL;
}
