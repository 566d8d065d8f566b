/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Housing benefit: the examples that the contract works out by hand, and the corners of the
 * formula. */
#include "model/problem.h"
#include "rules/benefit.h"
#include "support/check.h"
#include "support/rows.h"

enum { KRONE = 100 };

static husly_amount monthly(int year, int persons, int children, int kroner_rent, int m2,
                            int kroner_income)
{
    const struct benefit_year *figures = benefit_year_find(year);
    CHECK(figures != NULL);
    return figures == NULL
               ? -1
               : benefit_monthly(figures, persons, children, (husly_amount)kroner_rent * KRONE, m2,
                                 (husly_amount)kroner_income * KRONE);
}

static void test_worked_examples(void)
{
    CHECK_NUMBER(monthly(2025, 1, 0, 4000, 50, 80000), 60000);
    CHECK_NUMBER(monthly(2025, 3, 2, 6000, 100, 150000), 360000);
    CHECK_NUMBER(monthly(2026, 7, 5, 11000, 150, 300000), 528750);
    CHECK_NUMBER(monthly(2021, 2, 1, 6500, 100, 200000), 253650);
    CHECK_NUMBER(monthly(2026, 1, 0, 2750, 40, 80000), 34166);
}

/* One square metre above 65 + 20(n − 1) makes part of the rent uncounted. */
static void test_area_limit(void)
{
    CHECK_NUMBER(monthly(2025, 2, 1, 6000, 85, 0), 12 * 6000 * 60 / 12);
    CHECK_NUMBER(monthly(2025, 2, 1, 6000, 86, 0), (int64_t)7200000 * 85 / 86 * 60 / 100 / 12);
    CHECK_NUMBER(monthly(2025, 1, 0, 4000, 65, 0), monthly(2025, 1, 0, 4000, 20, 0));
    CHECK(monthly(2025, 1, 0, 4000, 66, 0) < monthly(2025, 1, 0, 4000, 65, 0));
}

/* Income counts from the threshold on, 18 øre of each krone; a second child moves the threshold. */
static void test_threshold(void)
{
    husly_amount full = monthly(2025, 2, 1, 6000, 60, 167900);
    CHECK_NUMBER(full, 360000);
    CHECK_NUMBER(monthly(2025, 2, 1, 6000, 60, 167900 + 12000), full - 18000);
    CHECK_NUMBER(monthly(2025, 3, 2, 6000, 60, 167900 + 44200), full);
    CHECK_NUMBER(monthly(2025, 5, 4, 6000, 60, 167900 + 3 * 44200), full);
    CHECK_NUMBER(monthly(2025, 6, 5, 6000, 60, 167900 + 3 * 44200), full);
    CHECK(monthly(2025, 6, 5, 6000, 60, 167900 + 4 * 44200) < full);
}

/* The highest rent grows with four children at most, the highest benefit with four or more. */
static void test_ceilings(void)
{
    CHECK_NUMBER(monthly(2025, 2, 1, 20000, 60, 0), 49716 * KRONE / 12);
    CHECK_NUMBER(monthly(2025, 4, 3, 20000, 60, 0), 49716 * KRONE / 12);
    CHECK_NUMBER(monthly(2025, 5, 4, 20000, 60, 0), (int64_t)49716 * KRONE * 125 / 100 / 12);
    CHECK_NUMBER(monthly(2025, 6, 5, 20000, 60, 0), monthly(2025, 5, 4, 20000, 60, 0));
    CHECK_NUMBER(monthly(2025, 1, 0, 20000, 60, 0), (int64_t)94200 * KRONE * 15 / 100 / 12);
}

static void test_own_payment(void)
{
    /* 28 300 kr a year stay with the household: 2 400 × 12 − 28 300 = 500. */
    CHECK_NUMBER(monthly(2025, 2, 1, 2400, 60, 0), (int64_t)500 * KRONE / 12);
    CHECK_NUMBER(monthly(2025, 2, 1, 2358, 60, 0), 0);
    CHECK_NUMBER(monthly(2025, 2, 1, 6000, 60, 900000), 0);
}

static void test_years(void)
{
    size_t count = 0;
    const struct benefit_year *years = benefit_years(&count);
    CHECK_NUMBER((int64_t)count, 3);
    CHECK_NUMBER(years[0].year, 2021);
    CHECK_NUMBER(years[0].rent_max, 83100 * KRONE);
    CHECK_NUMBER(years[2].threshold_child, 45200 * KRONE);
    CHECK_NUMBER(years[2].max, 50760 * KRONE);
    CHECK(benefit_year_find(2016) == NULL);
    for (size_t at = 0; at < count; at++) {
        CHECK(at == 0 || years[at - 1].year < years[at].year);
        CHECK(years[at].verified[0] != '\0' && years[at].provision[0] != '\0');
        CHECK(strstr(years[at].source, "Ældre Sagen") != NULL);
    }
}

/* A family of 1 + 2 in a round of one dwelling: 3 600,00 unless something is missing. */
struct pair {
    husly_household household;
    husly_dwelling dwelling;
    husly_policy policy;
};

static struct pair family_pair(void)
{
    struct pair pair = {row_household("H1", 1, 2), row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                        row_policy()};
    pair.household.income = 15000000;
    pair.dwelling.rent = 600000;
    pair.dwelling.area_m2 = 100;
    pair.policy.housing_benefit = HUSLY_BENEFIT_YEAR;
    pair.policy.benefit_year = 2025;
    return pair;
}

static husly_amount benefit_of(struct pair pair)
{
    husly_round round = {.households = &pair.household,
                         .dwellings = &pair.dwelling,
                         .household_count = 1,
                         .dwelling_count = 1};
    husly_problem *problem = NULL;
    CHECK(problem_new(&problem, &round, &pair.policy, NULL) == HUSLY_OK);
    husly_amount benefit = problem != NULL ? benefit_of_pair(problem, 0, 0) : -1;
    husly_problem_free(problem);
    return benefit;
}

static void test_pair(void)
{
    CHECK_NUMBER(benefit_of(family_pair()), 360000);

    struct pair pair = family_pair();
    pair.household.income = HUSLY_NO_AMOUNT;
    CHECK_NUMBER(benefit_of(pair), 0);
    pair = family_pair();
    pair.dwelling.area_m2 = HUSLY_NO_NUMBER;
    CHECK_NUMBER(benefit_of(pair), 0);
    pair = family_pair();
    pair.policy.housing_benefit = HUSLY_BENEFIT_NONE;
    CHECK_NUMBER(benefit_of(pair), 0);
    pair = family_pair();
    pair.policy.benefit_minimum = 360000;
    CHECK_NUMBER(benefit_of(pair), 360000);
    pair.policy.benefit_minimum = 360001;
    CHECK_NUMBER(benefit_of(pair), 0);
}

/* Rooms without a kitchen carry no benefit, nor do homes of several households. */
static void test_kinds(void)
{
    for (husly_kind kind = HUSLY_KIND_FAMILY; kind < HUSLY_KIND_END; kind++) {
        struct pair pair = family_pair();
        pair.dwelling.kind = kind;
        pair.dwelling.places = kind_is_single(kind) ? HUSLY_NO_NUMBER : 8;
        CHECK_NUMBER(benefit_of(pair), kind_is_single(kind) ? 360000 : 0);
    }
}

static void test_own_table(void)
{
    struct pair pair = family_pair();
    pair.policy.housing_benefit = HUSLY_BENEFIT_TABLE;
    pair.policy.hb_rent_max = 3000000;
    pair.policy.hb_threshold = 14000000;
    pair.policy.hb_threshold_child = 500000;
    pair.policy.hb_own = 0;
    pair.policy.hb_max = 100000000;
    /* (30 000 × 110 % × 60 % − (150 000 − 145 000) × 18 %) / 12 */
    CHECK_NUMBER(benefit_of(pair), (19800 - 900) * KRONE / 12);
}

int main(void)
{
    test_worked_examples();
    test_area_limit();
    test_threshold();
    test_ceilings();
    test_own_payment();
    test_years();
    test_pair();
    test_kinds();
    test_own_table();
    return check_result();
}
