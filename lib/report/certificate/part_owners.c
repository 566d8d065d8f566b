/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/part_owners.h"

#include "base/memory.h"

/* Whose something is that is one's and the other's. */
static int join(int one, int other)
{
    if (one == NONE || one == other)
        return other;
    return other == NONE ? one : PART_SHARED;
}

/* Whose households have lawful pairs in a dwelling that the row counts. */
static int owner_in(const struct certificate_parts *parts, const struct certificate_rows *rows,
                    const struct certificate_row *row, int dwelling)
{
    int owner = NONE;
    for (int h = 0; h < rows->problem->household_count && owner != PART_SHARED; h++) {
        if (lawful_pairs_has(rows->pairs, h, dwelling) &&
            certificate_row_factor(rows, row, h, dwelling) != 0)
            owner = join(owner, parts->part_of[h]);
    }
    return owner;
}

/* Everybody's pairs: most dwellings are one part's, whoever looks at them. */
static int owner_of_places(const struct certificate_parts *parts,
                           const struct certificate_rows *rows, const struct certificate_row *row)
{
    const struct place_list there = place_lists_of(&rows->places, row->set, row->place);
    int owner = NONE;
    for (int at = 0; at < there.count && owner != PART_SHARED && row->factor != 0; at++) {
        const int whose = parts->owner_of_dwelling[there.dwellings[at]];
        owner = join(owner, whose != PART_SHARED ? whose
                                                 : owner_in(parts, rows, row, there.dwellings[at]));
    }
    return owner;
}

int part_owners_of_row(const struct certificate_parts *parts, const struct certificate_rows *rows,
                       const struct certificate_row *row)
{
    if (row->people == PEOPLE_ALL)
        return owner_of_places(parts, rows, row);
    int owner = NONE;
    for (int h = 0; h < rows->problem->household_count; h++) {
        if (certificate_row_meets(rows, row, h))
            owner = join(owner, parts->part_of[h]);
    }
    return owner;
}

int part_owners_of_scope(const struct certificate_parts *parts, const struct certificate_rows *rows,
                         struct count_scope scope)
{
    const struct certificate_row row = {.set = scope.set,
                                        .place = scope.place,
                                        .people = scope.group != NONE ? PEOPLE_GROUP : PEOPLE_ALL,
                                        .group = scope.group,
                                        .measure = scope.measure,
                                        .factor = 1};
    return part_owners_of_row(parts, rows, &row);
}

static bool is_same(struct count_scope one, struct count_scope other)
{
    return one.set == other.set && one.place == other.place && one.measure == other.measure &&
           one.group == other.group;
}

static void find_counts(struct certificate_parts *parts, const struct certificate_rows *rows)
{
    for (int c = 0; c < rows->counts.count; c++) {
        const struct count_column *count = &rows->counts.columns[c];
        const bool again = c > 0 && is_same(count->scope, count[-1].scope);
        int *owner = &parts->owner_of_count[c];
        *owner = again ? owner[-1] : part_owners_of_scope(parts, rows, count->scope);
        if (*owner == NONE && count->price > 0)
            *owner = 0;
    }
}

bool part_owners_find(struct certificate_parts *parts, struct certificate_rows *rows)
{
    const int dwellings = rows->problem->dwelling_count;
    parts->owner_of_dwelling = arena_take(rows->arena, (size_t)dwellings + 1, sizeof(int));
    parts->owner_of_count = arena_take(rows->arena, (size_t)rows->counts.count + 1, sizeof(int));
    int *listed = arena_take(rows->arena, (size_t)dwellings + 1, sizeof *listed);
    if (parts->owner_of_dwelling == NULL || parts->owner_of_count == NULL || listed == NULL)
        return false;
    if (!parts->named)
        return true;
    for (int d = 0; d < dwellings; d++)
        parts->owner_of_dwelling[d] = NONE;
    for (int h = 0; h < rows->problem->household_count; h++) {
        const int count = lawful_pairs_list(rows->pairs, h, listed);
        for (int at = 0; at < count; at++) {
            int *owner = &parts->owner_of_dwelling[listed[at]];
            *owner = join(*owner, parts->part_of[h]);
        }
    }
    find_counts(parts, rows);
    return true;
}
