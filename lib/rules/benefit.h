/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_BENEFIT_H
#define HUSLY_RULES_BENEFIT_H

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

/* The benefit of a pair under the policy in force: 0 where income, area or kind give none. */
husly_amount benefit_of_pair(const husly_problem *problem, int household, int dwelling);

/* What the benefit of a pair counts as 0 for want of, where one is in force that the kind carries.
 */
enum benefit_gap { BENEFIT_COUNTED, BENEFIT_WITHOUT_INCOME, BENEFIT_WITHOUT_AREA };

enum benefit_gap benefit_gap(const husly_problem *problem, int household, int dwelling);

#endif
