/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a household costs, worked out by hand from docs/rules.md, Cost, by both readings; and of
 * tiny rounds the cheapest plan of all. Seeds and their number may be given as arguments.
 */
#include "rules/cost.h"

#include <stdlib.h>

#include "model/excess.h"
#include "report/certificate/pair_kroner.h"
#include "rules/stages.h"
#include "rules/transit.h"
#include "support/check.h"
#include "support/resolved.h"
#include "support/tiny_round.h"

/* A household and its home, free on the round's day, 30 days to the next. */
struct stay {
    husly_household household;
    husly_dwelling dwelling;
    husly_policy policy;
};

static struct stay stay_new(void)
{
    struct stay stay = {.household = row_household("H1", 1, 0),
                        .dwelling = row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                        .policy = row_policy()};
    stay.dwelling.cost = 100000;
    stay.policy.fallback_cost = 900000;
    stay.policy.stages[2] = HUSLY_STAGE_COST;
    stay.policy.stage_count = 3;
    return stay;
}

static husly_problem *stay_resolve(struct stay *stay)
{
    static husly_round round;
    round = (husly_round){.households = &stay->household,
                          .household_count = 1,
                          .dwellings = &stay->dwelling,
                          .dwelling_count = 1,
                          .policy = stay->policy};
    return resolved(&round);
}

/* Øre until the next round, without the dwelling and with it, and over a year with it. */
static void costs(struct stay stay, int64_t without, int64_t with, int64_t year)
{
    husly_problem *problem = stay_resolve(&stay);
    const int days = stay.policy.round_days;
    CHECK_NUMBER(cost_of_days(problem, 0, NONE, days), without);
    CHECK_NUMBER(cost_of_days(problem, 0, 0, days), with);
    CHECK_NUMBER(cost_of_days(problem, 0, 0, 365), year);
    CHECK_NUMBER(pair_kroner(problem, 0, NONE, NONE).round, without);
    CHECK_NUMBER(pair_kroner(problem, 0, 0, NONE).round, with);
    CHECK_NUMBER(pair_kroner(problem, 0, 0, NONE).year, year);
    husly_problem_free(problem);
}

static void test_days_until_available(void)
{
    struct stay stay = stay_new();
    costs(stay, 900000, 100000, 1216666);
    stay.dwelling.available_from = ROUND_DAY - 5;
    costs(stay, 900000, 100000, 1216666);
    stay.dwelling.available_from = ROUND_DAY + 10; /* 300000 + 66666⅔; + 1183333⅓ */
    costs(stay, 900000, 366666, 1483333);
    stay.dwelling.available_from = ROUND_DAY + 29;
    costs(stay, 900000, 873333, 1990000);
    stay.dwelling.available_from = ROUND_DAY + 30;
    costs(stay, 900000, 900000, 2016666);
    stay.dwelling.available_from = ROUND_DAY + 92; /* 62 days beyond the round */
    costs(stay, 900000, 900000, 3670000);
    stay.dwelling.available_from = ROUND_DAY + 400; /* never within the year */
    costs(stay, 900000, 900000, 10950000);
}

static void test_days_until_arrival(void)
{
    struct stay stay = stay_new();
    stay.household.arrival = ROUND_DAY + 7;
    stay.dwelling.available_from = ROUND_DAY + 10; /* 3 days after it comes */
    costs(stay, 900000, 180000, 1296666);
    stay.household.arrival = ROUND_DAY - 7; /* it is here already */
    costs(stay, 900000, 366666, 1483333);
}

/* 7 øre × 11 / 30 + 5 × 10 / 30 = 4.233…; each part alone would give 2 + 1. */
static void test_rounded_down_once(void)
{
    struct stay stay = stay_new();
    stay.policy.round_days = 21;
    stay.household.current_cost = 7;
    stay.dwelling.cost = 5;
    stay.dwelling.available_from = ROUND_DAY + 11;
    costs(stay, 4, 4, 61);
    stay.household.current_cost = 100;
    stay.dwelling.cost = 0;
    stay.dwelling.available_from = ROUND_DAY + 1;
    costs(stay, 70, 3, 3);
}

static void temporary(struct stay stay, int64_t wanted)
{
    husly_problem *problem = stay_resolve(&stay);
    CHECK_NUMBER(problem->households[0].temporary, wanted);
    husly_problem_free(problem);
}

static void test_temporary_kroner(void)
{
    struct stay stay = stay_new();
    stay.policy.selfpay_year = 2024;
    temporary(stay, 900000);
    stay.policy.fallback_rent = 1200000; /* fallback_cost goes before it */
    temporary(stay, 900000);
    stay.policy.fallback_cost = HUSLY_NO_AMOUNT;
    temporary(stay, 1200000 - 254600);
    stay.household.current_rent = 700000;
    temporary(stay, 700000 - 254600);
    stay.household.current_rent = 200000; /* the household pays all of it */
    temporary(stay, 0);
    stay.household.current_cost = 12345;
    temporary(stay, 12345);
    stay.household.current_until = ROUND_DAY + 1;
    temporary(stay, 12345);
    stay.household.current_until = ROUND_DAY; /* it is there no more */
    temporary(stay, 1200000 - 254600);
    stay.policy.selfpay_year = 0;
    temporary(stay, 1200000);
    stay.policy.stage_count = 2;
    stay.policy.fallback_rent = HUSLY_NO_AMOUNT;
    temporary(stay, HUSLY_NO_AMOUNT);
}

static void pays(int year, int adults, int children, int64_t kroner)
{
    husly_policy policy = row_policy();
    policy.selfpay_year = year;
    CHECK_NUMBER(self_payment_of(&policy, adults, children), 100 * kroner);
}

static void test_self_payment(void)
{
    static const struct {
        int year;
        int64_t single, couple, some, many;
    } years[] = {{0, 0, 0, 0, 0},
                 {2015, 2122, 3885, 4239, 4592},
                 {2023, 2467, 4520, 4932, 5343},
                 {2024, 2546, 4665, 5089, 5514}};
    for (size_t at = 0; at < sizeof years / sizeof *years; at++) {
        const int year = years[at].year;
        pays(year, 1, 0, years[at].single);
        pays(year, 1, 5, years[at].single);
        pays(year, 2, 0, years[at].couple);
        pays(year, 3, 0, years[at].couple);
        pays(year, 2, 1, years[at].some);
        pays(year, 2, 3, years[at].some);
        pays(year, 2, 4, years[at].many);
        pays(year, 4, 6, years[at].many);
        pays(year, 0, 2, 0);
    }
}

static void test_transit(void)
{
    struct stay stay = stay_new();
    stay.policy.selfpay_year = 2015;
    stay.dwelling.kind = HUSLY_KIND_TRANSIT;
    stay.dwelling.places = 2;
    stay.dwelling.rent = 300000;
    stay.dwelling.utilities = 12345;
    husly_problem *problem = stay_resolve(&stay);
    const int64_t month = 100000 + 312345 - 212200;
    CHECK_NUMBER(cost_of_transit(problem, 0, 0), month);
    CHECK_NUMBER(pair_kroner(problem, 0, NONE, 0).month, month);
    CHECK_NUMBER(pair_kroner(problem, 0, NONE, 0).year, cost_of_month(month, 365));
    CHECK_NUMBER(cost_of_month(month, 365), 2435097); /* 2435097.5 */
    husly_problem_free(problem);
    stay.dwelling.rent = 100000; /* less than the self-payment */
    problem = stay_resolve(&stay);
    CHECK_NUMBER(cost_of_transit(problem, 0, 0), 100000);
    CHECK_NUMBER(pair_kroner(problem, 0, NONE, 0).month, 100000);
    husly_problem_free(problem);
}

/* Where the temporary kroner are not known, only what rests on them is not. */
static void test_unknown(void)
{
    struct stay stay = stay_new();
    stay.policy.stage_count = 2;
    stay.policy.fallback_cost = HUSLY_NO_AMOUNT;
    costs(stay, HUSLY_NO_AMOUNT, 100000, 1216666);
    stay.dwelling.available_from = ROUND_DAY + 1;
    costs(stay, HUSLY_NO_AMOUNT, HUSLY_NO_AMOUNT, HUSLY_NO_AMOUNT);
}

static void refused(const struct stay *stay, const char *what)
{
    husly_problem *problem = NULL;
    husly_error error = {.language = HUSLY_ENGLISH};
    const husly_round round = {.households = (husly_household *)&stay->household,
                               .household_count = 1,
                               .policy = stay->policy};
    CHECK(problem_new(&problem, &round, NULL, &error) == HUSLY_E_INPUT);
    CHECK(strstr(error.text, what) != NULL);
    husly_problem_free(problem);
}

static void test_refused(void)
{
    struct stay stay = stay_new();
    stay.policy.fallback_cost = HUSLY_NO_AMOUNT;
    refused(&stay, "fallback_rent");
    stay.policy.fallback_cost = INT64_MAX / 2;
    refused(&stay, "64 bits");
}

/* Every plan of a tiny round, and the best of them. */
struct brute {
    const husly_problem *problem;
    int plan[TINY_HOUSEHOLDS];
    int64_t best[HUSLY_STAGE_END];
    long lawful;
};

static bool says_nothing(const struct breach *breach, void *user)
{
    (void)breach;
    (void)user;
    return false;
}

static int64_t value_of(const struct brute *brute, husly_stage stage)
{
    const husly_problem *problem = brute->problem;
    int64_t sum = 0;
    for (int h = 0; h < problem->household_count; h++) {
        if (stage == HUSLY_STAGE_COST)
            sum -= pair_kroner(problem, h, brute->plan[h], NONE).round;
        else if (brute->plan[h] != NONE)
            sum += problem->households[h].need;
    }
    return sum;
}

static void look_at_plan(struct brute *brute)
{
    const struct placing plan = {.dwelling_of = brute->plan};
    const husly_policy *policy = &brute->problem->policy;
    int64_t values[HUSLY_STAGE_END] = {0};
    if (!rules_check(brute->problem, &plan, says_nothing, NULL))
        return;
    int order = brute->lawful++ == 0 ? 1 : 0;
    for (int stage = 0; stage < policy->stage_count; stage++) {
        values[stage] = value_of(brute, policy->stages[stage]);
        if (order == 0)
            order = (values[stage] > brute->best[stage]) - (values[stage] < brute->best[stage]);
    }
    if (order > 0)
        memcpy(brute->best, values, sizeof values);
}

static void look_at_plans(struct brute *brute, int household)
{
    if (household == TINY_HOUSEHOLDS || household == brute->problem->household_count) {
        look_at_plan(brute);
        return;
    }
    for (int d = NONE; d < brute->problem->dwelling_count; d++) {
        brute->plan[household] = d;
        look_at_plans(brute, household + 1);
    }
}

static void tiny_costs(struct tiny *tiny)
{
    static const int years[] = {0, 2015, 2024};
    husly_policy *policy = &tiny->round.policy;
    policy->selfpay_year = years[tiny_below(tiny, 3)];
    policy->round_days = tiny_between(tiny, 1, 45);
    policy->fallback_cost = tiny_chance(tiny, 50) ? tiny_between(tiny, 0, 900000) : HUSLY_NO_AMOUNT;
    policy->fallback_rent = tiny_between(tiny, 100000, 1500000);
    policy->stage_count = 0;
    if (tiny_chance(tiny, 60))
        policy->stages[policy->stage_count++] = HUSLY_STAGE_NEED;
    policy->stages[policy->stage_count++] = HUSLY_STAGE_COST;
    if (policy->stage_count == 1 && tiny_chance(tiny, 50))
        policy->stages[policy->stage_count++] = HUSLY_STAGE_NEED;
    for (size_t at = 0; at < tiny->round.household_count; at++) {
        husly_household *row = &tiny->households[at];
        row->current_place = tiny_chance(tiny, 50) ? "hotel" : NULL;
        row->current_cost =
            tiny_chance(tiny, 40) ? tiny_between(tiny, 0, 1000000) : HUSLY_NO_AMOUNT;
        row->current_rent =
            tiny_chance(tiny, 40) ? tiny_between(tiny, 0, 1000000) : HUSLY_NO_AMOUNT;
        row->current_until = tiny_day(tiny, 40, -3, 3);
    }
    for (size_t at = 0; at < tiny->round.dwelling_count; at++)
        tiny->dwellings[at].cost = tiny_chance(tiny, 60) ? tiny_between(tiny, 0, 800000) : 0;
}

static void look_at_pairs(const husly_problem *problem)
{
    const int days = problem->policy.round_days;
    int64_t without = 0;
    for (int h = 0; h < problem->household_count; h++) {
        without += pair_kroner(problem, h, NONE, NONE).round;
        for (int d = NONE; d < problem->dwelling_count; d++) {
            CHECK_NUMBER(cost_of_days(problem, h, d, days), pair_kroner(problem, h, d, NONE).round);
            CHECK_NUMBER(cost_of_days(problem, h, d, 365), pair_kroner(problem, h, d, NONE).year);
        }
        for (int d = 0; d < problem->dwelling_count; d++)
            CHECK_NUMBER(cost_of_transit(problem, h, d), pair_kroner(problem, h, NONE, d).month);
    }
    CHECK_NUMBER(stage_told(problem, HUSLY_STAGE_COST, 17), without - 17);
    CHECK_NUMBER(stage_figure(problem, HUSLY_STAGE_COST, 17), without - 17);
    CHECK_NUMBER(stage_told(problem, HUSLY_STAGE_NEED, 17), 17);
}

/* True when the plan places somebody. */
static bool look_at_round(uint64_t seed)
{
    struct tiny tiny;
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    tiny_fill(&tiny, seed);
    tiny_costs(&tiny);
    CHECK(husly_problem_new(&problem, &tiny.round, NULL, NULL) == HUSLY_OK);
    if (problem == NULL)
        return false;
    look_at_pairs(problem);
    struct brute brute = {.problem = problem};
    look_at_plans(&brute, 0);
    CHECK(husly_solve(&plan, problem, NULL, NULL) == HUSLY_OK);
    for (size_t stage = 0; plan != NULL && stage < husly_plan_stage_count(plan); stage++) {
        const husly_stage_result found = husly_plan_stage(plan, stage);
        const bool is_cost = found.stage == HUSLY_STAGE_COST;
        CHECK(found.proven && found.value == found.bound);
        CHECK_NUMBER(found.value, is_cost ? -brute.best[stage] : brute.best[stage]);
    }
    const bool places = plan != NULL && husly_plan_placement_count(plan) > 0;
    husly_plan_free(plan);
    husly_problem_free(problem);
    return places;
}

int main(int count, char **words)
{
    const uint64_t first = count > 1 ? strtoull(words[1], NULL, 10) : 1;
    const uint64_t rounds = count > 2 ? strtoull(words[2], NULL, 10) : 300;
    uint64_t placing = 0;
    test_days_until_available();
    test_days_until_arrival();
    test_rounded_down_once();
    test_temporary_kroner();
    test_self_payment();
    test_transit();
    test_unknown();
    test_refused();
    for (uint64_t seed = first; seed < first + rounds; seed++)
        placing += look_at_round(seed);
    CHECK(4 * placing > rounds);
    printf("%llu of %llu rounds place somebody\n", (unsigned long long)placing,
           (unsigned long long)rounds);
    return check_result();
}
