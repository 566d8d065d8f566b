/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs set aside, and rounds in parts: docs/model.md, on rounds that one can solve by hand. */
#include "support/bound_of.h"

#define D1 "dwelling/D1"
#define D2 "dwelling/D2"

/* H1 (1000 points) and H2 (2000) want the one dwelling. */
static void test_aside(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    /* At 2000 for the dwelling L is 2000, and H1 loses 1000 by D1: a plan with it has 1000. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", 1000},
                       {"need", "aside", "row", D1, 2000000000}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", 999},
                       {"need", "aside", "row", D1, 2000000000}),
                 3000);
    /* The bound is never below the level, and without a pair left it is the level. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", 2500},
                       {"need", "aside", "row", D1, 2000000000}),
                 2500);
    /* At 1500 L is 2000, and H1 loses 500. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 1500000000},
                       {"need", "aside", "level", "", 1499}),
                 3000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 1500000000},
                       {"need", "aside", "level", "", 1500}),
                 2000);
    /* A whisker above 1500 is still 1500 when it is rounded down. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 1499999001},
                       {"need", "aside", "level", "", 1500}),
                 2000);
    /* A leaf may fix what is set aside; its bound counts it. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 2000000000},
                       {"need", "aside", "level", "", 1000}, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "1", "not", "H1/D1", NOTHING}),
                 3000);
    /* Cuts are made of what is left. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 2000000000},
                       {"need", "aside", "level", "", 1000}, {"need", "cut1", "row", D1, 1000000},
                       {"need", "0", "row", "cut/1", 500000000}),
                 2000);
}

/* What the format refuses. */
static void test_aside_refused(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 2000000000}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", 1000},
                       {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", NOTHING}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", D1, 1000}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", INT64_MAX}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "use", "H1/D1", NOTHING},
                       {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, -1},
                       {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", "household/H1", 1},
                       {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", D1, 1000000},
                       {"need", "aside", "row", "cut/1", 1}, {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "level", "", 1000},
                       {"need", "0", "row", D1, 1}, {"need", "aside", "level", "", 1000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "level", "", 1000}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "level", "", 1000}), -1);
}

/* A pin stays, whatever it costs. */
static void test_aside_pin(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    husly_decision decisions[] = {
        {.household_id = "H1", .dwelling_id = "D1", .decision = HUSLY_PIN, .reason = "so"}};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .decisions = decisions,
                               .decision_count = 1,
                               .policy = policy()};

    /* At 3000 L is 3000 − 2000 + 0; H2 would lose 1000 by D1. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 3000000000},
                       {"need", "aside", "level", "", 0}),
                 1000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "aside", "row", D1, 3000000000},
                       {"need", "aside", "level", "", -1}),
                 3000);
}

/* Two municipalities with a dwelling each: H1 and H2 in one, H3 and H4 in the other. */
struct apart {
    husly_household households[4];
    husly_dwelling dwellings[2];
    husly_section sections[2];
    husly_area areas[2];
    husly_organisation organisation;
    husly_round round;
};

static void apart_fill(struct apart *it, husly_kind kind, int extras)
{
    *it = (struct apart){
        .households = {household("H1", 1), household("H2", 2), household("H3", 3),
                       household("H4", 4)},
        .dwellings = {dwelling("D1", kind, HUSLY_NO_NUMBER), dwelling("D2", kind, HUSLY_NO_NUMBER)},
        .sections = {row_section("S1", "A1", "O1"), row_section("S2", "A2", "O1")},
        .areas = {row_area("A1"), row_area("A2")},
        .organisation = row_organisation("O1", extras, 0)};
    it->dwellings[0].rooms = it->dwellings[1].rooms = 4;
    it->dwellings[1].section_id = "S2";
    for (int h = 0; h < 4; h++)
        it->households[h].municipality = h < 2 ? "M1" : "M2";
    it->areas[0].municipality = "M1";
    it->areas[1].municipality = "M2";
    it->areas[0].max_persons = it->areas[1].max_persons = 10;
    it->round = (husly_round){.households = it->households,
                              .household_count = 4,
                              .dwellings = it->dwellings,
                              .dwelling_count = 2,
                              .sections = it->sections,
                              .section_count = 2,
                              .areas = it->areas,
                              .area_count = 2,
                              .organisations = &it->organisation,
                              .organisation_count = 1,
                              .policy = policy()};
    it->round.policy.spare_rooms = HUSLY_NO_NUMBER;
}

static const int plan[] = {NONE, 0, NONE, 1};

#define MEMBERS                                                                                    \
    {"need", "part1", "household", "H1", NOTHING}, {"need", "part1", "household", "H2", NOTHING},  \
        {"need", "part2", "household", "H3", NOTHING},                                             \
    {                                                                                              \
        "need", "part2", "household", "H4", NOTHING                                                \
    }

static void test_parts(void)
{
    struct apart it;
    apart_fill(&it, HUSLY_KIND_PRIVATE, 0);

    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS), 10000);
    CHECK_NUMBER(
        BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part1/0", "row", D1, 2000000000}),
        2000 + 7000);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "row", D1, 2000000000},
                                {"need", "part2/0", "row", D2, 4000000000}),
                 6000);
    /* Cuts, cases and pairs set aside belong to a part. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part2/aside", "row", D2, 4000000000},
                                {"need", "part2/aside", "level", "", 3000},
                                {"need", "part1/cut1", "row", D1, 1000000},
                                {"need", "part1/0", "row", "cut/1", 2000000000}),
                 6000);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "use", "H2/D1", NOTHING},
                                {"need", "part1/0", "row", D1, 2000000000},
                                {"need", "part1/1", "not", "H2/D1", NOTHING}),
                 2000 + 7000);
    /* The floor of a part is what the plan has among its households: 2000 and 4000. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 1, plan, MEMBERS,
                                {"fit", "part1/0", "row", "floor/need", 1000000},
                                {"fit", "part1/0", "row", D1, 2000000000}),
                 -2000 + 2000);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 1, plan, MEMBERS,
                                {"fit", "part2/0", "row", "floor/need", 1000000},
                                {"fit", "part2/0", "row", D2, 3000000000}),
                 -4000 + 3000 + 1000);
}

static void test_parts_refused(void)
{
    struct apart it;
    apart_fill(&it, HUSLY_KIND_PRIVATE, 0);

    /* Somebody is in none, in two, unknown, or told in another stage. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1", "household", "H1", NOTHING},
                                {"need", "part1", "household", "H2", NOTHING},
                                {"need", "part2", "household", "H3", NOTHING}),
                 -1);
    CHECK_NUMBER(
        BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part3", "household", "H1", NOTHING}),
        -1);
    CHECK_NUMBER(
        BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part3", "household", "H9", NOTHING}),
        -1);
    CHECK_NUMBER(
        BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part4", "household", "H1", NOTHING}),
        -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"fit", "part1", "household", "H1", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1", "household", "H1", 1}), -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1", "row", D1, 1}), -1);
    /* Names with and without a part. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "0", "row", D1, 1}), -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1/0", "row", D1, 1}), -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part3/0", "row", D1, 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part01/0", "row", D1, 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part0/0", "row", D1, 1}),
                 -1);
    /* What is another part's. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part1/0", "row", D2, 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part1/cut1", "row", D2, 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part1/aside", "row", D2, 1},
                                {"need", "part1/aside", "level", "", 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "row", "area_persons/A2", 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/cut1", "row", "household/H3", 1}),
                 -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "use", "H4/D2", NOTHING},
                                {"need", "part1/1", "not", "H4/D2", NOTHING}),
                 -1);
    /* A cut of another part is no row here. */
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/cut1", "row", D1, 1000000},
                                {"need", "part2/0", "row", "cut/1", 1}),
                 -1);
    /* Where two parts look at one dwelling, neither has its row. */
    it.areas[1].municipality = "M1";
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1", "household", "H1", NOTHING},
                                {"need", "part2", "household", "H2", NOTHING},
                                {"need", "part1/0", "row", D1, 1}),
                 -1);
}

/* One organisation's extra dwellings bind two municipalities together. */
static void test_counts(void)
{
    struct apart it;
    apart_fill(&it, HUSLY_KIND_FAMILY, 1);

    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "row", "right/S1", 2000000000}),
                 2000 + 7000);
    CHECK_NUMBER(
        BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS, {"need", "part1/0", "row", "extra/O1", 1}), -1);
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, MEMBERS,
                                {"need", "part1/0", "at_most", "S2", 0},
                                {"need", "part1/1", "at_least", "S2", 1}),
                 -1);
    /* Where nobody looks at S2, its count is whose row holds it first. */
    it.households[2].municipality = it.households[3].municipality = "M3";
    CHECK_NUMBER(BOUND_IN_PARTS(&it.round, 0, plan, {"need", "part1", "household", "H1", NOTHING},
                                {"need", "part1", "household", "H2", NOTHING},
                                {"need", "part1/0", "row", "right/S1", 2000000000},
                                {"need", "part1/0", "row", "extra/O1", 2000000000}),
                 2000);
}

int main(void)
{
    test_aside();
    test_aside_refused();
    test_aside_pin();
    test_parts();
    test_parts_refused();
    test_counts();
    return check_result();
}
