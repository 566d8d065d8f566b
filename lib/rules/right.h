/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_RIGHT_H
#define HUSLY_RULES_RIGHT_H

#include "rules/rule.h"

/* A unit in which the municipality's right is counted, contract rule 9. */
struct right_unit {
    const char *id;   /* a section or an organisation, or a section ID/section where an organisation
                       * has its id; youth dwellings counted apart: with /youth */
    int organisation; /* whose extra dwellings may cover what exceeds the right; NONE */
    husly_share share;
    int64_t vacated_before, taken_before, reserved, reported;
    int64_t entitlement;
    husly_share flexible; /* whole = 0: letting is not flexible */
    const char *pool_for; /* whom the pool is for, see target_fits() */
    int64_t pool;         /* dwellings for them beyond the entitlement */
};

struct right_units {
    struct right_unit *units;
    int count;
    int *of_dwelling; /* by dwelling: the unit that counts it, NONE for the other kinds */
};

/* All units of a problem, those without a vacancy too. Lives in the arena; false when memory ran
 * out. */
bool right_units_find(struct right_units *out, const husly_problem *problem, struct arena *arena);

/* The most extra dwellings that a unit may use. */
int64_t right_extras(const husly_problem *problem, const struct right_unit *unit);

/* Whether the household's dwelling may be one of the unit's pool. */
bool right_pool_fits(const struct right_unit *unit, const struct household *household);

/* Judges a plan by rule 9, from the rows as given. */
bool right_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                 void *user);

#endif
