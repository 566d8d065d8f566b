/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins that break a rule by themselves, and pins that only together leave no plan. */
#include "rules/conflict.h"
#include "support/resolved.h"
#include "support/rows.h"

enum { HOUSEHOLDS = 4, DWELLINGS = 4 };

/* Four households of three, two family dwellings and one private in S1, a site of 6 places in S2.
 */
struct hamlet {
    husly_household households[HOUSEHOLDS];
    husly_dwelling dwellings[DWELLINGS];
    husly_section sections[2];
    husly_area area;
    husly_decision decisions[HOUSEHOLDS];
    husly_round round;
};

static void hamlet_fill(struct hamlet *hamlet)
{
    *hamlet =
        (struct hamlet){.households = {row_household("H1", 1, 2), row_household("H2", 1, 2),
                                       row_household("H3", 1, 2), row_household("H4", 2, 1)},
                        .dwellings = {row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                                      row_dwelling("D2", "S1", HUSLY_KIND_FAMILY),
                                      row_dwelling("D3", "S1", HUSLY_KIND_PRIVATE),
                                      row_dwelling("D4", "S2", HUSLY_KIND_SITE)},
                        .sections = {row_section("S1", "A1", NULL), row_section("S2", "A1", NULL)},
                        .area = row_area("A1")};
    hamlet->dwellings[3].places = 6;
    hamlet->round = (husly_round){.households = hamlet->households,
                                  .dwellings = hamlet->dwellings,
                                  .sections = hamlet->sections,
                                  .areas = &hamlet->area,
                                  .decisions = hamlet->decisions,
                                  .household_count = HOUSEHOLDS,
                                  .dwelling_count = DWELLINGS,
                                  .section_count = 2,
                                  .area_count = 1,
                                  .policy = row_policy()};
    hamlet->round.policy.right = (husly_share){1, 2};
}

/* Pins stand in line 2 and on, in this order. */
static void pin(struct hamlet *hamlet, const char *household, const char *dwelling)
{
    size_t at = hamlet->round.decision_count++;
    hamlet->decisions[at] = (husly_decision){.household_id = household,
                                             .dwelling_id = dwelling,
                                             .decision = HUSLY_PIN,
                                             .line = 2 + (int64_t)at};
}

static void expect_pins(const struct hamlet *hamlet, husly_status wanted, int64_t line,
                        const char *part)
{
    husly_problem *problem = resolved(&hamlet->round);
    husly_error error = {0};
    CHECK(rules_check_pins(problem, NULL, NULL, &error) == wanted);
    CHECK_NUMBER(error.line, line);
    CHECK(strstr(error.text, part) != NULL);
    if (wanted == HUSLY_E_INPUT)
        CHECK_TEXT(error.source, "decisions.csv");
    husly_problem_free(problem);
}

static void test_single_pins(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    pin(&hamlet, "H2", "D4");
    pin(&hamlet, "H1", "D1");
    expect_pins(&hamlet, HUSLY_OK, 0, "");
    hamlet.households[0].max_rent = 399999;
    expect_pins(&hamlet, HUSLY_E_INPUT, 3, "H1 cannot be pinned to D1: too dear;");
    hamlet.households[1].step_free = true;
    hamlet.households[0].max_rent = 400000;
    expect_pins(&hamlet, HUSLY_E_INPUT, 2, "H2 cannot be pinned to D4: not step-free;");
}

/* A party's other member is pinned with it, and breaks the rule there. */
static void test_party_member(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    pin(&hamlet, "H2", "D4");
    hamlet.households[1].party = hamlet.households[2].party = "P";
    expect_pins(&hamlet, HUSLY_OK, 0, "");
    hamlet.households[2].avoid = "A1";
    expect_pins(&hamlet, HUSLY_E_INPUT, 2,
                "and for H3 it is: in an area that the household avoids;");
}

static void test_year_not_shipped(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.round.policy.housing_benefit = HUSLY_BENEFIT_YEAR;
    hamlet.round.policy.benefit_year = 2016;
    expect_pins(&hamlet, HUSLY_E_ARGUMENT, 0, "2016");
}

static void expect_conflict(const struct hamlet *hamlet, int64_t line, const char *text)
{
    husly_problem *problem = resolved(&hamlet->round);
    husly_error error = {0};
    CHECK(rules_check_pins(problem, NULL, NULL, NULL) == HUSLY_OK);
    CHECK(rules_conflict(problem, &error) == HUSLY_E_CONFLICT);
    CHECK_NUMBER(error.line, line);
    CHECK_TEXT(error.text, text);
    husly_problem_free(problem);
}

static void test_conflicts(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    pin(&hamlet, "H4", "D3");
    pin(&hamlet, "H1", "D1");
    pin(&hamlet, "H2", "D2");
    expect_conflict(&hamlet, 3,
                    "no lawful plan: H1 is pinned to D1 (line 3) and H2 to D2 (line 4), but the "
                    "right leaves 1 in S1, and 2 would be taken");
    hamlet.area.max_persons = 8;
    hamlet.sections[0].right = (husly_share){1, 1};
    expect_conflict(&hamlet, 2,
                    "no lawful plan: H1 is pinned to D1 (line 3), H2 to D2 (line 4) and H4 to D3 "
                    "(line 2), but A1 takes 8 persons, and it would be 9");
}

static void test_danish(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    pin(&hamlet, "H1", "D1");
    pin(&hamlet, "H2", "D2");
    husly_problem *problem = resolved(&hamlet.round);
    husly_error error = {.language = HUSLY_DANISH};
    CHECK(rules_conflict(problem, &error) == HUSLY_E_CONFLICT);
    CHECK_TEXT(error.text, "ingen lovlig plan: H1 er fastlåst til D1 (linje 2) og H2 til D2 (linje "
                           "3), men anvisningsretten giver 1 i S1, og 2 ville blive brugt");
    husly_error_clear(&error);
    hamlet.households[0].max_rent = 399999;
    husly_problem_free(problem);
    problem = resolved(&hamlet.round);
    CHECK(rules_check_pins(problem, NULL, NULL, &error) == HUSLY_E_INPUT);
    CHECK_TEXT(error.text, "H1 kan ikke fastlåses til D1: for dyr; tag fastlåsningen tilbage, "
                           "eller ret det, der står i vejen");
    husly_problem_free(problem);
}

/* Of three pins, the two that use most are enough to break the area's limit. */
static void test_smallest_set(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].children = 0;
    hamlet.area.max_persons = 5;
    hamlet.area.max_children = 3;
    pin(&hamlet, "H1", "D1");
    pin(&hamlet, "H2", "D3");
    pin(&hamlet, "H3", "D4");
    expect_conflict(&hamlet, 3,
                    "no lawful plan: H2 is pinned to D3 (line 3) and H3 to D4 (line 4), but A1 "
                    "takes 5 persons, and it would be 6; H2 is pinned to D3 (line 3) and H3 to D4 "
                    "(line 4), but A1 takes 3 children, and it would be 4");
}

static void test_two_in_one(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    pin(&hamlet, "H1", "D3");
    pin(&hamlet, "H2", "D3");
    expect_conflict(&hamlet, 2,
                    "no lawful plan: H1 is pinned to D3 (line 2) and H2 to D3 (line 3), but D3 is "
                    "for one household");
}

/* One pin of a party brings the party: into a dwelling of one household, or of too few places. */
static void test_party_conflicts(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.households[0].party = hamlet.households[1].party = "P";
    pin(&hamlet, "H2", "D3");
    expect_conflict(&hamlet, 2,
                    "no lawful plan: H2 is pinned to D3 (line 2), but D3 is for one household");
    hamlet.decisions[0].dwelling_id = "D4";
    hamlet.dwellings[3].places = 5;
    expect_conflict(&hamlet, 2,
                    "no lawful plan: H2 is pinned to D4 (line 2), but D4 has places for 5, and it "
                    "would be 6");
    pin(&hamlet, "H1", "D3");
    expect_conflict(&hamlet, 2,
                    "no lawful plan: H1 is pinned to D3 (line 3) and H2 to D4 (line 2), but a "
                    "party stays together");
}

static void test_no_conflict(void)
{
    struct hamlet hamlet;
    husly_error error = {0};
    hamlet_fill(&hamlet);
    pin(&hamlet, "H1", "D1");
    husly_problem *problem = resolved(&hamlet.round);
    CHECK(rules_conflict(problem, &error) == HUSLY_E_INTERNAL);
    husly_problem_free(problem);
}

int main(void)
{
    test_single_pins();
    test_party_member();
    test_year_not_shipped();
    test_conflicts();
    test_danish();
    test_smallest_set();
    test_two_in_one();
    test_party_conflicts();
    test_no_conflict();
    return check_result();
}
