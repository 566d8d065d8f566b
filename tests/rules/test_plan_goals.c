/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goals of the plan in figures worked out by hand: their rows, counts and lines. */
#include "base/memory.h"
#include "report/verify/plan_terms.h"
#include "rules/goals/goal.h"
#include "rules/goals/key_targets.h"
#include "support/resolved.h"
#include "support/rows.h"
#include "support/whole.h"

enum { FLATS = 3 };

/* Three households of a single parent, a school child and a small child; three family flats, two of
 * them in area A1 with organisation O1, one in A2 with O2. The right gives all. */
struct town {
    husly_household households[FLATS];
    husly_dwelling dwellings[FLATS];
    husly_section sections[2];
    husly_area areas[2];
    husly_organisation organisations[2];
    husly_round round;
};

static void town_fill(struct town *town)
{
    static const char *const households[] = {"H1", "H2", "H3"};
    static const char *const dwellings[] = {"D1", "D2", "D3"};
    for (int at = 0; at < FLATS; at++) {
        town->households[at] = row_household(households[at], 1, 2);
        town->households[at].small_children = 1;
        town->dwellings[at] = row_dwelling(dwellings[at], at < 2 ? "S1" : "S2", HUSLY_KIND_FAMILY);
    }
    town->sections[0] = row_section("S1", "A1", "O1");
    town->sections[1] = row_section("S2", "A2", "O2");
    town->areas[0] = row_area("A1");
    town->areas[1] = row_area("A2");
    town->organisations[0] = row_organisation("O1", 0, 0);
    town->organisations[1] = row_organisation("O2", 0, 0);
    town->round = (husly_round){.households = town->households,
                                .dwellings = town->dwellings,
                                .sections = town->sections,
                                .areas = town->areas,
                                .organisations = town->organisations,
                                .household_count = FLATS,
                                .dwelling_count = FLATS,
                                .section_count = 2,
                                .area_count = 2,
                                .organisation_count = 2,
                                .policy = row_policy()};
    town->round.policy.right = (husly_share){1, 1};
}

/* The lines of the goals of a plan, `term about measure points`. */
struct lines {
    char text[2048];
};

static void note_line(const struct breakdown_line *line, void *user)
{
    struct lines *lines = user;
    size_t size = strlen(lines->text);
    snprintf(lines->text + size, sizeof lines->text - size, "%s %s %lld %lld\n", line->term,
             line->about, (long long)line->measure, (long long)line->points);
}

/* H1 … H3 stand where `plan` says; both implementations tell the same. */
static void expect_lines(const husly_problem *problem, const int *plan, const char *wanted)
{
    struct arena *arena = arena_new();
    struct lines told = {{0}}, found = {{0}};
    CHECK(goal_tell_plan(problem, &(struct placing){.dwelling_of = plan}, arena, note_line, &told));
    CHECK(plan_terms_tell(problem, plan, arena, note_line, &found));
    CHECK_TEXT(told.text, wanted);
    CHECK_TEXT(found.text, wanted);
    arena_free(arena);
}

static void expect_row(const struct program *program, const char *name, int64_t rhs)
{
    int row = row_named(program, name);
    CHECK(row != NO_INDEX);
    if (row != NO_INDEX)
        CHECK_NUMBER(program->rows[row].rhs, rhs);
}

/* The count eases the row by one. */
static void expect_count(const struct program *program, const char *name, const char *row,
                         int64_t upper, int64_t price)
{
    int column = column_named(program, name);
    CHECK(column != NO_INDEX);
    if (column == NO_INDEX)
        return;
    CHECK_NUMBER(program->columns[column].upper, upper);
    CHECK_NUMBER(program->columns[column].price, price);
    CHECK_NUMBER(coefficient_in(program, row, name), -1);
}

/*
 * A1 has 500 residents and 3 refugees, A2 1,000 and 5. With the nine persons of the round the town
 * would be at ⌊1000 × 17 / 1500⌋ = 11. A1 with j: ⌊1000 (3 + j) / 500⌋ = 6 + 2 j, so 2 are free;
 * the others cost 1, 3, 5, 7 times the weight. A2 with j: 5 + j, so 6 are free and all who fit.
 */
static void test_even(void)
{
    struct town town;
    town_fill(&town);
    town.areas[0].residents = 500;
    town.areas[0].refugees = 3;
    town.areas[1].residents = 1000;
    town.areas[1].refugees = 5;
    husly_problem *problem = resolved(&town.round);
    problem->weights[HUSLY_WEIGHT_EVEN] = 10;
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    expect_row(program, "even/A1", 2);
    CHECK(row_named(program, "even/A2") == NO_INDEX);
    CHECK_NUMBER(coefficient_in(program, "even/A1", "H2/D2"), 3);
    CHECK_NUMBER(coefficient_in(program, "even/A1", "H2/D3"), 0);
    expect_count(program, "even/A1/1", "even/A1", 1, 10);
    expect_count(program, "even/A1/3", "even/A1", 1, 30);
    expect_count(program, "even/A1/5", "even/A1", 1, 50);
    expect_count(program, "even/A1/7", "even/A1", 1, 70);
    CHECK(column_named(program, "even/A1/2") == NO_INDEX);
    CHECK(column_named(program, "even/A1/9") == NO_INDEX);
    expect_lines(problem, (const int[]){0, NONE, 2}, "even A1 3 -10\neven A2 3 0\n");
    expect_lines(problem, (const int[]){0, 1, 2}, "even A1 6 -160\neven A2 3 0\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

/* One child of each age a household; A1 has room for one at school and none in day-care. */
static void test_school(void)
{
    struct town town;
    town_fill(&town);
    town.areas[0].school = 1;
    town.areas[0].daycare = 0;
    town.areas[1].school = 3;
    husly_problem *problem = resolved(&town.round);
    problem->weights[HUSLY_WEIGHT_SCHOOL] = 50;
    problem->weights[HUSLY_WEIGHT_DAYCARE] = 40;
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    expect_row(program, "school/A1", 1);
    expect_row(program, "daycare/A1", 0);
    CHECK(row_named(program, "school/A2") == NO_INDEX);
    CHECK(row_named(program, "daycare/A2") == NO_INDEX);
    expect_count(program, "beyond/school/A1", "school/A1", 2, 50);
    expect_count(program, "beyond/daycare/A1", "daycare/A1", 3, 40);
    CHECK_NUMBER(coefficient_in(program, "school/A1", "H3/D1"), 1);
    expect_lines(problem, (const int[]){0, 1, 2},
                 "school A1 1 -50\nschool A2 0 0\ndaycare A1 2 -80\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

/* Move-outs of 5 and 4 share three dwellings: 1.67 and 1.33, so two and one. */
static void test_key(void)
{
    struct town town;
    town_fill(&town);
    town.organisations[0].vacated_last_year = 5;
    town.organisations[1].vacated_last_year = 4;
    husly_problem *problem = resolved(&town.round);
    problem->weights[HUSLY_WEIGHT_KEY] = 50;
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK(row_named(program, "key_over/O1") == NO_INDEX);
    expect_row(program, "key_under/O1", -2);
    expect_row(program, "key_under/O2", -1);
    expect_count(program, "key_under/O1/1", "key_under/O1", 1, 50);
    expect_count(program, "key_under/O1/2", "key_under/O1", 1, 150);
    CHECK(column_named(program, "key_under/O1/3") == NO_INDEX);
    CHECK_NUMBER(coefficient_in(program, "key_under/O1", "H1/D2"), -1);
    expect_lines(problem, (const int[]){NONE, NONE, 2}, "key O1 -2 -200\nkey O2 0 0\n");
    expect_lines(problem, (const int[]){0, NONE, NONE}, "key O1 -1 -50\nkey O2 -1 -50\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

static void expect_targets(const husly_round *round, int64_t first, int64_t second)
{
    husly_problem *problem = resolved(round);
    struct arena *arena = arena_new();
    const struct key_target *targets = key_targets_find(problem, arena);
    CHECK_NUMBER(targets[0].target, first);
    CHECK_NUMBER(targets[1].target, second);
    arena_free(arena);
    husly_problem_free(problem);
}

static void test_targets(void)
{
    struct town town;
    town_fill(&town);
    town.organisations[0].vacated_last_year = 1;
    town.organisations[1].vacated_last_year = 1;
    /* Three dwellings, one each and one more for the first of equal remainders. */
    expect_targets(&town.round, 2, 1);
    /* ⌊2 / 2⌋ = 1 of O1's, none of O2's single one. */
    town.round.policy.right = (husly_share){1, 2};
    expect_targets(&town.round, 1, 0);
    town.organisations[1].extra_dwellings = 1;
    expect_targets(&town.round, 1, 1);
    /* What is agreed is shared, whatever can be taken; seven by halves. */
    town.round.policy.key_dwellings = 7;
    expect_targets(&town.round, 4, 3);
    town.organisations[0].vacated_last_year = 0;
    expect_targets(&town.round, 0, 7);
    town.organisations[1].vacated_last_year = 0;
    expect_targets(&town.round, 0, 0);
    town.organisations[1].vacated_last_year = HUSLY_NO_NUMBER;
    expect_targets(&town.round, 0, 0);
    /* Only what is offered can be taken, and all of it. */
    town_fill(&town);
    town.organisations[0].vacated_last_year = 1;
    town.round.policy.right = (husly_share){0, 1};
    expect_targets(&town.round, 0, 0);
    town.round.policy.right_offered_only = true;
    town.dwellings[1].offered = true;
    expect_targets(&town.round, 1, 0);
}

/* Points of the placements less the price of the places: what the second household there is worth.
 */
static void test_together(void)
{
    struct town town;
    town_fill(&town);
    town.households[0].group = town.households[2].group = "dari";
    town.households[1].group = "pashto";
    husly_problem *problem = resolved(&town.round);
    problem->weights[HUSLY_WEIGHT_TOGETHER] = 20;
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    expect_row(program, "together/dari/A1", 0);
    expect_row(program, "together/dari/A1/H1", 0);
    expect_row(program, "together/dari/A2/H3", 0);
    CHECK(program->rows[row_named(program, "together/dari/A1/H1")].lazy);
    CHECK(!program->rows[row_named(program, "together/dari/A1")].lazy);
    CHECK(row_named(program, "together/pashto/A1") == NO_INDEX);
    CHECK(row_named(program, "together/pashto/A1/H2") == NO_INDEX);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1", "H1/D2"), 1);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1", "H3/D2"), 1);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1", "H3/D3"), 0);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1", "together/dari/A1"), -2);
    expect_count(program, "together/dari/A1", "together/dari/A1/H3", 1, 20);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1/H1", "H1/D2"), 1);
    CHECK_NUMBER(coefficient_in(program, "together/dari/A1/H1", "H3/D2"), 0);
    CHECK_NUMBER(goal_fit(problem, 0, 1), 20);
    CHECK_NUMBER(goal_fit(problem, 1, 1), 0);
    expect_lines(problem, (const int[]){0, NONE, 1}, "together dari/A1 2 -20\n");
    expect_lines(problem, (const int[]){0, 1, 2},
                 "together dari/A1 1 -20\ntogether dari/A2 1 -20\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

static void test_prices(void)
{
    CHECK_NUMBER(goal_price(10, 100), 1000);
    CHECK_NUMBER(goal_price(1000000000, 4000000000), 1000000000);
    CHECK_NUMBER(goal_price(0, 5), 0);
}

int main(void)
{
    test_even();
    test_school();
    test_key();
    test_targets();
    test_together();
    test_prices();
    return check_result();
}
