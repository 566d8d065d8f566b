/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_BENEFIT_H
#define HUSLY_RULES_BENEFIT_H

#include "base/wide.h"
#include "model/problem.h"

/* Parameters of housing benefit (boligsikring) of one year, øre a year. Law on boligstøtte §§ 14,
 * 22, 23. */
struct benefit_year {
    int year;
    husly_amount threshold;       /* § 22 */
    husly_amount threshold_child; /* § 22, for child 2-4 */
    husly_amount own;             /* § 22, least own payment */
    husly_amount max;             /* § 23 */
    husly_amount rent_max;        /* § 14 */
    const char *verified;         /* which figures are verified, as shipped */
    const char *provision;
    const char *source;
};

/* A shipped year's parameters, NULL when it is not shipped. */
const struct benefit_year *benefit_year_find(int year);
/* All shipped years, ascending; `count` is set. */
const struct benefit_year *benefit_years(size_t *count);

/* Monthly housing benefit in øre by the formula of contract § 3; rent in øre a month, income a
 * year. */
husly_amount benefit_monthly(const struct benefit_year *year, int persons, int children,
                             husly_amount rent, int area_m2, husly_amount income);

/* The sum of contract § 3, step by step: øre a year, but for the last. */
struct benefit_steps {
    wide rent;         /* 12 months */
    int64_t norm_m2;   /* what a household of this size may have */
    wide rent_of_norm; /* for no more than that area */
    wide most_rent;    /* the highest rent that counts, § 14 */
    wide counted;      /* the lesser of the two */
    wide part;         /* 60 % of it */
    wide threshold;    /* the income that takes nothing off */
    wide reduction;    /* 18 % of what is above */
    wide cap;          /* without children: 15 % of the counted rent; else no less than `part` */
    wide beside_own;   /* the counted rent less the least own payment */
    wide most;         /* § 23 */
    wide yearly;       /* the least of them, at least 0 */
    husly_amount monthly;
};

struct benefit_steps benefit_steps(const struct benefit_year *year, int persons, int children,
                                   husly_amount rent, int area_m2, husly_amount income);

/* The figures in force; `own_table` holds those that rules.csv gives. NULL: there is no benefit. */
const struct benefit_year *benefit_year_in_force(const husly_policy *policy,
                                                 struct benefit_year *own_table);

/* The benefit of a pair under the policy in force: 0 where income, area or kind give none. */
husly_amount benefit_of_pair(const husly_problem *problem, int household, int dwelling);

/* No benefit of the household is larger, whatever its dwelling. */
husly_amount benefit_most(const husly_problem *problem, int household);

/* What the benefit of a pair counts as 0 for want of, where one is in force that the kind carries.
 */
enum benefit_gap { BENEFIT_COUNTED, BENEFIT_WITHOUT_INCOME, BENEFIT_WITHOUT_AREA };

enum benefit_gap benefit_gap(const husly_problem *problem, int household, int dwelling);

#endif
