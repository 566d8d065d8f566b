/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_MOST_H
#define HUSLY_MODEL_MOST_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Why no plan places more than so many households, docs/survey.md: some can never be placed, and
 * some crowd into too few dwellings. Every part stands on its own; their households are disjoint,
 * so what each keeps out adds up. Strings are lent by the problem, code or the arena.
 */
enum most_kind {
    MOST_DWELLING, /* index of a dwelling; places: households that it can hold */
    MOST_UNIT,     /* index into the units of report/right_count.h; places: what the right gives it,
                      with the pool of flexible letting */
    MOST_EXTRAS    /* index of an organisation; places: dwellings beyond the right that are left */
};

struct most_limit {
    enum most_kind kind;
    int index;
    const char *name; /* the id, or the unit's name */
    int64_t places;
};

/* Households that can live only where the limits are: at most `places` of them are placed. */
struct most_group {
    int *households; /* indices, ascending */
    int household_count;
    struct most_limit *limits; /* by kind, then name */
    int limit_count;
    int64_t places; /* of all limits; fewer than the households */
    bool narrowed;  /* some of their lawful dwellings are not open, docs/survey.md */
};

/* A household that no plan can place, even if nobody else were placed. */
struct most_barred {
    int household;
    const char *code; /* kind size rent access area time decision several party near right cap */
};

struct most {
    struct most_barred *barred; /* by household */
    int barred_count;
    struct most_group *groups;
    int group_count;
    int household_count; /* of the round */
    int64_t bound;       /* households that a plan places at most */
};

#endif
