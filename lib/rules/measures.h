/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_MEASURES_H
#define HUSLY_RULES_MEASURES_H

#include "program/pool.h"

/* By which numbers of a household the rules count it: the measures of its group in the pool. */
enum {
    MEASURE_ONE,
    MEASURE_PERSONS,
    MEASURE_CHILDREN,
    MEASURE_SCHOOL, /* children of school age */
    MEASURE_SMALL,  /* children below it */
    MEASURE_SINGLE, /* 1 for one person alone */
    MEASURE_OTHERS  /* from here on 1 for those whom a pool of flexible letting is not for */
};

#endif
