/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PLACE_LISTS_H
#define HUSLY_REPORT_PLACE_LISTS_H

#include "report/verify/right_count.h"

/* The dwellings that a row or a count is about: all, one, or those of a section, of an area, of a
 * unit of the right, or the family and youth dwellings of an organisation, which the key counts. */
enum place_set {
    PLACES_ALL,
    PLACES_DWELLING,
    PLACES_SECTION,
    PLACES_AREA,
    PLACES_UNIT,
    PLACES_KEY,
    PLACES_END
};

struct place_list {
    const int *dwellings; /* ascending */
    int count;
};

struct place_lists {
    int *key_of[PLACES_END]; /* by dwelling: which one of the set it is in, NONE */
    int *first[PLACES_END];
    int *dwellings[PLACES_END];
    int dwelling_count;
};

/* Lives in the arena; false when memory ran out. */
bool place_lists_find(struct place_lists *out, const husly_problem *problem,
                      const struct right_count *right, struct arena *arena);

struct place_list place_lists_of(const struct place_lists *lists, enum place_set set, int place);

static inline bool place_lists_hold(const struct place_lists *lists, enum place_set set, int place,
                                    int dwelling)
{
    return set == PLACES_ALL || lists->key_of[set][dwelling] == place;
}

#endif
