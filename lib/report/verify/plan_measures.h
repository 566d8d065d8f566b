/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PLAN_MEASURES_H
#define HUSLY_REPORT_PLAN_MEASURES_H

#include "report/verify/right_count.h"

struct lawful_pairs;

/*
 * What the goals of the plan are held against, found anew from the tables: docs/rules.md, Goals of
 * the plan.
 */
struct key_measure {
    bool counts;    /* the organisation is in the key */
    int64_t usable; /* its family and youth dwellings that somebody may have */
    int64_t target;
};

/* By organisation; `pairs` NULL: they are found. Lives in the arena; NULL when memory ran out. */
const struct key_measure *key_measures_find(const husly_problem *problem,
                                            const struct right_count *right,
                                            const struct lawful_pairs *pairs, struct arena *arena);

/* How many of an organisation's dwellings that count for its target a plan takes, by organisation;
 * NULL when memory ran out. */
const int64_t *key_measure_used(const husly_problem *problem, const int *placed,
                                struct arena *arena);

/* The level of the town in refugees a thousand residents, were everybody of the round spread
 * evenly; 0 where no area has residents. */
int64_t town_measure(const husly_problem *problem);

/* How far the area's level is above the town's once so many persons are placed there; 0 for an
 * area without residents. */
int64_t area_excess(const struct area *area, int64_t persons, int64_t town);

/* How far the areas are from the town on average, weighted by residents, in thousandths of a
 * refugee a thousand residents; `persons` are placed in each area. */
int64_t spread_measure(const husly_problem *problem, const int64_t *persons);

/* All persons of the round. */
int64_t persons_measure(const husly_problem *problem);

/* Children of school age, or those of day-care age. */
int64_t children_measure(const struct household *household, bool small);

/* The points that one unit takes which is worth `times` the weight: at most 10^9. */
int64_t unit_price(int64_t weight, int64_t times);

#endif
