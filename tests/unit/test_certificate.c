/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of contract § 7 on rounds that one can solve by hand. */
#include "support/bound_of.h"

/* H1 (1000 points) and H2 (2000) want the one dwelling. */
static void test_leaf(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(bound_of(&round, 0, NULL, NULL, 0), 3000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 2000000000}), 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 500000000}), 2500);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 500000001}), 2499);
    /* The same row twice counts twice. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 1000000000},
                       {"need", "0", "row", "dwelling/D1", 1000000000}),
                 2000);

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", -1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", INT64_MAX}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", NOTHING}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D2", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "household/H1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "cut/1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "floor/need", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "rows", "dwelling/D1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"cost", "0", "row", "dwelling/D1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "leaf", "row", "dwelling/D1", 1}), -1);
}

static void test_tree_of_pairs(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "0", "row", "dwelling/D1", 2000000000},
                       {"need", "1", "not", "H1/D1", NOTHING}),
                 2000);
    /* What `use` fixes is paid in full, also where it is a loss: 5000 − 4000 + 0. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "0", "row", "dwelling/D1", 5000000000},
                       {"need", "1", "not", "H1/D1", NOTHING},
                       {"need", "1", "row", "dwelling/D1", 500000000}),
                 2000);
    /* A case is left out, or the same one stands twice. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "1", "use", "H1/D1", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "1", "not", "H2/D1", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D1", NOTHING},
                       {"need", "0", "use", "H2/D1", NOTHING},
                       {"need", "1", "not", "H1/D1", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1/D9", NOTHING},
                       {"need", "1", "not", "H1/D9", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "1", "use", "H1/D1", NOTHING},
                       {"need", "0", "not", "H1/D1", NOTHING}),
                 -1);
}

/* With and without any dwelling for a household. */
static void test_tree_of_households(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    /* H1 is paid in full where it must have one: 5000 − 4000 + 0, else 500 + 0 + 1500. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1", NOTHING},
                       {"need", "0", "row", "dwelling/D1", 5000000000},
                       {"need", "1", "not", "H1", NOTHING},
                       {"need", "1", "row", "dwelling/D1", 500000000}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H2", NOTHING},
                       {"need", "0", "row", "dwelling/D1", 1000000000},
                       {"need", "1", "not", "H2", NOTHING}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H2", NOTHING},
                       {"need", "0", "row", "dwelling/D1", 3000000000},
                       {"need", "1", "not", "H2", NOTHING}, {"need", "1", "use", "H1", NOTHING},
                       {"need", "2", "not", "H2", NOTHING}, {"need", "2", "not", "H1", NOTHING}),
                 2000);
    /* No plan gives H2 a dwelling without D1, none both with and without one. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H2", NOTHING},
                       {"need", "0", "not", "H2/D1", NOTHING}, {"need", "1", "use", "H2", NOTHING},
                       {"need", "1", "use", "H2/D1", NOTHING},
                       {"need", "1", "row", "dwelling/D1", 1000000000},
                       {"need", "2", "not", "H2", NOTHING}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "not", "H2", NOTHING},
                       {"need", "0", "use", "H2/D1", NOTHING}, {"need", "1", "not", "H2", NOTHING},
                       {"need", "1", "not", "H2/D1", NOTHING}, {"need", "2", "use", "H2", NOTHING},
                       {"need", "2", "row", "dwelling/D1", 1000000000}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1", NOTHING}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H1", NOTHING},
                       {"need", "1", "not", "H1/D1", NOTHING}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "use", "H9", NOTHING},
                       {"need", "1", "not", "H9", NOTHING}),
                 -1);
}

/* Three couples want a site with places for three persons: one of them at most. */
static void test_cuts(void)
{
    husly_household households[] = {household("H1", 2), household("H2", 2), household("H3", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_SITE, 3)};
    const husly_round round = {.households = households,
                               .household_count = 3,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "dwelling/D1", 1000000000}), 3000);
    /* Half of 2 x1 + 2 x2 + 2 x3 <= 3 is x1 + x2 + x3 <= 1. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "dwelling/D1", 500000},
                       {"need", "0", "row", "cut/1", 2000000000}),
                 2000);
    /* A whisker less: every coefficient rounds down to 0, and nothing is said. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "dwelling/D1", 499999},
                       {"need", "0", "row", "cut/1", 2000000000}),
                 8000);
    /* A cut of a cut and of household rows: 2 x1 + x2 + x3 <= 2. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "dwelling/D1", 500000},
                       {"need", "cut2", "row", "cut/1", 1000000},
                       {"need", "cut2", "row", "household/H1", 1000000},
                       {"need", "0", "row", "cut/2", 1000000000}),
                 2000 + 0 + 1000 + 1000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "cut/1", 1000000}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "cut/2", 1000000},
                       {"need", "cut2", "row", "dwelling/D1", 500000}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut2", "row", "dwelling/D1", 500000}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "use", "H1/D1", NOTHING}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"fit", "cut1", "row", "dwelling/D1", 500000},
                       {"need", "0", "row", "cut/1", 2000000000}),
                 -1);
}

/* H1 and H2 go together or not at all. */
static void test_party(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 1)};
    households[0].party = households[1].party = "a/b";
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_SITE, 1)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .policy = policy()};

    /* x1 + x2 <= 1 with x2 − x1 = 0 taken away gives 2 x1 <= 1; half of it, rounded down, x1 <= 0.
     */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "dwelling/D1", 500000},
                       {"need", "cut1", "row", "party/a/b/D1/H2", -500000},
                       {"need", "0", "row", "cut/1", 2000000000},
                       {"need", "0", "row", "party/a/b/D1/H2", 1000000000}),
                 0);
    /* Half of x2 − x1 = 0 rounds down to −x1 <= 0: H1 then seems worth 1000 more. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "cut1", "row", "party/a/b/D1/H2", 500000},
                       {"need", "0", "row", "cut/1", 1000000000}),
                 3000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "party/a/b/D1/H1", 1}), -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "party/b/D1/H2", 1}), -1);
}

/* The right gives nothing of two dwellings; one more is agreed with the organisation. */
static void test_extras(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_FAMILY, HUSLY_NO_NUMBER),
                                  dwelling("D2", HUSLY_KIND_FAMILY, HUSLY_NO_NUMBER)};
    husly_section sections[] = {row_section("S1", NULL, "O1")};
    husly_organisation organisations[] = {row_organisation("O1", 1, 0)};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 2,
                               .sections = sections,
                               .section_count = 1,
                               .organisations = organisations,
                               .organisation_count = 1,
                               .policy = policy()};

    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "right/S1", 2000000000}), 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "row", "right/S1", 2000000000},
                       {"need", "0", "row", "extra/O1", 2000000000}),
                 2000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S1", 0},
                       {"need", "0", "row", "right/S1", 2000000000},
                       {"need", "1", "at_least", "S1", 1},
                       {"need", "1", "row", "right/S1", 2000000000}),
                 2000);
    /* The first leaf alone would be 0; here the second one is left at its trivial bound. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S1", 0},
                       {"need", "0", "row", "right/S1", 2000000000},
                       {"need", "1", "at_least", "S1", 1}),
                 3000);
    /* at_least 1 pays for the one extra dwelling even where it is a loss. */
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S1", 0},
                       {"need", "0", "row", "right/S1", 2000000000},
                       {"need", "1", "at_least", "S1", 1},
                       {"need", "1", "row", "extra/O1", 5000000000}),
                 5000 - 5000 + 3000);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S1", 0},
                       {"need", "1", "at_least", "S1", 2}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S1", INT64_MAX},
                       {"need", "1", "at_least", "S1", INT64_MIN}),
                 -1);
    CHECK_NUMBER(BOUND(&round, 0, NULL, {"need", "0", "at_most", "S2", 0},
                       {"need", "1", "at_least", "S2", 1}),
                 -1);
}

/* Stage fit prefers H1, but must not cost stage need a point. */
static void test_floor(void)
{
    husly_household households[] = {household("H1", 1), household("H2", 2)};
    husly_dwelling dwellings[] = {dwelling("D1", HUSLY_KIND_PRIVATE, HUSLY_NO_NUMBER)};
    husly_score scores[] = {{"H1", "D1", NULL, 700, 2}, {"H2", "D1", NULL, 100, 3}};
    const husly_round round = {.households = households,
                               .household_count = 2,
                               .dwellings = dwellings,
                               .dwelling_count = 1,
                               .scores = scores,
                               .score_count = 2,
                               .policy = policy()};
    const int64_t values[] = {2000, 100};

    CHECK_NUMBER(BOUND(&round, 1, values, {"fit", "0", "row", "dwelling/D1", 700000000}), 700);
    /* 0.6 × (−1000 x1 − 2000 x2 <= −2000) and 1300 × (x1 + x2 <= 1): 1300 − 1200 + 0 + 0. */
    CHECK_NUMBER(BOUND(&round, 1, values, {"fit", "0", "row", "floor/need", 600000},
                       {"fit", "0", "row", "dwelling/D1", 1300000000}),
                 100);
    CHECK_NUMBER(BOUND(&round, 1, values, {"fit", "0", "row", "floor/fit", 600000}), -1);
}

static void test_tree_of_leaves(void)
{
    const struct case_fixing use0 = {CASE_USE, 0, 0}, not0 = {CASE_NOT, 0, 0};
    const struct case_fixing most2 = {CASE_AT_MOST, 1, 2}, least3 = {CASE_AT_LEAST, 1, 3};
    const struct case_fixing uses[] = {use0, most2}, uses_more[] = {use0, least3}, nots[] = {not0};
    const struct case_fixing turned[] = {most2, use0};

    struct case_leaf good[] = {{uses, 2}, {nots, 1}, {uses_more, 2}};
    CHECK(certificate_tree_covers(good, 3) == CASES_COVERED);
    struct case_leaf deeper[] = {{uses, 2}, {nots, 1}, {uses, 1}};
    CHECK(certificate_tree_covers(deeper, 3) == CASES_OPEN);
    struct case_leaf mixed[] = {{uses_more, 2}, {nots, 1}, {turned, 2}};
    CHECK(certificate_tree_covers(mixed, 3) == CASES_OPEN);
    struct case_leaf root_twice[] = {{uses, 0}, {uses, 0}};
    CHECK(certificate_tree_covers(root_twice, 2) == CASES_OPEN);
    CHECK(certificate_tree_covers(good, 0) == CASES_OPEN);
}

int main(void)
{
    test_leaf();
    test_tree_of_pairs();
    test_tree_of_households();
    test_cuts();
    test_party();
    test_extras();
    test_floor();
    test_tree_of_leaves();
    return check_result();
}
