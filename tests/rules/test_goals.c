/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goals of a placement: values worked out by hand from docs/rules.md, which both the goals and
 * verify's own reading of them have to find. */
#include "report/verify/fit_terms.h"
#include "rules/goals/goal.h"
#include "support/resolved.h"
#include "support/rows.h"

enum { ACCESS_BUS, ACCESS_SCHOOL, POINTS_GREEN, MEASURES };

/* Two households, the home of the one in question and another one, two sections of which the second
 * lies in no area. */
struct hill {
    husly_household households[2];
    husly_dwelling dwellings[2];
    husly_section sections[2];
    husly_area area;
    husly_score score;
    struct area_measure measures[MEASURES];
    int64_t cells[MEASURES];
    husly_round round;
    int earlier; /* of the first household */
    int access_far;
    husly_amount margin_full;
    int64_t weights[HUSLY_WEIGHT_END];
};

static struct hill hill_new(void)
{
    struct hill hill = {.households = {row_household("H1", 1, 2), row_household("H2", 1, 0)},
                        .dwellings = {row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                                      row_dwelling("D2", "S2", HUSLY_KIND_FAMILY)},
                        .sections = {row_section("S1", "A1", NULL), row_section("S2", NULL, NULL)},
                        .area = row_area("A1"),
                        .measures = {{"access_bus", true, 0},
                                     {"access_school", true, 0},
                                     {"points_green", false, 0}},
                        .cells = {HUSLY_NO_WEIGHT, HUSLY_NO_WEIGHT, HUSLY_NO_WEIGHT},
                        .earlier = NONE,
                        .access_far = 60,
                        .margin_full = 100000};
    hill.round = (husly_round){.household_count = 2,
                               .dwelling_count = 2,
                               .section_count = 2,
                               .area_count = 1,
                               .policy = row_policy()};
    return hill;
}

static husly_problem *hill_resolve(struct hill *hill)
{
    hill->round.households = hill->households;
    hill->round.dwellings = hill->dwellings;
    hill->round.sections = hill->sections;
    hill->round.areas = &hill->area;
    hill->round.scores = &hill->score;
    husly_problem *problem = resolved(&hill->round);
    problem->measures = hill->measures;
    problem->measure_values = hill->cells;
    problem->measure_count = MEASURES;
    problem->households[0].earlier = hill->earlier;
    problem->policy.access_far = hill->access_far;
    problem->policy.margin_full = hill->margin_full;
    memcpy(problem->weights, hill->weights, sizeof hill->weights);
    return problem;
}

/* The line of a term, and how many there are of it. */
struct wanted {
    const char *term;
    struct breakdown_line found;
    int count;
};

static void note(const struct breakdown_line *line, void *user)
{
    struct wanted *wanted = user;
    if (strcmp(line->term, wanted->term) != 0)
        return;
    wanted->found = *line;
    wanted->count++;
}

static void note_again(const husly_problem *problem, int dwelling, struct wanted *wanted)
{
    struct breakdown_line line;
    for (int number = 0; number < fit_term_count(problem); number++) {
        if (fit_term(problem, 0, dwelling, number, &line))
            note(&line, wanted);
    }
}

enum { EMPTY = INT32_MIN, NO_LINE = INT32_MIN + 1 };

static void check_line(const struct wanted *wanted, int64_t measure, int64_t points)
{
    CHECK_NUMBER(wanted->count, measure == NO_LINE ? 0 : 1);
    if (measure == NO_LINE || wanted->count == 0)
        return;
    CHECK(wanted->found.has_measure == (measure != EMPTY));
    CHECK_NUMBER(wanted->found.measure, measure == EMPTY ? 0 : measure);
    CHECK_NUMBER(wanted->found.points, points);
}

/* What H1 earns by a term in the dwelling, by both readings. */
static void earns(struct hill *hill, int dwelling, const char *term, int64_t measure,
                  int64_t points)
{
    husly_problem *problem = hill_resolve(hill);
    struct wanted told = {.term = term}, again = {.term = term};
    goal_tell(problem, 0, dwelling, note, &told);
    note_again(problem, dwelling, &again);
    printf("%s\n", term);
    check_line(&told, measure, points);
    check_line(&again, measure, points);
    CHECK_NUMBER(goal_fit(problem, 0, dwelling), fit_points(problem, 0, dwelling));
    husly_problem_free(problem);
}

static void test_score_and_wish(void)
{
    struct hill hill = hill_new();
    earns(&hill, 0, "score", NO_LINE, 0);
    earns(&hill, 0, "wish", 0, 0);
    hill.score = (husly_score){"H1", NULL, "A1", -7, 0};
    hill.round.score_count = 1;
    hill.households[0].wishes = "A1";
    earns(&hill, 0, "score", EMPTY, -7);
    earns(&hill, 0, "wish", 1, 100);
    earns(&hill, 1, "score", NO_LINE, 0);
    earns(&hill, 1, "wish", 0, 0);
    hill.score = (husly_score){"H1", "D1", NULL, 0, 0};
    hill.households[0].avoid = "A1";
    earns(&hill, 0, "score", EMPTY, 0);
    earns(&hill, 0, "wish", 0, 0);
    hill.round.policy.wish_points = 0;
    earns(&hill, 0, "wish", NO_LINE, 0);
}

static void minutes(struct hill *hill, int64_t cell, int64_t measure, int64_t points)
{
    hill->cells[ACCESS_BUS] = cell;
    earns(hill, 0, "access_bus", measure, points);
}

/* near 15, far 60: 20 × (60 − m) / 45. */
static void test_access(void)
{
    struct hill hill = hill_new();
    minutes(&hill, 10, NO_LINE, 0);
    hill.measures[ACCESS_BUS].weight = 20;
    minutes(&hill, HUSLY_NO_WEIGHT, EMPTY, 0);
    minutes(&hill, 0, 0, 20);
    minutes(&hill, 15, 15, 20);
    minutes(&hill, 16, 16, 19); /* 19.55 */
    minutes(&hill, 40, 40, 8);  /* 8.88 */
    minutes(&hill, 59, 59, 0);
    minutes(&hill, 60, 60, 0);
    minutes(&hill, 600, 600, 0);
    earns(&hill, 1, "access_bus", EMPTY, 0);
    hill.measures[ACCESS_BUS].weight = INT64_MAX;
    minutes(&hill, 30, 30, 6148914691236517204); /* two thirds, rounded down */
    /* No round is read with these, and yet nothing divides by 0. */
    hill.access_far = 15;
    minutes(&hill, 15, 15, INT64_MAX);
    minutes(&hill, 16, 16, 0);
    hill.access_far = 10;
    minutes(&hill, 15, 15, INT64_MAX);
    minutes(&hill, 16, 16, 0);
}

static void test_school_access_is_for_children(void)
{
    struct hill hill = hill_new();
    hill.measures[ACCESS_SCHOOL].weight = 20;
    hill.cells[ACCESS_SCHOOL] = 10;
    earns(&hill, 0, "access_school", 10, 20);
    hill.households[0].children = 0;
    earns(&hill, 0, "access_school", EMPTY, 0);
}

static void test_points(void)
{
    struct hill hill = hill_new();
    hill.cells[POINTS_GREEN] = -4;
    earns(&hill, 0, "points_green", NO_LINE, 0);
    hill.measures[POINTS_GREEN].weight = 3;
    earns(&hill, 0, "points_green", -4, -12);
    earns(&hill, 1, "points_green", EMPTY, 0);
    hill.cells[POINTS_GREEN] = HUSLY_NO_WEIGHT;
    earns(&hill, 0, "points_green", EMPTY, 0);
}

static void margin(struct hill *hill, husly_amount budget, int64_t measure, int64_t points)
{
    hill->households[0].max_rent = budget;
    earns(hill, 0, "margin", measure, points);
}

/* Rent 4000 kr. and no benefit: 30 × margin / 1000 kr. */
static void test_margin(void)
{
    struct hill hill = hill_new();
    margin(&hill, 450000, NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_MARGIN] = 30;
    margin(&hill, 450000, 500, 15);
    margin(&hill, 449999, 499, 14); /* 14.9997 */
    margin(&hill, 500000, 1000, 30);
    margin(&hill, 900000, 5000, 30);
    margin(&hill, 400000, 0, 0);
    margin(&hill, 399999, -1, 0); /* as with `allow rent` */
    hill.round.policy.affordability = false;
    margin(&hill, HUSLY_NO_AMOUNT, EMPTY, 0);
    hill.margin_full = 0;
    margin(&hill, 400001, 0, 30);
    margin(&hill, 400000, 0, 0);
}

static void size(struct hill *hill, int children, int rooms, int64_t measure, int64_t points)
{
    hill->households[0].children = children;
    hill->dwellings[0].rooms = rooms;
    earns(hill, 0, "size", measure, points);
}

/* W = 61: half is 30.5, a quarter 15.25, what is taken off rounded down. */
static void test_size(void)
{
    struct hill hill = hill_new();
    size(&hill, 2, 3, NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_SIZE] = 61;
    size(&hill, 2, 3, 0, 61);
    size(&hill, 2, 4, 1, 31);
    size(&hill, 2, 5, 2, 0);
    size(&hill, 2, 9, 6, 0);
    size(&hill, 2, 2, -1, 46); /* 61 − 15 */
    size(&hill, 3, 2, -2, 31); /* 61 − 30 */
    size(&hill, 4, 2, -3, 16); /* 61 − 45 */
    size(&hill, 7, 2, -6, 0);  /* 61 − 91 */
    hill.households[0].expected_persons = 5;
    size(&hill, 2, 5, 2, 61);
    size(&hill, 2, 6, 3, 31);
    size(&hill, 2, 2, -1, 46);
    hill.households[0].expected_persons = 1;
    size(&hill, 2, 3, 0, 61);
    hill.dwellings[0].kind = HUSLY_KIND_SITE;
    hill.dwellings[0].places = 9;
    size(&hill, 2, 3, EMPTY, 0);
}

static void reunion(struct hill *hill, int expected, int rooms, int64_t measure, int64_t points)
{
    hill->households[0].expected_persons = expected;
    hill->dwellings[0].rooms = rooms;
    earns(hill, 0, "reunion", measure, points);
}

static void test_reunion(void)
{
    struct hill hill = hill_new();
    reunion(&hill, 5, 3, NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_REUNION] = 60;
    reunion(&hill, HUSLY_NO_NUMBER, 3, 0, 0);
    reunion(&hill, 2, 3, 0, 0);
    reunion(&hill, 3, 3, 0, 0);
    reunion(&hill, 6, 3, 3, 60);
    reunion(&hill, 7, 3, 4, 0);
    hill.dwellings[0].area_m2 = 139;
    reunion(&hill, 7, 3, 4, 0);
    hill.dwellings[0].area_m2 = 140;
    reunion(&hill, 7, 3, 4, 60);
    hill.dwellings[0].kind = HUSLY_KIND_SHARED;
    reunion(&hill, 7, 3, EMPTY, 0);
}

static void early(struct hill *hill, int available, int arrival, int64_t measure, int64_t points)
{
    hill->dwellings[0].available_from = ROUND_DAY + available;
    hill->households[0].arrival = ROUND_DAY + arrival;
    earns(hill, 0, "early", measure, points);
}

/* 40 × (92 − days) / 92. */
static void test_early(void)
{
    struct hill hill = hill_new();
    early(&hill, 0, 0, NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_EARLY] = 40;
    early(&hill, 0, 0, 0, 40);
    early(&hill, -50, -9, 0, 40);
    early(&hill, 1, 0, 1, 39); /* 39.57 */
    early(&hill, 91, 0, 91, 0);
    early(&hill, 92, 0, 92, 0);
    early(&hill, 300, 0, 300, 0);
    early(&hill, 50, 27, 23, 30);
    early(&hill, 50, 60, 0, 40);
    hill.round.policy.horizon_days = 0;
    early(&hill, 0, 0, 0, 40);
    early(&hill, 1, 0, 1, 0);
}

static void test_youth(void)
{
    struct hill hill = hill_new();
    hill.dwellings[0].kind = HUSLY_KIND_YOUTH;
    hill.households[0].student = true;
    earns(&hill, 0, "youth", NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_YOUTH] = 50;
    earns(&hill, 0, "youth", 1, 50);
    earns(&hill, 1, "youth", 0, 0);
    hill.households[0].student = false;
    earns(&hill, 0, "youth", 0, 0);
}

static void test_unchanged(void)
{
    struct hill hill = hill_new();
    hill.earlier = 1;
    earns(&hill, 1, "unchanged", NO_LINE, 0);
    hill.weights[HUSLY_WEIGHT_UNCHANGED] = 200;
    earns(&hill, 1, "unchanged", 1, 200);
    earns(&hill, 0, "unchanged", 0, 0);
    hill.earlier = NONE;
    earns(&hill, 1, "unchanged", 0, 0);
}

static void test_together(void)
{
    struct hill hill = hill_new();
    hill.weights[HUSLY_WEIGHT_TOGETHER] = 20;
    earns(&hill, 0, "together", 0, 0);
    hill.households[0].group = "G1";
    hill.households[1].group = "G2";
    earns(&hill, 0, "together", 0, 0);
    hill.households[1].group = "G1";
    earns(&hill, 0, "together", 1, 20);
    earns(&hill, 1, "together", 0, 0);
    hill.weights[HUSLY_WEIGHT_TOGETHER] = 0;
    earns(&hill, 0, "together", NO_LINE, 0);
}

static void add_term(const struct breakdown_line *line, void *user)
{
    char *terms = user;
    strcat(strcat(terms, " "), line->term);
}

static void test_order(void)
{
    struct hill hill = hill_new();
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++)
        hill.weights[weight] = 1;
    for (int measure = 0; measure < MEASURES; measure++)
        hill.measures[measure].weight = 1;
    hill.score = (husly_score){"H1", "D1", NULL, 5, 0};
    hill.round.score_count = 1;
    husly_problem *problem = hill_resolve(&hill);
    char told[512] = "", again[512] = "";
    goal_tell(problem, 0, 0, add_term, told);
    struct breakdown_line line;
    for (int number = 0; number < fit_term_count(problem); number++) {
        if (fit_term(problem, 0, 0, number, &line))
            add_term(&line, again);
    }
    CHECK_TEXT(told, " score wish access_bus access_school points_green margin size reunion early "
                     "youth unchanged together");
    CHECK_TEXT(again, told);
    husly_problem_free(problem);
}

int main(void)
{
    test_score_and_wish();
    test_access();
    test_school_access_is_for_children();
    test_points();
    test_margin();
    test_size();
    test_reunion();
    test_early();
    test_youth();
    test_unchanged();
    test_together();
    test_order();
    return check_result();
}
