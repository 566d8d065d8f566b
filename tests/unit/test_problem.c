/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round resolved: defaults, order by id, need, budget, wishes, parties' pins, and what is
 * refused. */
#include "model/problem.h"
#include "support/resolved.h"
#include "support/rows.h"
#include <stdio.h>
#include <string.h>

enum { HOUSEHOLDS = 3, DWELLINGS = 2 };

/* Three households and two dwellings, without any other table. */
struct village {
    husly_household households[HOUSEHOLDS];
    husly_dwelling dwellings[DWELLINGS];
    husly_decision decisions[3];
    husly_score scores[3];
    husly_round round;
};

static void village_fill(struct village *village)
{
    *village = (struct village){.households = {row_household("b", 1, 1), row_household("B", 2, 0),
                                               row_household("a", 1, 0)},
                                .dwellings = {row_dwelling("å", "S2", HUSLY_KIND_FAMILY),
                                              row_dwelling("z", "S1", HUSLY_KIND_SHARED)}};
    village->round = (husly_round){.households = village->households,
                                   .dwellings = village->dwellings,
                                   .decisions = village->decisions,
                                   .scores = village->scores,
                                   .household_count = HOUSEHOLDS,
                                   .dwelling_count = DWELLINGS,
                                   .policy = row_policy()};
}

/* Bytewise: capitals before small letters, å after z. Ids named nowhere else are taken as they are.
 */
static void test_order_and_defaults(void)
{
    struct village village;
    village_fill(&village);
    village.households[0].wishes = "W2 W1";
    husly_problem *problem = resolved(&village.round);
    CHECK_TEXT(problem->households[0].id, "B");
    CHECK_TEXT(problem->households[1].id, "a");
    CHECK_TEXT(problem->households[2].id, "b");
    CHECK_NUMBER(problem_find_household(problem, "b"), 2);
    CHECK_NUMBER(problem_find_household(problem, "c"), NONE);
    CHECK_NUMBER(problem_find_dwelling(problem, "å"), 1);
    CHECK_NUMBER(problem->section_count, 2);
    CHECK_TEXT(problem->sections[1].id, "S2");
    CHECK(problem->sections[1].given == NULL && problem->sections[1].area == NONE);
    CHECK_NUMBER(problem->area_count, 2);
    CHECK_NUMBER(problem->areas[0].max_persons, HUSLY_NO_NUMBER);
    CHECK_NUMBER(problem->dwellings[0].places, 2);
    CHECK_NUMBER(problem->dwellings[0].available, ROUND_DAY);
    CHECK_NUMBER(problem->households[2].expected_persons, 2);
    CHECK_NUMBER(problem->households[2].group, NONE);
    husly_problem_free(problem);
}

static int64_t need_of(const struct village *village)
{
    husly_problem *problem = resolved(&village->round);
    int64_t need = problem->households[problem_find_household(problem, "b")].need;
    husly_problem_free(problem);
    return need;
}

/* weight × (1000 × priority + min(waiting days, 999)) */
static void test_need(void)
{
    struct village village;
    village_fill(&village);
    CHECK_NUMBER(need_of(&village), 2 * 1000);
    village.households[0].waiting_since = ROUND_DAY - 30;
    CHECK_NUMBER(need_of(&village), 2 * 1030);
    village.households[0].priority = 3;
    CHECK_NUMBER(need_of(&village), 2 * 3030);
    village.households[0].waiting_since = ROUND_DAY - 5000;
    CHECK_NUMBER(need_of(&village), 2 * 3999);
    village.households[0].waiting_since = ROUND_DAY + 1;
    CHECK_NUMBER(need_of(&village), 2 * 3000);
    village.round.policy.need_counts_households = true;
    CHECK_NUMBER(need_of(&village), 3000);
}

static husly_amount budget_of(int adults, int children, husly_amount net_income)
{
    struct village village;
    village_fill(&village);
    village.households[0].adults = adults;
    village.households[0].children = children;
    village.households[0].max_rent = HUSLY_NO_AMOUNT;
    village.households[0].net_income = net_income;
    husly_problem *problem = resolved(&village.round);
    husly_amount budget = problem->households[problem_find_household(problem, "b")].budget;
    husly_problem_free(problem);
    return budget;
}

/* 3 600 for one adult, 5 800 for two, 1 300 for each child and each adult beyond two. */
static void test_budget(void)
{
    CHECK_NUMBER(budget_of(1, 0, 1000000), 640000);
    CHECK_NUMBER(budget_of(1, 2, 1000000), 380000);
    CHECK_NUMBER(budget_of(2, 0, 1000000), 420000);
    CHECK_NUMBER(budget_of(4, 1, 1000000), 30000);
    CHECK_NUMBER(budget_of(2, 3, 900000), -70000);

    struct village village;
    village_fill(&village);
    village.households[0].max_rent = 500000;
    village.households[0].net_income = 100;
    husly_problem *problem = resolved(&village.round);
    CHECK_NUMBER(problem->households[problem_find_household(problem, "b")].budget, 500000);
    husly_problem_free(problem);
}

static void test_wishes(void)
{
    struct village village;
    village_fill(&village);
    village.households[0].wishes = " A3  A1 A3 A2";
    village.households[0].avoid = "A2\tA4";
    husly_problem *problem = resolved(&village.round);
    const struct household *b = &problem->households[2];
    CHECK_NUMBER((int64_t)b->wish_count, 2);
    CHECK_TEXT(problem->areas[b->wishes[0]].id, "A1");
    CHECK_TEXT(problem->areas[b->wishes[1]].id, "A3");
    CHECK_NUMBER((int64_t)b->avoid_count, 2);
    CHECK_TEXT(problem->areas[b->avoid[1]].id, "A4");
    husly_problem_free(problem);
}

/* The dwelling's own score goes before its area's, and wish points come on top. */
static void test_fit(void)
{
    struct village village;
    village_fill(&village);
    husly_section sections[] = {row_section("S1", "A1", NULL), row_section("S2", "A1", NULL)};
    village.round.sections = sections;
    village.round.section_count = 2;
    village.households[0].wishes = "A1";
    village.scores[0] = (husly_score){"b", NULL, "A1", 7, 0};
    village.scores[1] = (husly_score){"b", "z", NULL, -40, 0};
    village.round.score_count = 2;
    husly_problem *problem = resolved(&village.round);
    int64_t points = 0;
    CHECK(problem_score(problem, 2, 0, &points));
    CHECK_NUMBER(points, -40);
    CHECK(problem_score(problem, 2, 1, &points));
    CHECK_NUMBER(points, 7);
    CHECK(!problem_score(problem, 1, 1, &points));
    CHECK(problem_scored(problem, 2, 1) && !problem_scored(problem, 1, 1));
    husly_problem_free(problem);
}

/* Pinning one member of a party pins the party. */
static void test_party_pins(void)
{
    struct village village;
    village_fill(&village);
    village.households[0].party = village.households[1].party = "together";
    village.decisions[0] =
        (husly_decision){.household_id = "b", .dwelling_id = "å", .decision = HUSLY_PIN};
    village.round.decision_count = 1;
    husly_problem *problem = resolved(&village.round);
    CHECK_NUMBER(problem->households[0].pin, 1);
    CHECK_NUMBER(problem->households[1].pin, NONE);
    CHECK_NUMBER(problem->households[2].pin, 1);
    CHECK_NUMBER(problem_party_size(problem, problem->households[0].party), 2);
    husly_problem_free(problem);
}

static void expect_refused(const struct village *village, const char *source, const char *field)
{
    husly_problem *problem = NULL;
    husly_error error = {0};
    CHECK(problem_new(&problem, &village->round, NULL, &error) == HUSLY_E_INPUT);
    CHECK(problem == NULL);
    CHECK_TEXT(error.source, source);
    CHECK_TEXT(error.field, field);
    CHECK_NUMBER(error.line, 17);
}

static void test_refused(void)
{
    struct village village;
    village_fill(&village);
    village.households[1].household_id = "b";
    village.households[1].line = 17;
    expect_refused(&village, "households.csv", "household_id");
    village_fill(&village);
    village.households[2].max_rent = HUSLY_NO_AMOUNT;
    village.households[2].line = 17;
    expect_refused(&village, "households.csv", "max_rent");
    village_fill(&village);
    village.decisions[0] = (husly_decision){
        .household_id = "b", .dwelling_id = "z", .decision = HUSLY_PIN, .line = 16};
    village.decisions[1] = (husly_decision){
        .household_id = "b", .dwelling_id = "å", .decision = HUSLY_PIN, .line = 17};
    village.round.decision_count = 2;
    expect_refused(&village, "decisions.csv", "household_id");
    village.decisions[1].dwelling_id = "z";
    village.decisions[0].line = 17;
    village.decisions[1].decision = HUSLY_FORBID;
    village.decisions[1].line = 17;
    expect_refused(&village, "decisions.csv", "dwelling_id");
    village_fill(&village);
    village.scores[0] = (husly_score){"c", "z", NULL, 1, 17};
    village.round.score_count = 1;
    expect_refused(&village, "scores.csv", "household_id");
}

static void test_without_date(void)
{
    struct village village;
    husly_problem *problem = NULL;
    village_fill(&village);
    village.round.policy.round_date = HUSLY_NO_DATE;
    CHECK(problem_new(&problem, &village.round, NULL, NULL) == HUSLY_E_ARGUMENT);
}

/* Days wait until the stay at a højskole ends, and beyond the next round need waits as well. */
static void test_hojskole(void)
{
    struct village village;
    village_fill(&village);
    village.households[0].waiting_since = ROUND_DAY - 300;
    village.households[0].hojskole_from = ROUND_DAY - 182 - 10;
    CHECK_NUMBER(need_of(&village), 2 * 1010);
    village.households[0].hojskole_from = ROUND_DAY - 182 - 400;
    CHECK_NUMBER(need_of(&village), 2 * 1300);
    village.households[0].hojskole_from = ROUND_DAY - 182 + 30;
    CHECK_NUMBER(need_of(&village), 2 * 1000);
    village.households[0].hojskole_from = ROUND_DAY - 182 + 31;
    CHECK_NUMBER(need_of(&village), 0);
}

/* A label of one household says nothing; earlier.csv is found by id; a place ends on its day. */
static void test_company(void)
{
    struct village village;
    village_fill(&village);
    const husly_earlier earlier = {"b", "z", 2};
    village.round.earlier = (husly_earlier *)&earlier;
    village.round.earlier_count = 1;
    village.households[0].near = village.households[1].near = "N2";
    village.households[2].near = "N1";
    for (int i = 0; i < HOUSEHOLDS; i++) {
        village.households[i].current_place = "hostel";
        village.households[i].current_until = ROUND_DAY + i - 1;
    }
    husly_problem *problem = resolved(&village.round);
    const struct household *big = &problem->households[0], *small = &problem->households[2];
    CHECK_NUMBER(big->near, small->near);
    CHECK_TEXT(problem->nears[big->near], "N2");
    CHECK_NUMBER(problem->households[1].near, NONE);
    CHECK_NUMBER(small->earlier, problem_find_dwelling(problem, "z"));
    CHECK_NUMBER(big->earlier, NONE);
    CHECK(!small->has_place && !big->has_place && problem->households[1].has_place);
    husly_problem_free(problem);
    village.households[0].party = "P1";
    husly_error error = {0};
    CHECK_NUMBER(problem_new(&problem, &village.round, NULL, &error), HUSLY_E_INPUT);
    CHECK_TEXT(error.field, "near");
}

static void test_measures(void)
{
    struct village village;
    village_fill(&village);
    husly_area areas[] = {row_area("A2"), row_area("A1")};
    husly_measure measures[] = {{"A2", "points_x", -3, 2}, {"A1", "access_school", 9, 3}};
    husly_measure_weight weights[] = {{"access_school", 7, 4}};
    village.round.areas = areas;
    village.round.area_count = 2;
    village.round.measures = measures;
    village.round.measure_count = 2;
    village.round.measure_weights = weights;
    village.round.measure_weight_count = 1;
    village.round.policy.weights[HUSLY_WEIGHT_ACCESS] = 5;
    village.round.policy.weights[HUSLY_WEIGHT_POINTS] = 4;
    husly_problem *problem = resolved(&village.round);
    CHECK_NUMBER(problem->measure_count, 2);
    CHECK(problem->measures[0].is_access && !problem->measures[1].is_access);
    CHECK_NUMBER(problem->measures[0].weight, 7);
    CHECK_NUMBER(problem->measures[1].weight, 4);
    CHECK_NUMBER(problem->measure_values[0], 9);
    CHECK_NUMBER(problem->measure_values[1], HUSLY_NO_WEIGHT);
    CHECK_NUMBER(problem->measure_values[2], HUSLY_NO_WEIGHT);
    CHECK_NUMBER(problem->measure_values[3], -3);
    CHECK_NUMBER(problem->weights[HUSLY_WEIGHT_ACCESS], 5);
    husly_problem_free(problem);
    village.round.policy.access_near = 60;
    CHECK_NUMBER(problem_new(&problem, &village.round, NULL, NULL), HUSLY_E_INPUT);
}

static int moves_of(husly_organisation row)
{
    struct village village;
    village_fill(&village);
    village.round.organisations = &row;
    village.round.organisation_count = 1;
    husly_problem *problem = resolved(&village.round);
    const int moves = problem->organisations[0].move_outs;
    husly_problem_free(problem);
    return moves;
}

/* Halves are rounded up, and only what is known is counted. */
static void test_move_outs(void)
{
    husly_organisation row = row_organisation("O1", 0, 0);
    CHECK_NUMBER(moves_of(row), HUSLY_NO_NUMBER);
    row.homes_family = 100;
    row.homes_youth = 10;
    CHECK_NUMBER(moves_of(row), HUSLY_NO_NUMBER);
    row.moves_family = (husly_share){1200, 10000};
    CHECK_NUMBER(moves_of(row), 12);
    row.moves_youth = (husly_share){1, 20};
    CHECK_NUMBER(moves_of(row), 13);
    row.moves_youth = (husly_share){499999999, 999999999};
    row.moves_elderly = (husly_share){1, 7};
    row.homes_elderly = 3;
    CHECK_NUMBER(moves_of(row), 17);
    row.vacated_last_year = 80;
    CHECK_NUMBER(moves_of(row), 80);
}

/* 1100 households, each with 1100 columns that may earn 10^6 × 10^6 points. */
static void test_points_beyond_64_bits(void)
{
    enum { MANY = 1100 };
    static char ids[MANY][16], names[MANY][32];
    static husly_household households[MANY];
    static husly_measure measures[MANY];
    husly_policy policy = row_policy();
    policy.weights[HUSLY_WEIGHT_POINTS] = 1000000;
    husly_area area = row_area("A1");
    for (int at = 0; at < MANY; at++) {
        snprintf(ids[at], sizeof ids[at], "H%d", at);
        snprintf(names[at], sizeof names[at], "points_c%d", at);
        households[at] = row_household(ids[at], 1, 0);
        measures[at] = (husly_measure){"A1", names[at], 1, 0};
    }
    husly_round round = {.households = households,
                         .household_count = MANY,
                         .areas = &area,
                         .area_count = 1,
                         .measures = measures,
                         .measure_count = MANY,
                         .policy = policy};
    husly_problem *problem = NULL;
    husly_error error = {.language = HUSLY_ENGLISH};
    CHECK(problem_new(&problem, &round, NULL, &error) == HUSLY_E_INPUT);
    CHECK(strstr(error.text, "64 bits") != NULL);
    round.measure_count = MANY / 2;
    CHECK(problem_new(&problem, &round, NULL, &error) == HUSLY_OK);
    husly_problem_free(problem);
}

int main(void)
{
    test_points_beyond_64_bits();
    test_order_and_defaults();
    test_need();
    test_budget();
    test_wishes();
    test_fit();
    test_party_pins();
    test_refused();
    test_without_date();
    test_hojskole();
    test_company();
    test_measures();
    test_move_outs();
    return check_result();
}
