/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/benefit.h"

#include "base/wide.h"

static wide least(wide a, wide b)
{
    return a < b ? a : b;
}

static wide most(wide a, wide b)
{
    return a > b ? a : b;
}

/* The yearly rent that counts: no more than for the area a household of this size may have, and no
 * more than the highest rent, which grows with up to four children (§ 14). */
static wide counted_rent(const struct benefit_year *year, int persons, int children,
                         husly_amount rent, int area_m2)
{
    wide counted = (wide)12 * rent;
    wide area_limit = 65 + (wide)20 * (persons - 1);
    if (area_m2 > area_limit)
        counted = counted * area_limit / area_m2;
    return least(counted, (wide)year->rent_max * (100 + 5 * least(children, 4)) / 100);
}

husly_amount benefit_monthly(const struct benefit_year *year, int persons, int children,
                             husly_amount rent, int area_m2, husly_amount income)
{
    wide counted = counted_rent(year, persons, children, rent, area_m2);
    wide threshold =
        (wide)year->threshold + (wide)year->threshold_child * most(0, least(children, 4) - 1);
    wide benefit = counted * 60 / 100 - most(0, income - threshold) * 18 / 100;
    if (children == 0)
        benefit = least(benefit, counted * 15 / 100);
    benefit = least(benefit, counted - year->own);
    benefit = least(benefit, children >= 4 ? (wide)year->max * 125 / 100 : year->max);
    return (husly_amount)(most(0, benefit) / 12);
}

/* The figures in force; `own_table` holds those that rules.csv gives. NULL: there is no benefit. */
static const struct benefit_year *year_in_force(const husly_policy *policy,
                                                struct benefit_year *own_table)
{
    switch (policy->housing_benefit) {
    case HUSLY_BENEFIT_NONE:
        return NULL;
    case HUSLY_BENEFIT_YEAR:
        return benefit_year_find(policy->benefit_year);
    case HUSLY_BENEFIT_TABLE:
        *own_table = (struct benefit_year){.threshold = policy->hb_threshold,
                                           .threshold_child = policy->hb_threshold_child,
                                           .own = policy->hb_own,
                                           .max = policy->hb_max,
                                           .rent_max = policy->hb_rent_max};
        return own_table;
    }
    return NULL;
}

husly_amount benefit_of_pair(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    struct benefit_year own_table;
    const struct benefit_year *year = year_in_force(&problem->policy, &own_table);

    /* Rooms without a kitchen carry no benefit; shared homes follow ch. 4 a, which is not modelled.
     */
    if (year == NULL || !kind_is_single(home->kind) || people->income == HUSLY_NO_AMOUNT ||
        home->area_m2 == HUSLY_NO_NUMBER)
        return 0;
    husly_amount benefit = benefit_monthly(year, people->persons, people->children, home->rent,
                                           home->area_m2, people->income);
    return benefit >= problem->policy.benefit_minimum ? benefit : 0;
}

enum benefit_gap benefit_gap(const husly_problem *problem, int household, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    if (problem->policy.housing_benefit == HUSLY_BENEFIT_NONE || !kind_is_single(home->kind))
        return BENEFIT_COUNTED;
    if (problem->households[household].income == HUSLY_NO_AMOUNT)
        return BENEFIT_WITHOUT_INCOME;
    return home->area_m2 == HUSLY_NO_NUMBER ? BENEFIT_WITHOUT_AREA : BENEFIT_COUNTED;
}
