/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/benefit.h"

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
static void count_rent(struct benefit_steps *steps, const struct benefit_year *year, int persons,
                       int children, int area_m2)
{
    steps->norm_m2 = 65 + (int64_t)20 * (persons - 1);
    steps->rent_of_norm =
        area_m2 > steps->norm_m2 ? wide_floor(steps->rent * steps->norm_m2, area_m2) : steps->rent;
    steps->most_rent = wide_floor((wide)year->rent_max * (100 + 5 * least(children, 4)), 100);
    steps->counted = least(steps->rent_of_norm, steps->most_rent);
}

struct benefit_steps benefit_steps(const struct benefit_year *year, int persons, int children,
                                   husly_amount rent, int area_m2, husly_amount income)
{
    struct benefit_steps steps = {.rent = (wide)12 * rent};
    count_rent(&steps, year, persons, children, area_m2);
    steps.part = wide_floor(steps.counted * 60, 100);
    steps.threshold =
        (wide)year->threshold + (wide)year->threshold_child * most(0, least(children, 4) - 1);
    steps.reduction = wide_floor(most(0, income - steps.threshold) * 18, 100);
    steps.cap = children == 0 ? wide_floor(steps.counted * 15, 100) : steps.part;
    steps.beside_own = steps.counted - year->own;
    steps.most = children >= 4 ? wide_floor((wide)year->max * 125, 100) : year->max;
    const wide lesser = least(least(steps.part - steps.reduction, steps.cap), steps.beside_own);
    steps.yearly = most(0, least(lesser, steps.most));
    steps.monthly = (husly_amount)wide_floor(steps.yearly, 12);
    return steps;
}

husly_amount benefit_monthly(const struct benefit_year *year, int persons, int children,
                             husly_amount rent, int area_m2, husly_amount income)
{
    return benefit_steps(year, persons, children, rent, area_m2, income).monthly;
}

const struct benefit_year *benefit_year_in_force(const husly_policy *policy,
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
    const struct benefit_year *year = benefit_year_in_force(&problem->policy, &own_table);

    /* Rooms without a kitchen carry no benefit; shared homes follow ch. 4 a, which is not modelled.
     */
    if (year == NULL || !kind_is_single(home->kind) || people->income == HUSLY_NO_AMOUNT ||
        home->area_m2 == HUSLY_NO_NUMBER)
        return 0;
    husly_amount benefit = benefit_monthly(year, people->persons, people->children, home->rent,
                                           home->area_m2, people->income);
    return benefit >= problem->policy.benefit_minimum ? benefit : 0;
}

/* It grows with the rent that counts, and that is never more than for a year of this one. */
husly_amount benefit_most(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    struct benefit_year own_table;
    const struct benefit_year *year = benefit_year_in_force(&problem->policy, &own_table);
    if (year == NULL || people->income == HUSLY_NO_AMOUNT)
        return 0;
    return benefit_monthly(year, people->persons, people->children, year->rent_max, 1,
                           people->income);
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
