/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ALLOWANCE_H
#define HUSLY_SOLVE_ALLOWANCE_H

#include "solve/search.h"

/* How long something may take: a part of what the stage has left, in work and in seconds. */
struct allowance {
    int64_t begun, work;
    double begun_at, seconds; /* 0: no matter */
};

/* The part, but no more than so much work. */
struct allowance allowance_of(const struct search *search, double part, int64_t most);

/* How much of it is used up: 1 is all. */
double allowance_used(const struct search *search, const struct allowance *allowance);

#endif
