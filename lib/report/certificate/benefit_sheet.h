/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_BENEFIT_SHEET_H
#define HUSLY_REPORT_BENEFIT_SHEET_H

#include "rules/benefit.h"

/*
 * Housing benefit of all pairs in steps: what a household of so many persons and children could get
 * in a dwelling without an income, once, and what each household's income takes off.
 */
struct benefit_class {
    int persons, children;
    const int64_t *part,
        *rest; /* by dwelling, øre a year: before the income, and the other limits */
};

struct benefit_sheet {
    const husly_problem *problem;
    bool in_force;
    bool by_pair; /* numbers too large for a sheet: every pair is worked out for itself */
    struct benefit_class *classes;
    int class_count;
    int *class_of;      /* by household; NONE: no income is known, so no benefit */
    int64_t *reduction; /* by household: what its income takes off */
};

/* Lives in the arena; false when memory ran out. */
bool benefit_sheet_find(struct benefit_sheet *out, const husly_problem *problem,
                        struct arena *arena);

/* As benefit_of_pair(). */
husly_amount benefit_sheet_pair(const struct benefit_sheet *sheet, int household, int dwelling);

#endif
