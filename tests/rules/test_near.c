/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 8: households near one another, homes that open with a number of persons, single persons in
 * a home; and what pins that bind others are told where the others find no place. */
#include "base/memory.h"
#include "rules/capacity.h"
#include "rules/conflict.h"
#include "support/resolved.h"
#include "support/rows.h"
#include "support/whole.h"

enum { PEOPLE = 4, HOMES = 4 };

/* Four couples; D1 and D2 lie in S1, D3 in S2, and the site D4 in S2. */
struct hamlet {
    husly_household households[PEOPLE];
    husly_dwelling dwellings[HOMES];
    husly_section sections[2];
    husly_decision decisions[3];
    husly_round round;
};

static void hamlet_fill(struct hamlet *hamlet)
{
    static const char *const households[] = {"H1", "H2", "H3", "H4"};
    static const char *const dwellings[] = {"D1", "D2", "D3", "D4"};
    static const char *const sections[] = {"S1", "S1", "S2", "S2"};
    for (int at = 0; at < PEOPLE; at++)
        hamlet->households[at] = row_household(households[at], 2, 0);
    for (int at = 0; at < HOMES; at++)
        hamlet->dwellings[at] = row_dwelling(dwellings[at], sections[at],
                                             at < 3 ? HUSLY_KIND_PRIVATE : HUSLY_KIND_SITE);
    hamlet->dwellings[3].places = 5;
    hamlet->sections[0] = row_section("S1", NULL, NULL);
    hamlet->sections[1] = row_section("S2", NULL, NULL);
    hamlet->round = (husly_round){.households = hamlet->households,
                                  .dwellings = hamlet->dwellings,
                                  .sections = hamlet->sections,
                                  .decisions = hamlet->decisions,
                                  .household_count = PEOPLE,
                                  .dwelling_count = HOMES,
                                  .section_count = 2,
                                  .policy = row_policy()};
}

static void pin(struct hamlet *hamlet, const char *household, const char *dwelling)
{
    size_t at = hamlet->round.decision_count++;
    hamlet->decisions[at] = (husly_decision){.household_id = household,
                                             .dwelling_id = dwelling,
                                             .decision = HUSLY_PIN,
                                             .line = (int64_t)at + 2};
}

/* What check tells of a plan: "row used limit" a line. */
static void expect_told(const struct hamlet *hamlet, const int plan[PEOPLE], const char *lines)
{
    husly_problem *problem = resolved(&hamlet->round);
    struct told told = {{0}, 0};
    CHECK(rules_check(problem, &(struct placing){.dwelling_of = plan}, note_breach, &told) ==
          (lines[0] == '\0'));
    CHECK_TEXT(told.lines, lines);
    husly_problem_free(problem);
}

static void test_near_rows(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].near = hamlet.households[2].near = "N/1";
    hamlet.households[3].near = "alone";
    husly_problem *problem = resolved(&hamlet.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    const int row = row_named(program, "near/N/1/S1/H3");
    CHECK(row != NO_INDEX && program->rows[row].equal);
    CHECK_NUMBER(coefficient_in(program, "near/N/1/S1/H3", "H3/D1"), 1);
    CHECK_NUMBER(coefficient_in(program, "near/N/1/S1/H3", "H3/D2"), 1);
    CHECK_NUMBER(coefficient_in(program, "near/N/1/S1/H3", "H1/D2"), -1);
    CHECK_NUMBER(coefficient_in(program, "near/N/1/S1/H3", "H1/D3"), 0);
    CHECK(row_named(program, "near/N/1/S2/H3") != NO_INDEX);
    CHECK(row_named(program, "near/N/1/S1/H1") == NO_INDEX);
    CHECK(row_named(program, "near/alone/S1/H4") == NO_INDEX);
    CHECK_NUMBER(program->seed_count, 0);
    whole_free(&whole);
    husly_problem_free(problem);
}

static void test_near_check(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].near = hamlet.households[2].near = "N";
    expect_told(&hamlet, (const int[]){0, NONE, 1, NONE}, "");
    expect_told(&hamlet, (const int[]){2, NONE, 3, NONE}, "");
    expect_told(&hamlet, (const int[]){3, NONE, 3, NONE}, "");
    expect_told(&hamlet, (const int[]){NONE, 0, NONE, 1}, "");
    expect_told(&hamlet, (const int[]){0, NONE, NONE, NONE}, "near/N/S1/H3 -1 0\n");
    expect_told(&hamlet, (const int[]){NONE, NONE, 1, NONE}, "near/N/S1/H3 1 0\n");
    expect_told(&hamlet, (const int[]){0, NONE, 2, NONE}, "near/N/S2/H3 1 0\n");
}

/* H3 avoids the area of S1, so that H1 has nothing to look for there. */
static void test_near_dead(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].near = hamlet.households[2].near = "N";
    hamlet.sections[0].area_id = "A1";
    hamlet.households[2].avoid = "A1";
    husly_problem *problem = resolved(&hamlet.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    const int dead = program->columns[column_named(program, "H1/D1")].dead_by;
    CHECK(dead != NO_INDEX);
    CHECK_NUMBER(program->columns[column_named(program, "H1/D2")].dead_by, dead);
    CHECK(program->columns[column_named(program, "H1/D3")].dead_by == NO_INDEX);
    CHECK(program->columns[column_named(program, "H2/D1")].dead_by == NO_INDEX);
    CHECK_NUMBER(program->seed_count, 1);
    whole_free(&whole);
    husly_problem_free(problem);
}

static void test_home_rows(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.dwellings[3].least_persons = 3;
    hamlet.dwellings[3].max_singles = 1;
    hamlet.households[0] = row_household("H1", 1, 0);
    hamlet.households[1] = row_household("H2", 1, 0);
    husly_problem *problem = resolved(&hamlet.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK_NUMBER(program->rows[row_named(program, "dwelling/D4")].rhs, 0);
    CHECK_NUMBER(coefficient_in(program, "dwelling/D4", "H3/D4"), 2);
    CHECK_NUMBER(coefficient_in(program, "dwelling/D4", "open/home/D4"), -5);
    CHECK_NUMBER(program->rows[row_named(program, "least/D4")].rhs, 0);
    CHECK_NUMBER(coefficient_in(program, "least/D4", "H3/D4"), -2);
    CHECK_NUMBER(coefficient_in(program, "least/D4", "open/home/D4"), 3);
    CHECK_NUMBER(program->columns[column_named(program, "open/home/D4")].upper, 1);
    CHECK_NUMBER(program->rows[row_named(program, "singles/D4")].rhs, 1);
    CHECK_NUMBER(coefficient_in(program, "singles/D4", "H2/D4"), 1);
    CHECK_NUMBER(coefficient_in(program, "singles/D4", "H3/D4"), 0);
    whole_free(&whole);
    husly_problem_free(problem);

    expect_told(&hamlet, (const int[]){3, NONE, 3, NONE}, "");
    expect_told(&hamlet, (const int[]){3, NONE, 3, 3}, "");
    expect_told(&hamlet, (const int[]){NONE, NONE, 3, NONE}, "least/D4 2 3\n");
    expect_told(&hamlet, (const int[]){3, 3, NONE, NONE}, "least/D4 2 3\nsingles/D4 2 1\n");
    expect_told(&hamlet, (const int[]){3, 3, 3, 3}, "dwelling/D4 6 5\nsingles/D4 2 1\n");
}

/* Neither says anything of a dwelling of one household. */
static void test_no_home(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.dwellings[0].least_persons = 9;
    hamlet.dwellings[0].max_singles = 0;
    hamlet.households[0] = row_household("H1", 1, 0);
    husly_problem *problem = resolved(&hamlet.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK_NUMBER(program->rows[row_named(program, "dwelling/D1")].rhs, 1);
    CHECK(column_named(program, "open/home/D1") == NO_INDEX);
    CHECK(row_named(program, "singles/D1") == NO_INDEX);
    whole_free(&whole);
    husly_problem_free(problem);
    expect_told(&hamlet, (const int[]){0, NONE, NONE, NONE}, "");
}

static void expect_conflict(const struct hamlet *hamlet, const char *text)
{
    husly_problem *problem = resolved(&hamlet->round);
    husly_error error = {0};
    CHECK(rules_check_pins(problem, NULL, NULL, NULL) == HUSLY_OK);
    CHECK(rules_conflict(problem, &error) == HUSLY_E_CONFLICT);
    CHECK_TEXT(error.text, text);
    husly_problem_free(problem);
}

/* A pin of one leaves the other free; two pins must agree on the section. */
static void test_pins(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].near = hamlet.households[2].near = "N";
    pin(&hamlet, "H1", "D1");
    husly_problem *problem = resolved(&hamlet.round);
    CHECK_NUMBER(problem->households[2].pin, NONE);
    husly_problem_free(problem);
    pin(&hamlet, "H3", "D3");
    expect_conflict(&hamlet,
                    "no lawful plan: H1 is pinned to D1 (line 2) and H3 to D3 (line 3), but "
                    "households that are to live near one another get dwellings in one section");
    hamlet.decisions[1] = (husly_decision){
        .household_id = "H2", .dwelling_id = "D2", .decision = HUSLY_PIN, .line = 3};
    expect_conflict(&hamlet,
                    "no lawful plan: H1 is pinned to D1 (line 2), but households that are to live "
                    "near one another get dwellings in one section, and no plan places the others "
                    "whom that takes");
}

static void test_pins_of_a_home(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.dwellings[3].least_persons = 5;
    pin(&hamlet, "H1", "D4");
    expect_conflict(&hamlet,
                    "no lawful plan: H1 is pinned to D4 (line 2), but D4 opens with 5 persons, and "
                    "it would be 2, and no plan places the others whom that takes");
    hamlet.dwellings[3].max_singles = 0;
    hamlet.households[1] = row_household("H2", 1, 0);
    pin(&hamlet, "H2", "D4");
    expect_conflict(&hamlet, "no lawful plan: H2 is pinned to D4 (line 3), but D4 takes 0 single "
                             "persons, and it would be 1");
}

int main(void)
{
    test_near_rows();
    test_near_check();
    test_near_dead();
    test_home_rows();
    test_no_home();
    test_pins();
    test_pins_of_a_home();
    return check_result();
}
