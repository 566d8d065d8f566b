/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules 1-7 on one household and one dwelling: each limit from both sides, told with its numbers.
 */
#include "support/resolved.h"
#include "support/rows.h"

/* A pair that every rule allows: 1 + 2 persons, 2 rooms, 4 000 kr, budget 10 000 kr. */
struct pair {
    husly_household household;
    husly_dwelling dwelling;
    husly_section section;
    husly_area area;
    husly_policy policy;
    husly_decision decision; /* without an id: none */
};

static struct pair lawful_pair(void)
{
    return (struct pair){.household = row_household("H1", 1, 2),
                         .dwelling = row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                         .section = row_section("S1", "A1", NULL),
                         .area = row_area("A1"),
                         .policy = row_policy()};
}

/* Holds the pair against all rules: none is broken (what = NULL), or this one in this way. */
static void expect(struct pair pair, const struct rule *broken, const char *what, int64_t given,
                   int64_t limit)
{
    husly_round round = {.households = &pair.household,
                         .dwellings = &pair.dwelling,
                         .sections = &pair.section,
                         .areas = &pair.area,
                         .decisions = &pair.decision,
                         .household_count = 1,
                         .dwelling_count = 1,
                         .section_count = 1,
                         .area_count = 1,
                         .decision_count = pair.decision.household_id != NULL,
                         .policy = pair.policy};
    husly_problem *problem = resolved(&round);
    CHECK(rules_allow(problem, 0, 0) == (what == NULL));
    CHECK(rules_judge(problem, 0, 0) == (what == NULL));
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->judge == NULL)
            continue;
        struct judgement judgement = (*rule)->judge(problem, 0, 0);
        CHECK(judgement.holds == (*rule)->allows(problem, 0, 0));
        CHECK_TEXT(judgement.what, *rule == broken ? what : NULL);
        if (*rule != broken)
            continue;
        CHECK_NUMBER(judgement.given, given);
        CHECK_NUMBER(judgement.limit, limit);
        CHECK_NUMBER(judgement.amount, given > limit ? given - limit : limit - given);
    }
    husly_problem_free(problem);
}

static void expect_lawful(struct pair pair)
{
    expect(pair, NULL, NULL, 0, 0);
}

static void test_kind(void)
{
    struct pair pair = lawful_pair();
    expect_lawful(pair);
    pair.dwelling.kind = HUSLY_KIND_YOUTH;
    expect(pair, &rule_kind, "student_only", 0, 1);
    pair.household.student = true;
    expect_lawful(pair);
    pair.dwelling.kind = HUSLY_KIND_SHARED;
    expect(pair, &rule_kind, "single_only", 3, 1);
    pair.household.children = 0;
    expect_lawful(pair);
    pair.dwelling.kind = HUSLY_KIND_TRANSIT;
    pair.dwelling.places = 9;
    expect(pair, &rule_kind, "transit", 0, 0);
    pair.dwelling.kind = HUSLY_KIND_MINORS;
    expect(pair, &rule_kind, "minors_only", 1, 0);
}

static void test_places(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.kind = HUSLY_KIND_SITE;
    pair.dwelling.places = 3;
    expect_lawful(pair);
    pair.dwelling.places = 2;
    expect(pair, &rule_kind, "places_few", 3, 2);
}

/* One word of `for` is enough, whatever its language; every other word is a label. */
static void test_reserved(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.reserved_for = "enlig par";
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.adults = 2;
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.children = 0;
    expect_lawful(pair);
    pair.dwelling.reserved_for = "Single minors";
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.adults = 1;
    expect_lawful(pair);
    pair.dwelling.reserved_for = " FAMILIE\taftale7 ";
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.labels = "aftale aftale77 Aftale7";
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.labels = "aftale aftale7";
    expect_lawful(pair);
    pair.dwelling.reserved_for = "couple";
    pair.household.labels = "couple";
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.adults = 3;
    pair.household.children = 0;
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.dwelling.reserved_for = "  ";
    expect_lawful(pair);
}

/* What the kind asks is told first. */
static void test_reserved_last(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.kind = HUSLY_KIND_YOUTH;
    pair.dwelling.reserved_for = "single";
    expect(pair, &rule_kind, "student_only", 0, 1);
    pair.household.student = true;
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.household.adults = 0;
    pair.household.max_rent = HUSLY_NO_AMOUNT;
    pair.dwelling.kind = HUSLY_KIND_MINORS;
    pair.dwelling.places = 2;
    expect(pair, &rule_kind, "reserved", 0, 1);
    pair.dwelling.reserved_for = "unge";
    expect_lawful(pair);
}

/* Unaccompanied minors go to dwellings of kind minors, and rule 3 does not apply to them. */
static void test_minors(void)
{
    struct pair pair = lawful_pair();
    pair.household.adults = 0;
    pair.household.max_rent = HUSLY_NO_AMOUNT;
    expect(pair, &rule_kind, "no_adult", 0, 1);
    pair.dwelling.kind = HUSLY_KIND_MINORS;
    pair.dwelling.places = 2;
    expect_lawful(pair);
}

static void test_size(void)
{
    struct pair pair = lawful_pair();
    pair.household.children = 3;
    expect_lawful(pair);
    pair.household.children = 4;
    expect(pair, &rule_size, "rooms_few", 4, 5);
    pair.dwelling.area_m2 = 99;
    expect(pair, &rule_size, "rooms_few", 4, 5);
    pair.dwelling.area_m2 = 100;
    expect_lawful(pair);
    pair.dwelling.rooms = 7;
    expect(pair, &rule_size, "rooms_many", 7, 6);
    pair.household.expected_persons = 6;
    expect_lawful(pair);
    pair.household.expected_persons = 1;
    expect(pair, &rule_size, "rooms_many", 7, 6);
    pair.policy.spare_rooms = HUSLY_NO_NUMBER;
    expect_lawful(pair);
}

/* To the øre, after housing benefit. */
static void test_rent(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.utilities = 50000;
    pair.household.max_rent = 450000;
    expect_lawful(pair);
    pair.household.max_rent = 449999;
    expect(pair, &rule_rent, "rent_over", 450000, 449999);

    /* 2025, 1 + 2, 150 000 kr, 6 000 kr, 100 m²: benefit 3 600 kr. */
    pair.policy.housing_benefit = HUSLY_BENEFIT_YEAR;
    pair.policy.benefit_year = 2025;
    pair.household.income = 15000000;
    pair.dwelling.area_m2 = 100;
    pair.dwelling.rent = 600000;
    pair.household.max_rent = 290000;
    expect_lawful(pair);
    pair.household.max_rent = 289999;
    expect(pair, &rule_rent, "rent_over", 290000, 289999);
    pair.policy.affordability = false;
    expect_lawful(pair);
}

/* A negative budget admits what fits it, and nothing costs less than nothing. */
static void test_negative_budget(void)
{
    struct pair pair = lawful_pair();
    pair.household.max_rent = HUSLY_NO_AMOUNT;
    pair.household.net_income = 620000 - 1;
    pair.dwelling.rent = 0;
    expect(pair, &rule_rent, "rent_over", 0, -1);
    pair.household.net_income = 620000;
    expect_lawful(pair);
}

static void test_access_and_area(void)
{
    struct pair pair = lawful_pair();
    pair.household.step_free = true;
    expect(pair, &rule_access, "steps", 0, 1);
    pair.dwelling.step_free = true;
    expect_lawful(pair);

    pair.area.listed = true;
    expect(pair, &rule_area, "listed", 0, 1);
    pair.policy.allow_listed = true;
    expect_lawful(pair);
    pair.household.avoid = "A11 A1";
    expect(pair, &rule_area, "avoided", 0, 1);
    pair.household.avoid = "A11 1 A";
    expect_lawful(pair);
    pair.household.municipality = "M1";
    expect(pair, &rule_area, "municipality", 0, 1);
    pair.area.municipality = "M1";
    expect_lawful(pair);
    pair.section.area_id = NULL;
    expect(pair, &rule_area, "municipality", 0, 1);
}

static void test_time(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.available_from = ROUND_DAY + 92;
    expect_lawful(pair);
    pair.dwelling.available_from = ROUND_DAY + 93;
    expect(pair, &rule_time, "late", ROUND_DAY + 93, ROUND_DAY + 92);
    pair.household.arrival = ROUND_DAY + 1;
    expect_lawful(pair);
    pair.dwelling.lease_end = ROUND_DAY + 93 + 364;
    expect(pair, &rule_time, "lease_short", 364, 365);
    pair.dwelling.available_from = ROUND_DAY;
    expect_lawful(pair);
    pair.dwelling.kind = HUSLY_KIND_SITE;
    pair.dwelling.places = 9;
    pair.dwelling.lease_end = ROUND_DAY + 1 + 364;
    expect(pair, &rule_time, "lease_short", 364, 365);
}

/* Free when it can be lived in: the hearing counts, and may take the lease's days. */
static void test_hearing(void)
{
    struct pair pair = lawful_pair();
    pair.policy.hearing_days = 14;
    pair.dwelling.hearing_from = ROUND_DAY + 92 - 14;
    expect_lawful(pair);
    pair.dwelling.hearing_from++;
    expect(pair, &rule_time, "late", ROUND_DAY + 93, ROUND_DAY + 92);
    pair.dwelling.available_from = ROUND_DAY + 94;
    expect(pair, &rule_time, "late", ROUND_DAY + 94, ROUND_DAY + 92);
    pair.dwelling.available_from = ROUND_DAY;
    pair.dwelling.hearing_from = ROUND_DAY;
    pair.dwelling.lease_end = ROUND_DAY + 14 + 364;
    expect(pair, &rule_time, "lease_short", 364, 365);
    pair.dwelling.lease_end++;
    expect_lawful(pair);
}

/* Ready when the stay ends; deferred when that is after the next round. */
static void test_hojskole(void)
{
    struct pair pair = lawful_pair();
    pair.policy.round_days = 30;
    pair.policy.hojskole_days = 182;
    pair.household.hojskole_from = ROUND_DAY + 30 - 182;
    expect_lawful(pair);
    pair.dwelling.available_from = ROUND_DAY + 30 + 92;
    expect_lawful(pair);
    pair.dwelling.available_from++;
    expect(pair, &rule_time, "late", ROUND_DAY + 123, ROUND_DAY + 122);
    pair.household.hojskole_from++;
    expect(pair, &rule_time, "at_hojskole", ROUND_DAY + 31, ROUND_DAY + 30);
    pair.dwelling.available_from = ROUND_DAY;
    expect(pair, &rule_time, "at_hojskole", ROUND_DAY + 31, ROUND_DAY + 30);
    pair.household.hojskole_from = ROUND_DAY - 183;
    pair.dwelling.available_from = ROUND_DAY + 93;
    expect(pair, &rule_time, "late", ROUND_DAY + 93, ROUND_DAY + 92);
}

static struct pair decided(struct pair pair, husly_verdict verdict, const char *rule)
{
    pair.decision = (husly_decision){
        .household_id = "H1", .dwelling_id = "D1", .decision = verdict, .rule = rule};
    return pair;
}

static void test_decision(void)
{
    struct pair pair = lawful_pair();
    expect(decided(pair, HUSLY_FORBID, NULL), &rule_decision, "forbidden", 0, 1);
    expect(decided(pair, HUSLY_DECLINE, NULL), &rule_decision, "declined", 0, 1);
    expect_lawful(decided(pair, HUSLY_ACCEPT, NULL));
    expect_lawful(decided(pair, HUSLY_PIN, NULL));
    pair.policy.only_scored_pairs = true;
    expect(pair, &rule_decision, "not_scored", 0, 1);
}

/* `allow` lifts the rule that it names and no other. */
static void test_allow(void)
{
    struct pair pair = lawful_pair();
    pair.household.children = 5;
    expect_lawful(decided(pair, HUSLY_ALLOW, "size"));
    expect(decided(pair, HUSLY_ALLOW, "rent"), &rule_size, "rooms_few", 4, 6);
    pair = lawful_pair();
    pair.household.max_rent = 0;
    expect_lawful(decided(pair, HUSLY_ALLOW, "rent"));
    expect(decided(pair, HUSLY_ALLOW, "avoid"), &rule_rent, "rent_over", 400000, 0);
    pair = lawful_pair();
    pair.household.avoid = "A1";
    expect_lawful(decided(pair, HUSLY_ALLOW, "avoid"));
    pair.area.listed = true;
    expect(decided(pair, HUSLY_ALLOW, "avoid"), &rule_area, "listed", 0, 1);
}

/* Consent is recorded by an agreement, or by a pin; elsewhere an agreement binds nothing. */
static void test_consent(void)
{
    struct pair pair = lawful_pair();
    expect_lawful(decided(pair, HUSLY_AGREE, NULL));
    pair.dwelling.consent = true;
    expect(pair, &rule_decision, "not_agreed", 0, 1);
    expect(decided(pair, HUSLY_ACCEPT, NULL), &rule_decision, "not_agreed", 0, 1);
    expect(decided(pair, HUSLY_ALLOW, "size"), &rule_decision, "not_agreed", 0, 1);
    expect(decided(pair, HUSLY_FORBID, NULL), &rule_decision, "forbidden", 0, 1);
    expect_lawful(decided(pair, HUSLY_AGREE, NULL));
    expect_lawful(decided(pair, HUSLY_PIN, NULL));
    pair.policy.only_scored_pairs = true;
    expect(pair, &rule_decision, "not_agreed", 0, 1);
    expect(decided(pair, HUSLY_AGREE, NULL), &rule_decision, "not_scored", 0, 1);
}

/* A pin brings the whole party along, and speaks for it; an agreement is one household's own. */
static void test_party_consent(husly_verdict verdict, bool other_may)
{
    husly_household people[] = {row_household("H1", 1, 0), row_household("H2", 1, 0),
                                row_household("H3", 1, 0)};
    husly_dwelling home = row_dwelling("D1", "S1", HUSLY_KIND_SITE);
    husly_decision decision = {.household_id = "H1", .dwelling_id = "D1", .decision = verdict};
    people[0].party = people[1].party = "P";
    people[2].party = "Q";
    home.places = 3;
    home.consent = true;
    const husly_round round = {.households = people,
                               .dwellings = &home,
                               .decisions = &decision,
                               .household_count = 3,
                               .dwelling_count = 1,
                               .decision_count = 1,
                               .policy = row_policy()};
    husly_problem *problem = resolved(&round);
    const bool wanted[] = {true, other_may, false};
    for (int household = 0; household < 3; household++) {
        CHECK(rules_allow(problem, household, 0) == wanted[household]);
        CHECK(rules_judge(problem, household, 0) == wanted[household]);
    }
    husly_problem_free(problem);
}

int main(void)
{
    test_party_consent(HUSLY_PIN, true);
    test_party_consent(HUSLY_AGREE, false);
    test_kind();
    test_reserved();
    test_reserved_last();
    test_hearing();
    test_hojskole();
    test_consent();
    test_places();
    test_minors();
    test_size();
    test_rent();
    test_negative_budget();
    test_access_and_area();
    test_time();
    test_decision();
    test_allow();
    return check_result();
}
