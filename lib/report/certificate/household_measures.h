/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_HOUSEHOLD_MEASURES_H
#define HUSLY_REPORT_HOUSEHOLD_MEASURES_H

#include "report/verify/right_count.h"

/*
 * What a household counts in a row. From MEASURE_OTHERS on, one for each sort of flexible letting:
 * 1 for those whom it is not for.
 */
enum measure {
    MEASURE_ONE,
    MEASURE_PERSONS,
    MEASURE_CHILDREN,
    MEASURE_SCHOOL,
    MEASURE_SMALL,
    MEASURE_SINGLE,
    MEASURE_OTHERS
};

struct household_measures {
    int count;           /* of measures */
    int64_t *of;         /* household × count */
    int *others_of_unit; /* by unit of the right: its measure, NONE where nothing is flexible */
    int *class_of;       /* by household; those of a class have the same measures */
    int class_count;
};

/* Lives in the arena; false when memory ran out. */
bool household_measures_find(struct household_measures *out, const husly_problem *problem,
                             const struct right_count *right, struct arena *arena);

static inline const int64_t *household_measures_of(const struct household_measures *measures,
                                                   int household)
{
    return measures->of + (size_t)household * (size_t)measures->count;
}

#endif
