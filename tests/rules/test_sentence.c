/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the way, as docs/explain.md words it in both languages. */
#include "rules/sentence.h"

#include "base/text.h"
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

static husly_round round_of(struct pair *pair)
{
    return (husly_round){.households = &pair->household,
                         .dwellings = &pair->dwelling,
                         .sections = &pair->section,
                         .areas = &pair->area,
                         .decisions = &pair->decision,
                         .household_count = 1,
                         .dwelling_count = 1,
                         .section_count = 1,
                         .area_count = 1,
                         .decision_count = pair->decision.household_id != NULL,
                         .policy = pair->policy};
}

static void expect_said(const husly_problem *problem, const husly_obstacle *obstacle,
                        husly_language language, const char *wanted)
{
    struct text text = {0};
    sentence_add(&text, &(struct sentence_pair){problem, 0, 0, language}, obstacle);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

/* The sentence of the first rule that the pair breaks. */
static void expect(struct pair pair, const char *english, const char *danish)
{
    const husly_round round = round_of(&pair);
    husly_problem *problem = resolved(&round);
    const struct rule *const *rule = rules;
    while ((*rule)->judge == NULL || (*rule)->judge(problem, 0, 0).holds)
        rule++;
    const struct judgement fault = (*rule)->judge(problem, 0, 0);
    const husly_obstacle obstacle = {.rule = (*rule)->code,
                                     .what = fault.what,
                                     .whom = "H1",
                                     .amount = fault.amount,
                                     .given = fault.given,
                                     .limit = fault.limit};
    expect_said(problem, &obstacle, HUSLY_ENGLISH, english);
    expect_said(problem, &obstacle, HUSLY_DANISH, danish);
    husly_problem_free(problem);
}

static void test_kind(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.kind = HUSLY_KIND_MINORS;
    expect(pair, "for unaccompanied minors only", "kun for uledsagede mindreårige");
    pair.dwelling.kind = HUSLY_KIND_YOUTH;
    expect(pair, "for students only", "kun for studerende");
    pair.dwelling.kind = HUSLY_KIND_SHARED;
    expect(pair, "a shared dwelling for single persons; the household has 3",
           "en delt bolig for enlige; husstanden er på 3");
    pair.dwelling.kind = HUSLY_KIND_SITE;
    pair.dwelling.places = 2;
    expect(pair, "places for 2; the household has 3", "pladser til 2; husstanden er på 3");
    pair.dwelling.kind = HUSLY_KIND_TRANSIT;
    expect(pair, "a temporary place", "en midlertidig plads");
    pair.dwelling.kind = HUSLY_KIND_FAMILY;
    pair.household.adults = 0;
    expect(pair, "not for a household without an adult", "ikke for en husstand uden voksne");
}

static void test_reserved(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.reserved_for = "enlig  aftale\t7";
    expect(pair, "reserved for enlig, aftale, 7", "forbeholdt enlig, aftale, 7");
}

static void test_size(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.rooms = 1;
    expect(pair, "1 room too few: 1 room for 3 persons", "1 rum for lidt: 1 rum til 3 personer");
    pair.household.children = 6;
    expect(pair, "3 rooms too few: 1 room for 7 persons", "3 rum for lidt: 1 rum til 7 personer");
    pair.household.children = 0;
    pair.dwelling.rooms = 4;
    expect(pair, "2 rooms too many: 4 rooms, at most 2 rooms for 1 person",
           "2 rum for meget: 4 rum, højst 2 rum til 1 person");
    pair.household.expected_persons = 2;
    expect(pair, "1 room too many: 4 rooms, at most 3 rooms for 2 persons",
           "1 rum for meget: 4 rum, højst 3 rum til 2 personer");
}

static void test_rent(void)
{
    struct pair pair = lawful_pair();
    pair.household.max_rent = 399950;
    expect(pair,
           "0.50 kr. too dear after 0 kr. housing benefit: 4000 kr. to pay, at most 3999.50 kr.",
           "0,50 kr. for dyr efter 0 kr. i boligstøtte: 4000 kr. at betale, højst 3999,50 kr.");
    pair.policy.housing_benefit = HUSLY_BENEFIT_YEAR;
    pair.policy.benefit_year = 2026;
    expect(pair,
           "0.50 kr. too dear after 0 kr. housing benefit: 4000 kr. to pay, at most 3999.50 kr. "
           "(no income is stated)",
           "0,50 kr. for dyr efter 0 kr. i boligstøtte: 4000 kr. at betale, højst 3999,50 kr. "
           "(ingen indkomst er oplyst)");
    pair.household.income = 10000000;
    expect(pair,
           "0.50 kr. too dear after 0 kr. housing benefit: 4000 kr. to pay, at most 3999.50 kr. "
           "(no m² are stated)",
           "0,50 kr. for dyr efter 0 kr. i boligstøtte: 4000 kr. at betale, højst 3999,50 kr. "
           "(intet areal er oplyst)");
    pair.dwelling.kind = HUSLY_KIND_SITE;
    pair.dwelling.places = 3;
    expect(pair,
           "0.50 kr. too dear after 0 kr. housing benefit: 4000 kr. to pay, at most 3999.50 kr.",
           "0,50 kr. for dyr efter 0 kr. i boligstøtte: 4000 kr. at betale, højst 3999,50 kr.");
}

static void test_place(void)
{
    struct pair pair = lawful_pair();
    pair.household.step_free = true;
    expect(pair, "not step-free", "ikke trinfri");
    pair = lawful_pair();
    pair.area.listed = true;
    expect(pair, "in a listed area (A1)", "i et udsat boligområde (A1)");
    pair.area.listed = false;
    pair.household.avoid = "A1";
    expect(pair, "in an area that the household avoids (A1)",
           "i et område, som husstanden undgår (A1)");
    pair.household.avoid = NULL;
    pair.household.municipality = "Vejle";
    expect(pair, "outside the household's municipality (Vejle)",
           "uden for husstandens kommune (Vejle)");
}

static void test_time(void)
{
    struct pair pair = lawful_pair();
    pair.policy.horizon_days = 92;
    pair.dwelling.available_from = ROUND_DAY + 100;
    expect(pair, "free 8 days too late: 2016-06-09, at the latest 2016-06-01",
           "ledig 8 dage for sent: 09-06-2016, senest 01-06-2016");
    pair.dwelling.available_from = HUSLY_NO_DATE;
    pair.policy.permanent_days = 365;
    pair.dwelling.lease_end = ROUND_DAY + 200;
    expect(pair, "a lease of 200 days; at least 365 are needed",
           "et lejemål på 200 dage; der kræves mindst 365");
}

static void test_hojskole(void)
{
    struct pair pair = lawful_pair();
    pair.household.hojskole_from = ROUND_DAY;
    expect(pair, "at a højskole until 2016-08-30; its turn comes in a later round",
           "på højskole til 30-08-2016; turen kommer i en senere runde");
}

/* The sentences of rule 9 about a single dwelling. */
static void test_closed(void)
{
    struct pair pair = lawful_pair();
    pair.dwelling.kind = HUSLY_KIND_PRIVATE;
    pair.section.private_right = (husly_share){1, 4};
    pair.section.private_vacated_before = 2;
    expect(pair, "not the municipality's turn: number 3 of the owner's vacancies",
           "ikke kommunens tur: nummer 3 af ejerens ledige lejligheder");
    pair.dwelling.utilities = 100000;
    pair.section.max_rent = 499950;
    expect(pair, "0.50 kr. above the section's highest rent: 5000 kr., at most 4999.50 kr.",
           "0,50 kr. over afdelingens højeste husleje: 5000 kr., højst 4999,50 kr.");
    pair.dwelling.market_rent = 399900;
    expect(pair, "1 kr. above the market rent: 4000 kr., at most 3999 kr.",
           "1 kr. over markedslejen: 4000 kr., højst 3999 kr.");
    pair.dwelling.status = HUSLY_VACANCY_LET;
    expect(pair, "let already", "allerede udlejet");
    pair.dwelling.status = HUSLY_VACANCY_WAITING;
    expect(pair, "nothing is agreed with the landlord yet", "intet er aftalt med udlejeren endnu");
}

static void test_decision(void)
{
    struct pair pair = lawful_pair();
    pair.decision = (husly_decision){
        .household_id = "H1", .dwelling_id = "D1", .decision = HUSLY_FORBID, .line = 2};
    expect(pair, "forbidden by a decision", "forbudt ved en beslutning");
    pair.decision.reason = "Uro\x1b[2J \xc2\x9b i opgangen";
    expect(pair, "forbidden by a decision: Uro [2J    i opgangen",
           "forbudt ved en beslutning: Uro [2J    i opgangen");
    pair.decision.decision = HUSLY_DECLINE;
    expect(pair, "the household has declined it", "husstanden har afslået den");
    pair.decision.household_id = NULL;
    pair.dwelling.consent = true;
    expect(pair, "not agreed between landlord and household",
           "ikke aftalt mellem udlejer og husstand");
    pair.dwelling.consent = false;
    pair.policy.only_scored_pairs = true;
    expect(pair, "without points, and only pairs with points count",
           "uden point, og kun par med point tæller");
    pair.policy.only_scored_pairs = false;
    pair.policy.right_offered_only = true;
    expect(pair, "not offered to the municipality", "ikke tilbudt kommunen");
}

/* Rules over the whole plan: the unit is a row of certificate.csv. */
static void test_plan(void)
{
    static const struct {
        const char *what, *unit, *english, *danish;
    } rows[] = {
        {"one_household", NULL, "a dwelling of one household; the party has 5",
         "en bolig til én husstand; følget er på 5"},
        {"party_places", NULL, "places for 3; the party has 5 persons",
         "pladser til 3; følget er på 5 personer"},
        {"pinned", "dwelling/D1", "H9 is pinned to it", "H9 er fastlåst til den"},
        {"pinned_full", "dwelling/D1", "places for 3; with those pinned there it would be 5",
         "pladser til 3; med de fastlåste ville der være 5"},
        {"right_used", "right/S1/youth", "the right leaves 3 in S1/youth; with it 5 would be taken",
         "anvisningsretten giver 3 i S1/youth; med den ville 5 blive brugt"},
        {"extras_used", "extra/O1", "O1 has agreed to 3 beyond the right; with it 5 would be taken",
         "O1 har aftalt 3 ud over anvisningsretten; med den ville 5 blive brugt"},
        {"area_persons", "area_persons/A1", "A1 takes 3 persons; with it 5",
         "A1 tager 3 personer; med den 5"},
        {"area_children", "area_children/A1", "A1 takes 3 children; with it 5",
         "A1 tager 3 børn; med den 5"},
        {"area_share", "area_share/A1",
         "A1 takes 3 more persons (at most 4.5 % of its residents); with it 5",
         "A1 har plads til 3 personer mere (højst 4,5 % af beboerne); med den 5"},
        {"section_households", "section_households/S1", "S1 takes 3 households; with it 5",
         "S1 tager 3 husstande; med den 5"},
        {"section_share", "section_share/S1",
         "S1 takes 3 more households (at most 1/3 of its homes); with it 5",
         "S1 har plads til 3 husstande mere (højst 1/3 af boligerne); med den 5"},
        {"group", "group/a/b/A1", "A1 takes 3 persons of one group; with it 5",
         "A1 tager 3 personer fra én gruppe; med den 5"}};
    struct pair pair = lawful_pair();
    pair.area.max_share = (husly_share){450, 10000};
    pair.area.residents = 1000;
    pair.section.max_share = (husly_share){1, 3};
    pair.section.homes = 30;
    const husly_round round = round_of(&pair);
    husly_problem *problem = resolved(&round);
    for (size_t at = 0; at < sizeof rows / sizeof *rows; at++) {
        const husly_obstacle obstacle = {.what = rows[at].what,
                                         .unit = rows[at].unit,
                                         .whom = rows[at].unit != NULL ? "H9" : "H1",
                                         .amount = 2,
                                         .given = 5,
                                         .limit = 3};
        expect_said(problem, &obstacle, HUSLY_ENGLISH, rows[at].english);
        expect_said(problem, &obstacle, HUSLY_DANISH, rows[at].danish);
    }
    husly_problem_free(problem);
}

static void expect_limit(const char *what, const char *unit, int64_t limit, const char *english,
                         const char *danish)
{
    struct pair pair = lawful_pair();
    pair.area.max_share = (husly_share){400, 10000};
    pair.area.residents = 1000;
    const husly_round round = round_of(&pair);
    husly_problem *problem = resolved(&round);
    const husly_obstacle obstacle = {
        .what = what, .unit = unit, .whom = "H1", .amount = 1, .given = limit + 1, .limit = limit};
    expect_said(problem, &obstacle, HUSLY_ENGLISH, english);
    expect_said(problem, &obstacle, HUSLY_DANISH, danish);
    husly_problem_free(problem);
}

static void test_limits(void)
{
    expect_limit("right_used", "right/S5", 0, "the right leaves nothing in S5",
                 "anvisningsretten giver ingen bolig i S5");
    expect_limit("right_used", "right/S5", 1, "the right leaves 1 in S5; with it 2 would be taken",
                 "anvisningsretten giver 1 i S5; med den ville 2 blive brugt");
    expect_limit("area_share", "area_share/A1", 1,
                 "A1 takes 1 more person (at most 4 % of its residents); with it 2",
                 "A1 har plads til 1 person mere (højst 4 % af beboerne); med den 2");
}

/* Pins together, in a message that tells no household's values. */
static void test_pinned(void)
{
    const husly_obstacle obstacle = {.what = "right_used", .unit = "right/S5", .given = 1};
    struct text text = {0};
    sentence_add_pinned(&text, HUSLY_ENGLISH, &obstacle);
    CHECK_TEXT(text_string(&text), "the right leaves nothing in S5, and 1 would be taken");
    text_free(&text);
}

/* Of a party, the household that meets the obstacle is named, and its own figures count. */
static void test_party_member(void)
{
    struct pair pair = lawful_pair();
    husly_round round = round_of(&pair);
    husly_household households[] = {pair.household, row_household("H2", 2, 7)};
    households[0].party = households[1].party = "P";
    round.households = households;
    round.household_count = 2;
    pair.dwelling.kind = HUSLY_KIND_SITE;
    pair.dwelling.places = 8;
    husly_problem *problem = resolved(&round);
    const husly_obstacle obstacle = {
        .rule = "kind", .what = "places_few", .whom = "H2", .amount = 1, .given = 9, .limit = 8};
    expect_said(problem, &obstacle, HUSLY_ENGLISH, "H2: places for 8; the household has 9");
    expect_said(problem, &obstacle, HUSLY_DANISH, "H2: pladser til 8; husstanden er på 9");
    husly_problem_free(problem);
}

static void test_brief(void)
{
    CHECK_TEXT(sentence_brief(HUSLY_ENGLISH, "rent_over"), "too dear");
    CHECK_TEXT(sentence_brief(HUSLY_DANISH, "rent_over"), "for dyr");
    CHECK_TEXT(sentence_brief(HUSLY_ENGLISH, "rooms_few"), "too few rooms");
    CHECK_TEXT(sentence_unit("right/S1/section"), "S1/section");
    CHECK_TEXT(sentence_unit("group/a/b/A1"), "A1");
    CHECK_TEXT(sentence_unit(NULL), "");
}

int main(void)
{
    test_kind();
    test_size();
    test_rent();
    test_place();
    test_time();
    test_reserved();
    test_hojskole();
    test_closed();
    test_decision();
    test_plan();
    test_limits();
    test_pinned();
    test_party_member();
    test_brief();
    return check_result();
}
