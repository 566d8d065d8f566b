/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_RIGHT_COUNT_H
#define HUSLY_REPORT_RIGHT_COUNT_H

#include "model/problem.h"

/*
 * The units in which the municipality's right to place is counted, contract § 3 rule 9, found anew
 * from the tables so that verify does not lean on what built the program.
 */
struct count_unit {
    const char *name; /* section or organisation id; with "/section" where an organisation has
                       * the section's id, and "/youth" where kinds count apart */
    int organisation; /* whose extra dwellings may help; NONE */
    husly_share right;
    int64_t vacancies; /* of the counting period, this round's reported ones among them */
    int64_t before;    /* of them those before this round */
    int64_t taken;     /* before this round */
    int64_t gone;      /* taken before, lapsed or reserved */
    int64_t reported;  /* family and youth dwellings of this round */
    int64_t entitlement;
    int64_t extras;       /* most extra dwellings that it could use */
    husly_share flexible; /* whole = 0: letting is not flexible */
    const char *pool_for; /* whom the pool of flexible letting is for */
    int64_t pool;         /* dwellings for them beyond the entitlement */
};

struct right_count {
    struct count_unit *units; /* of every section, also without a reported dwelling */
    int count;
    int *unit_of; /* by dwelling; NONE outside the count */
};

/* Lives in the arena; false when memory ran out. */
bool right_count_find(struct right_count *out, const husly_problem *problem, struct arena *arena);

/* What an organisation has left of its extra dwellings on the day of the round. */
int64_t right_count_extras(const husly_problem *problem, int organisation);

/* Whether the unit lets a part flexibly, and that part is for the household. */
bool right_count_pools(const struct count_unit *unit, const struct household *household);

/* Whether a section is counted with the others of its organisation, and its share of vacancies: its
 * own, else its organisation's, else the rule's. */
bool right_count_is_joint(const husly_problem *problem, const struct section *section);
husly_share right_count_share(const husly_problem *problem, const struct section *section);

/* Index of the unit with a name, NONE when there is none. */
int right_count_named(const struct right_count *count, const char *name);

#endif
