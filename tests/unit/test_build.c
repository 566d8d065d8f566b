/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds built by hand: every wrong value is refused with its field, and the round is as it was. */
#include "io/write/round_write.h"
#include "support/handmade.h"

static void check_same(const husly_round *round, const husly_round *twin)
{
    bool failed = false;
    CHECK(round_same(round, twin, &failed));
    CHECK(!failed);
}

/* Each macro takes one assignment that makes a good row wrong. */
#define REFUSE(noun, id, change, file, column, words)                                              \
    do {                                                                                           \
        husly_##noun row = handmade_##noun(id);                                                    \
        husly_error error = {.language = HUSLY_ENGLISH};                                           \
        change;                                                                                    \
        const husly_status status = husly_round_add_##noun(round, &row, &error);                   \
        handmade_refused(status, &error, file, column, words);                                     \
    } while (0)

#define HOUSEHOLD(change, column, words)                                                           \
    REFUSE(household, "H9", change, "households.csv", column, words)
#define DWELLING(change, column, words)                                                            \
    REFUSE(dwelling, "D9", change, "dwellings.csv", column, words)
#define SECTION(change, column, words) REFUSE(section, "S9", change, "sections.csv", column, words)
#define AREA(change, column, words) REFUSE(area, "A9", change, "areas.csv", column, words)

static void test_households(husly_round *round)
{
    HOUSEHOLD(row.household_id = NULL, "household_id", "a value is required");
    HOUSEHOLD(row.household_id = "H 9", "household_id", "not an id");
    HOUSEHOLD(row.household_id = "120390-1234", "household_id", "CPR number");
    HOUSEHOLD(row.household_id = "H\xff", "household_id", "UTF-8");
    HOUSEHOLD(row.adults = -1, "adults", "H9: less than 0");
    HOUSEHOLD(row.adults = 1001, "adults", "H9: too large");
    HOUSEHOLD(row.adults = HUSLY_NO_NUMBER, "adults", "H9: empty");
    HOUSEHOLD(row.children = -1, "children", "less than 0");
    HOUSEHOLD(row.adults = 0, "adults", "H9: no person");
    HOUSEHOLD(row.waiting_since = 100000000, "waiting_since", "not a date");
    HOUSEHOLD(row.waiting_since = -100000000, "waiting_since", "not a date");
    HOUSEHOLD(row.priority = 0, "priority", "less than 1");
    HOUSEHOLD(row.priority = 10, "priority", "too large");
    HOUSEHOLD(row.max_rent = -1, "max_rent", "0 or more");
    HOUSEHOLD(row.max_rent = INT64_MAX, "max_rent", "too large");
    HOUSEHOLD(row.net_income = -100, "net_income", "0 or more");
    HOUSEHOLD(row.income = -100, "income", "0 or more");
    HOUSEHOLD(row.group = "speaks 120390-1234", "group", "CPR number");
    HOUSEHOLD(row.party = "\xc3\x28", "party", "UTF-8");
    HOUSEHOLD(row.wishes = "A1, A2", "wishes", "not ids");
    HOUSEHOLD(row.avoid = "A1/A2", "avoid", "not ids");
    HOUSEHOLD(row.arrival = 100000000, "arrival", "not a date");
    HOUSEHOLD(row.expected_persons = -1, "expected_persons", "less than 0");
    HOUSEHOLD(row.current_place = "1203901234", "current_place", "CPR number");
    HOUSEHOLD(row.current_cost = -1, "current_cost", "0 or more");
    HOUSEHOLD(row.municipality = "\xe6", "municipality", "UTF-8");
    HOUSEHOLD(row.labels = "a \xff", "labels", "UTF-8");
    HOUSEHOLD(row.near = "1203901234", "near", "CPR number");
    HOUSEHOLD(row.near = "N1"; row.party = "P1", "near", "H9: party and near are both given");
    HOUSEHOLD(row.small_children = -1, "small_children", "less than 0");
    HOUSEHOLD(row.small_children = 1, "small_children", "H9: 1 of 0 children");
    HOUSEHOLD(row.benefit_class = (husly_benefit_class)3, "benefit_class", "not a value known");
    HOUSEHOLD(row.current_rent = -1, "current_rent", "0 or more");
    HOUSEHOLD(row.current_until = 100000000, "current_until", "not a date");
    HOUSEHOLD(row.hojskole_from = 100000000, "hojskole_from", "not a date");
    HOUSEHOLD(row.max_rent = HUSLY_NO_AMOUNT, "max_rent",
              "neither max_rent, net_income nor benefit_class");
}

static void test_dwellings(husly_round *round)
{
    DWELLING(row.dwelling_id = "", "dwelling_id", "a value is required");
    DWELLING(row.section_id = NULL, "section_id", "D9: empty");
    DWELLING(row.rooms = 0, "rooms", "less than 1");
    DWELLING(row.rent = HUSLY_NO_AMOUNT, "rent", "D9: empty");
    DWELLING(row.rent = -1, "rent", "0 or more");
    DWELLING(row.area_m2 = 0, "area_m2", "less than 1");
    DWELLING(row.utilities = -1, "utilities", "0 or more");
    DWELLING(row.kind = HUSLY_KIND_END, "kind", "not a value known here; write family");
    DWELLING(row.kind = (husly_kind)-1, "kind", "not a value known here");
    DWELLING(row.kind = HUSLY_KIND_SITE, "places", "missing");
    DWELLING(row.places = 2, "places", "has no places");
    DWELLING(row.kind = HUSLY_KIND_SHARED; row.places = 3, "places", "more places than rooms");
    DWELLING(row.available_from = INT32_MAX, "available_from", "not a date");
    DWELLING(row.lease_end = INT32_MAX, "lease_end", "not a date");
    DWELLING(row.cost = -1, "cost", "0 or more");
    DWELLING(row.name = "\xff", "name", "UTF-8");
    DWELLING(row.deposit = -1, "deposit", "0 or more");
    DWELLING(row.answer_by = INT32_MAX, "answer_by", "not a date");
    DWELLING(row.reserved_for = "\xff", "for", "UTF-8");
    DWELLING(row.least_persons = 1, "least_persons", "only for the kinds shared");
    DWELLING(row.max_singles = 1, "max_singles", "only for the kinds shared");
    DWELLING(row.market_rent = -1, "market_rent", "0 or more");
    DWELLING(row.status = (husly_vacancy)3, "status", "not a value known here; write free");
    DWELLING(row.hearing_from = INT32_MAX, "hearing_from", "not a date");
    DWELLING(row.max_stay = 0, "max_stay", "less than 1");
    DWELLING(row.max_stay = 1, "max_stay", "only for the kind transit");
}

static void test_places(husly_round *round)
{
    SECTION(row.section_id = "-", "section_id", "not an id");
    SECTION(row.organisation_id = "O 1", "organisation_id", "not an id");
    SECTION(row.area_id = "A 1", "area_id", "not an id");
    SECTION(row.right = ((husly_share){3, 2}), "right", "not a fraction");
    SECTION(row.right = ((husly_share){10001, 10000}), "right", "more than 100");
    SECTION(row.right = ((husly_share){-1, 10000}), "right", "not a share");
    SECTION(row.right = ((husly_share){1, -2}), "right", "not a fraction");
    SECTION(row.vacated_before = -1, "vacated_before", "less than 0");
    SECTION(row.taken_before = -1, "taken_before", "less than 0");
    SECTION(row.reserved = -1, "reserved", "less than 0");
    SECTION(row.youth_vacated_before = -1, "youth_vacated_before", "less than 0");
    SECTION(row.youth_taken_before = -1, "youth_taken_before", "less than 0");
    SECTION(row.youth_reserved = -1, "youth_reserved", "less than 0");
    SECTION(row.homes = -1, "homes", "less than 0");
    SECTION(row.refugee_homes = -1, "refugee_homes", "less than 0");
    SECTION(row.max_share = ((husly_share){1, 10}), "homes", "S9: missing");
    SECTION(row.max_households = -1, "max_households", "less than 0");
    SECTION(row.max_rent = -1, "max_rent", "0 or more");
    SECTION(row.flexible = ((husly_share){3, 2}), "flexible", "not a fraction");
    SECTION(row.flexible = ((husly_share){1, 2}), "flexible_for", "S9: empty; flexible needs");
    SECTION(row.flexible_taken = -1, "flexible_taken", "less than 0");
    SECTION(row.private_right = ((husly_share){3, 2}), "private_right", "not a fraction");
    SECTION(row.private_vacated_before = -1, "private_vacated_before", "less than 0");
    AREA(row.area_id = NULL, "area_id", "required");
    AREA(row.lon = "9,5"; row.lat = "56", "lon", "not a number");
    AREA(row.lon = "9.5", "lon", "one coordinate alone");
    AREA(row.y = "1", "x", "one coordinate alone");
    AREA(row.residents = -1, "residents", "less than 0");
    AREA(row.refugees = -1, "refugees", "less than 0");
    AREA(row.max_persons = -1, "max_persons", "less than 0");
    AREA(row.max_children = -1, "max_children", "less than 0");
    AREA(row.max_share = ((husly_share){1, 10}), "residents", "A9: missing");
    AREA(row.school = -1, "school", "less than 0");
    AREA(row.daycare = -1, "daycare", "less than 0");
}

#define ORGANISATION(change, column, words)                                                        \
    REFUSE(organisation, "O9", change, "organisations.csv", column, words)
#define EARLIER(change, column, words) REFUSE(earlier, "D1", change, "earlier.csv", column, words)
#define SCORE(change, column, words) REFUSE(score, "D1", change, "scores.csv", column, words)
#define DECISION(change, column, words)                                                            \
    REFUSE(decision, "D1", change, "decisions.csv", column, words)

static void test_choices(husly_round *round)
{
    ORGANISATION(row.organisation_id = "", "organisation_id", "required");
    ORGANISATION(row.vacated_last_year = -1, "vacated_last_year", "less than 0");
    ORGANISATION(row.extra_dwellings = -1, "extra_dwellings", "less than 0");
    ORGANISATION(row.extra_used = 1, "extra_used", "O9: 1 used of 0 agreed");
    ORGANISATION(row.right = ((husly_share){3, 2}), "right", "not a fraction");
    ORGANISATION(row.extra_from = 100; row.extra_until = 99, "extra_until", "earlier than");
    ORGANISATION(row.homes_family = -1, "homes_family", "less than 0");
    ORGANISATION(row.moves_elderly = ((husly_share){10001, 10000}), "moves_elderly", "more than");
    EARLIER(row.household_id = NULL, "household_id", "required");
    EARLIER(row.dwelling_id = "D 1", "dwelling_id", "H1: not an id");
    SCORE(row.household_id = NULL, "household_id", "required");
    SCORE(row.dwelling_id = NULL, "dwelling_id", "H1: neither");
    SCORE(row.area_id = "A1", "dwelling_id", "H1/D1/A1: both");
    SCORE(row.score = 1000000001, "score", "H1/D1: too large");
    SCORE(row.score = -1000000001, "score", "smaller than allowed");
    DECISION(row.household_id = "", "household_id", "required");
    DECISION(row.dwelling_id = NULL, "dwelling_id", "required");
    DECISION(row.decision = (husly_verdict)6, "decision", "H1/D1: not a value known here");
    DECISION(row.reason = NULL, "reason", "need a reason");
    DECISION(row.decision = HUSLY_ALLOW, "rule", "needs the rule it lifts");
    DECISION(row.rule = "rent", "rule", "only allow names a rule");
    DECISION(row.decision = HUSLY_ALLOW; row.rule = "kind", "rule", "not a value known here");
    DECISION(row.by = "120390-1234", "by", "CPR number");
    DECISION(row.reason = "\xff", "reason", "UTF-8");
}

#define MEASURE(change, column, words)                                                             \
    REFUSE(measure, "access_bus", change, "areas.csv", column, words)
#define WEIGHT(change, column, words)                                                              \
    REFUSE(measure_weight, "access_bus", change, "rules.csv", column, words)

static void test_measures(husly_round *round)
{
    MEASURE(row.area_id = NULL, "area_id", "not an id");
    MEASURE(row.area_id = "A 1", "area_id", "A 1: not an id");
    MEASURE(row.name = NULL, "name", "not the name of a measure");
    MEASURE(row.name = "access_", "name", "not the name of a measure");
    MEASURE(row.name = "points_\xff", "name", "not the name of a measure");
    MEASURE(row.value = -1, "access_bus", "A1: not a number");
    MEASURE(row.value = 1000001, "access_bus", "A1: not a number");
    WEIGHT(row.name = "bus", "name", "not the name of a measure");
    WEIGHT(row.weight = -1, "weight", "access_bus: not a weight");
    WEIGHT(row.weight = 1000001, "weight", "access_bus: not a weight");
}

#define POLICY(change, column, words)                                                              \
    do {                                                                                           \
        husly_policy policy = handmade_policy();                                                   \
        husly_error error = {.language = HUSLY_ENGLISH};                                           \
        husly_round *round = NULL;                                                                 \
        change;                                                                                    \
        const husly_status status = husly_round_new(&round, &policy, &error);                      \
        handmade_refused(status, &error, error.source, column, words);                             \
        CHECK(round == NULL);                                                                      \
    } while (0)

static void test_policies(void)
{
    POLICY(policy.round_date = 100000000, "round_date", "not a date");
    POLICY(policy.round_days = 0, "round_days", "less than 1");
    POLICY(policy.stage_count = 0, "stages", "one to three stages");
    POLICY(policy.stage_count = 4, "stages", "one to three stages");
    POLICY(policy.stages[1] = HUSLY_STAGE_NEED, "stages", "named twice");
    POLICY(policy.stages[0] = (husly_stage)7, "stages", "not stages");
    POLICY(policy.right = ((husly_share){2, 1}), "right", "not a fraction");
    POLICY(policy.right = ((husly_share){0, 0}), "right", "not a share");
    POLICY(policy.housing_benefit = HUSLY_BENEFIT_YEAR;
           policy.benefit_year = 1999, "housing_benefit", "no parameters ship for 1999");
    POLICY(policy.housing_benefit = (husly_benefit_source)9, "housing_benefit", "no value");
    POLICY(policy.housing_benefit = HUSLY_BENEFIT_TABLE; policy.hb_max = -1, "hb_max", "0 or more");
    POLICY(policy.benefit_minimum = -1, "benefit_minimum", "0 or more");
    POLICY(policy.living_minimum_single = HUSLY_NO_AMOUNT, "living_minimum_single",
           "not an amount");
    POLICY(policy.persons_per_room = 0, "persons_per_room", "less than 1");
    POLICY(policy.m2_per_person = 2000, "m2_per_person", "too large");
    POLICY(policy.spare_rooms = -1, "spare_rooms", "less than 0");
    POLICY(policy.horizon_days = HUSLY_NO_NUMBER, "horizon_days", "not a whole number");
    POLICY(policy.permanent_days = -1, "permanent_days", "less than 0");
    POLICY(policy.area_max_share = ((husly_share){3, 2}), "area_max_share", "not a fraction");
    POLICY(policy.group_max_persons = -1, "group_max_persons", "less than 0");
    POLICY(policy.fallback_cost = -1, "fallback_cost", "0 or more");
    POLICY(policy.stages[1] = HUSLY_STAGE_COST, "stages", "needs the rule fallback_cost");
    POLICY(policy.fallback_rent = -1, "fallback_rent", "0 or more");
    POLICY(policy.hearing_days = -1, "hearing_days", "less than 0");
    POLICY(policy.hojskole_days = 36501, "hojskole_days", "too large");
    POLICY(policy.selfpay_year = 2016, "selfpay", "no amounts ship for 2016");
    POLICY(policy.selfpay_year = -2, "selfpay", "nor a year");
    POLICY(policy.tax_rate = ((husly_share){2, 1}), "tax_rate", "not a fraction");
    POLICY(policy.tax_allowance = -1, "tax_allowance", "0 or more");
    POLICY(policy.access_near = 60, "access_near", "what is far must be more");
    POLICY(policy.access_far = 15, "access_far", "what is far must be more");
    POLICY(policy.margin_full = 0, "margin_full", "more than 0");
    POLICY(policy.key_dwellings = -1, "key_dwellings", "less than 0");
    POLICY(policy.weights[HUSLY_WEIGHT_KEY] = -1, "weight_key", "less than 0");
    POLICY(policy.weights[HUSLY_WEIGHT_ACCESS] = 1000001, "weight_access", "too large");
    POLICY(policy.wish_points = -1, "wish_points", "less than 0");
    POLICY(policy.lot = INT64_C(1000000001), "lot", "too large");

    husly_round *round = NULL;
    husly_error error = {0};
    husly_policy undated = handmade_policy();
    undated.round_date = HUSLY_NO_DATE;
    CHECK_NUMBER(husly_round_new(&round, &undated, &error), HUSLY_E_ARGUMENT);
    CHECK_TEXT(error.field, "round_date");
    CHECK_NUMBER(husly_round_new(&round, NULL, NULL), HUSLY_E_ARGUMENT);
}

/* Values come out as the reader would have them, whatever the caller's memory becomes. */
static void test_copies(void)
{
    char id[] = "H1", wishes[] = "  A1   A2 ", group[] = "  'x  ";
    husly_household row = handmade_household(id);
    row.wishes = wishes;
    row.group = group;
    row.party = " ";
    row.line = 17;
    husly_round *round = handmade_round();
    CHECK_NUMBER(husly_round_add_household(round, &row, NULL), HUSLY_OK);
    memset(id, 'z', 2);
    memset(wishes, 'z', 9);
    memset(group, 'z', 5);
    const husly_household *kept = &round->households[0];
    CHECK_TEXT(kept->household_id, "H1");
    CHECK_TEXT(kept->wishes, "A1 A2");
    CHECK_TEXT(kept->group, "'x");
    CHECK_TEXT(kept->party, NULL);
    CHECK_NUMBER(kept->line, 0);
    CHECK_NUMBER(kept->waiting_since, HUSLY_NO_DATE);
    husly_round_free(round);
}

/* A finished round is closed; one that was read from files never was open. */
static void test_closed(void)
{
    husly_round *round = handmade_pair();
    husly_error error = {.language = HUSLY_DANISH};
    const husly_household row = handmade_household("H3");
    CHECK_NUMBER(husly_round_write(round, "unfinished", NULL), HUSLY_E_ARGUMENT);
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, &error), HUSLY_OK);
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, &error), HUSLY_OK);
    CHECK_NUMBER(husly_round_add_household(round, &row, &error), HUSLY_E_ARGUMENT);
    CHECK_NUMBER(husly_round_add_source(round, "right", "law", NULL), HUSLY_E_ARGUMENT);
    CHECK_NUMBER((int64_t)husly_round_household_count(round), 2);
    husly_round_free(round);
    CHECK_NUMBER(husly_round_add_household(NULL, &row, NULL), HUSLY_E_ARGUMENT);
    CHECK_NUMBER(husly_round_finish(NULL, NULL, NULL, NULL), HUSLY_E_ARGUMENT);
}

static void test_many(void)
{
    husly_round *round = handmade_round();
    husly_error error = {0};
    for (int i = 0; i < 1000; i++) {
        char id[16];
        snprintf(id, sizeof id, "H%d", i);
        const husly_household row = handmade_household(id);
        husly_round_add_household(round, &row, &error);
    }
    CHECK_TEXT(error.text, "");
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, &error), HUSLY_OK);
    CHECK_NUMBER((int64_t)husly_round_household_count(round), 1000);
    CHECK_TEXT(round->households[999].household_id, "H999");
    husly_round_free(round);
}

static void test_dates(void)
{
    CHECK_NUMBER(husly_date_of(1970, 1, 1), 0);
    CHECK_NUMBER(husly_date_of(2016, 3, 1), 16861);
    CHECK_NUMBER(husly_date_of(2024, 2, 29) + 1, husly_date_of(2024, 3, 1));
    CHECK_NUMBER(husly_date_of(2023, 2, 29), HUSLY_NO_DATE);
    CHECK_NUMBER(husly_date_of(2023, 13, 1), HUSLY_NO_DATE);
    CHECK_NUMBER(husly_date_of(2023, 0, 1), HUSLY_NO_DATE);
    CHECK_NUMBER(husly_date_of(2023, 1, 0), HUSLY_NO_DATE);
    CHECK_NUMBER(husly_date_of(0, 1, 1), HUSLY_NO_DATE);
    CHECK_NUMBER(husly_date_of(10000, 1, 1), HUSLY_NO_DATE);
}

int main(void)
{
    husly_round *round = handmade_pair();
    husly_round *twin = handmade_pair();
    test_households(round);
    test_dwellings(round);
    test_places(round);
    test_choices(round);
    test_measures(round);
    check_same(round, twin);
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, NULL), HUSLY_OK);
    check_same(round, twin);
    husly_round_free(twin);
    husly_round_free(round);
    test_policies();
    test_copies();
    test_closed();
    test_many();
    test_dates();
    return check_result();
}
