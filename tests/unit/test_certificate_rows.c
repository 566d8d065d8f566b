/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of near labels, of homes that open with a number of persons, and of flexible letting, in the
 * arithmetic of contract § 7. */
#include "support/bound_of.h"

/* H1 and H2 live near one another or nowhere: two dwellings in S1, one in S2. */
static void test_near(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 1)};
    households[0].near = households[1].near = "a/b";
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER),
                                  dwelling("D2", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER),
                                  dwelling("D3", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    dwellings[2].section_id = "S2";
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 3,
                               .policy = policy()};

    CHECK_NUMBER(bound_of(&round, 0, NULL, NULL, 0), 2000);
    /* H2 as dear as it is worth in S1, and H1 worth both there. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "near/a/b/S1/H2", 1000000000}), 3000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "near/a/b/S1/H2", 1000000000},
                       {"need", "0", "row", "near/a/b/S2/H2", 1000000000}),
                 2000);
    /* x13 + x23 <= 1 with x23 − x13 = 0 taken away gives 2 x13 <= 1, and half of it x13 <= 0. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "dwelling/D3", 500000},
                       {"need", "cut1", "row", "near/a/b/S2/H2", -500000},
                       {"need", "0", "row", "cut/1", 2000000000},
                       {"need", "0", "row", "near/a/b/S2/H2", 1000000000},
                       {"need", "0", "row", "dwelling/D1", 1000000000},
                       {"need", "0", "row", "dwelling/D2", 1000000000}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "near/a/b/S1/H1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "near/a/b/S3/H2", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "near/b/S1/H2", 1}), -1);
}

/* A home with 4 places that opens with 3: H1 alone (1000) is too few, with H2 (2000) enough. */
static void test_home(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2), household("H3", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_SITE, 4),
                                  dwelling("D2", HUSLY_KIND_SITE, 4)};
    dwellings[0].least_persons = 3;
    dwellings[0].max_singles = 0;
    dwellings[1].least_persons = 0;
    const husly_round round = {.households = households,
                               .household_count = 3,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(bound_of(&round, 0, NULL, NULL, 0), 5000);
    /* A person is worth 1000 and a place costs as much: only the open home is left, 4000. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 1000000000}), 4000);
    /* Closed: nobody. Open: as above. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "open/home/D1", 0},
                       {"need", "0", "row", "dwelling/D1", 1000000000},
                       {"need", "1", "at_least", "open/home/D1", 1},
                       {"need", "1", "row", "dwelling/D1", 1000000000}),
                 4000);
    /* To pay for persons who come makes each worth more, and the open home less. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "least/D1", 1000000000}), 10000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "least/D1", 1000000000},
                       {"need", "0", "row", "dwelling/D1", 2000000000}),
                 5000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "singles/D1", 1000000000}), 4000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "least/D2", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "singles/D2", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 1000000000},
                       {"need", "0", "at_most", "open/home/D2", 0}),
                 -1);
}

/* Of two dwellings the right gives one and flexible letting another, for a couple. */
static void test_flexible(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2), household("H3", 1)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_FAMILY, HUSLY_NO_NUMBER),
                                  dwelling("D2", HUSLY_KIND_FAMILY, HUSLY_NO_NUMBER),
                                  dwelling("D3", HUSLY_KIND_FAMILY, HUSLY_NO_NUMBER)};
    husly_section sections[] = {row_section("S1", NULL, NULL)};
    sections[0].right = (husly_share){1, 3};
    sections[0].flexible = (husly_share){1, 3};
    sections[0].flexible_for = "couple";
    husly_round round = {.households = households,
                         .household_count = 3,
                         .dwellings = dwellings,
                         .dwelling_count = 3,
                         .sections = sections,
                         .section_count = 1,
                         .policy = policy()};

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "right/S1", 1000000000}), 2000 + 1000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "ordinary/S1", 1000000000}),
                 1000 + 2000);
    sections[0].flexible_taken = 1;
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "right/S1", 1000000000}), 1000 + 1000);
    sections[0].flexible.whole = 0;
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "ordinary/S1", 1}), -1);
}

/* A unit of the right that bears the name of a group in an area: a section without an organisation,
 * named as one is, whose youth dwellings count for themselves. H1 lives where the group may be. */
static void test_same_name(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 1)};
    households[0].group = households[1].group = "section";
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    husly_section sections[] = {row_section("S1", "youth", NULL),
                                row_section("together", NULL, NULL)};
    husly_area area = row_area("youth");
    husly_organisation organisation = row_organisation("together", 0, 0);
    husly_round round = {.households = households,
                         .household_count = 2,
                         .dwellings = dwellings,
                         .dwelling_count = 1,
                         .sections = sections,
                         .section_count = 2,
                         .areas = &area,
                         .area_count = 1,
                         .organisations = &organisation,
                         .organisation_count = 1,
                         .policy = policy()};
    round.policy.right_kinds_apart = true;
    round.policy.right_by_organisation = true;
    round.policy.weights[HUSLY_WEIGHT_TOGETHER] = 5;

    /* What the row takes from a pair, the group gives back by being there. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "together/section/youth", 1000000000}),
                 2000);
    CHECK_NUMBER(
        BOUND(&round, 0, NULL, {"need", "0", "row", "together/section/youth/H1", 1000000000}),
        2000);
}

int main(void)
{
    test_near();
    test_home();
    test_flexible();
    test_same_name();
    return check_result();
}
