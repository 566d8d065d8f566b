/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9 on single dwellings: what nobody may get this round, each limit from both sides. */
#include "rules/offer.h"

#include "rules/conflict.h"
#include "support/resolved.h"
#include "support/rows.h"

enum { FLATS = 6 };

/* A single person who may have any of the flats, and their owner. */
struct town {
    husly_household household;
    husly_dwelling flats[FLATS];
    husly_section sections[2];
    husly_decision decision; /* without an id: none */
    husly_policy policy;
};

static struct town open_town(void)
{
    struct town town = {.household = row_household("H1", 1, 0),
                        .sections = {row_section("S1", NULL, NULL), row_section("S2", NULL, NULL)},
                        .policy = row_policy()};
    static const char *const ids[FLATS] = {"D6", "D5", "D4", "D3", "D2", "D1"};
    for (int at = 0; at < FLATS; at++)
        town.flats[at] = row_dwelling(ids[at], "S1", HUSLY_KIND_PRIVATE);
    return town;
}

static husly_round round_of(struct town *town)
{
    return (husly_round){.households = &town->household,
                         .dwellings = town->flats,
                         .sections = town->sections,
                         .decisions = &town->decision,
                         .household_count = 1,
                         .dwelling_count = FLATS,
                         .section_count = 2,
                         .decision_count = town->decision.household_id != NULL,
                         .policy = town->policy};
}

/* The fault of D1, which is the last of the rows and the first by id; NULL: none. */
static void expect(struct town town, const char *what, int64_t given, int64_t limit)
{
    const husly_round round = round_of(&town);
    husly_problem *problem = resolved(&round);
    const struct judgement judgement = rule_right.judge(problem, 0, 0);
    CHECK(judgement.holds == (what == NULL));
    CHECK(rule_right.allows(problem, 0, 0) == judgement.holds);
    CHECK_TEXT(judgement.what, what);
    if (what != NULL) {
        CHECK_NUMBER(judgement.given, given);
        CHECK_NUMBER(judgement.limit, limit);
    }
    husly_problem_free(problem);
}

static husly_dwelling *first_flat(struct town *town)
{
    return &town->flats[FLATS - 1];
}

static void test_status(void)
{
    struct town town = open_town();
    expect(town, NULL, 0, 0);
    first_flat(&town)->status = HUSLY_VACANCY_WAITING;
    expect(town, "waiting", 0, 1);
    first_flat(&town)->status = HUSLY_VACANCY_LET;
    expect(town, "let", 0, 1);
}

/* The market rent is held against the rent alone, the section's bound against what is paid in all.
 */
static void test_rents(void)
{
    struct town town = open_town();
    husly_dwelling *flat = first_flat(&town);
    flat->rent = 400000;
    flat->utilities = 50000;
    flat->market_rent = 400000;
    town.sections[0].max_rent = 450000;
    expect(town, NULL, 0, 0);
    flat->market_rent = 399999;
    expect(town, "above_market", 400000, 399999);
    flat->market_rent = HUSLY_NO_AMOUNT;
    town.sections[0].max_rent = 449999;
    expect(town, "above_max_rent", 450000, 449999);
    flat->section_id = "S2";
    expect(town, NULL, 0, 0);
}

/* Which of D1 … D6 are the municipality's, as letters: "1 … 5 ." */
static void expect_turns(struct town town, const char *wanted)
{
    char turns[FLATS + 1] = "";
    const husly_round round = round_of(&town);
    husly_problem *problem = resolved(&round);
    for (int flat = 0; flat < FLATS; flat++) {
        const bool allowed = rule_right.allows(problem, 0, flat);
        CHECK(allowed == rule_right.judge(problem, 0, flat).holds);
        turns[flat] = allowed ? (char)('1' + flat) : '-';
    }
    CHECK_TEXT(turns, wanted);
    husly_problem_free(problem);
}

static void test_share(void)
{
    struct town town = open_town();
    expect_turns(town, "123456");
    town.sections[0].private_right = (husly_share){1, 4};
    expect_turns(town, "1---5-");
    town.sections[0].private_right = (husly_share){2500, 10000};
    expect_turns(town, "1---5-");
    town.sections[0].private_vacated_before = 3;
    expect_turns(town, "-2---6");
    town.sections[0].private_vacated_before = 4;
    expect_turns(town, "1---5-");
    town.sections[0].private_right = (husly_share){0, 10000};
    expect_turns(town, "------");
    town.sections[0].private_right = (husly_share){1, 1};
    expect_turns(town, "123456");
    /* ⌈2p/5⌉ = 1 1 2 2 2 3 */
    town.sections[0].private_vacated_before = 0;
    town.sections[0].private_right = (husly_share){2, 5};
    expect_turns(town, "1-3--6");
}

/* By the day they can be lived in, then by id; a hearing puts a flat off. */
static void test_order(void)
{
    struct town town = open_town();
    town.sections[0].private_right = (husly_share){1, 4};
    first_flat(&town)->available_from = ROUND_DAY + 2;
    expect_turns(town, "-2---6");
    first_flat(&town)->available_from = ROUND_DAY - 2;
    first_flat(&town)->hearing_from = ROUND_DAY - 13;
    expect_turns(town, "-2---6");
    first_flat(&town)->hearing_from = ROUND_DAY - 14;
    expect_turns(town, "1---5-");
}

/* Only the owner's private flats are numbered. */
static void test_others(void)
{
    struct town town = open_town();
    town.sections[0].private_right = (husly_share){1, 4};
    first_flat(&town)->kind = HUSLY_KIND_FAMILY;
    expect_turns(town, "12---6");
    first_flat(&town)->kind = HUSLY_KIND_PRIVATE;
    first_flat(&town)->section_id = "S2";
    expect_turns(town, "12---6");
    first_flat(&town)->section_id = "S1";
    first_flat(&town)->status = HUSLY_VACANCY_LET;
    expect_turns(town, "----5-");
}

static void test_number(void)
{
    struct town town = open_town();
    town.sections[0].private_right = (husly_share){1, 4};
    town.sections[0].private_vacated_before = 6;
    expect(town, "not_turn", 7, 0);
}

/* Where a dwelling is closed in more than one way, the first is told; not being offered comes last.
 */
static void test_first(void)
{
    struct town town = open_town();
    husly_dwelling *flat = first_flat(&town);
    town.policy.right_offered_only = true;
    flat->kind = HUSLY_KIND_FAMILY;
    expect(town, "not_offered", 0, 1);
    town.sections[0].max_rent = 0;
    expect(town, "above_max_rent", 400000, 0);
    flat->market_rent = 0;
    expect(town, "above_market", 400000, 0);
    flat->status = HUSLY_VACANCY_LET;
    expect(town, "let", 0, 1);
}

static void test_pin(void)
{
    struct town town = open_town();
    husly_error error = {.language = HUSLY_ENGLISH};
    first_flat(&town)->status = HUSLY_VACANCY_LET;
    town.decision = (husly_decision){
        .household_id = "H1", .dwelling_id = "D1", .decision = HUSLY_PIN, .line = 2};
    const husly_round round = round_of(&town);
    husly_problem *problem = resolved(&round);
    CHECK(rules_check_pins(problem, NULL, NULL, &error) == HUSLY_E_INPUT);
    CHECK_TEXT(error.text, "H1 cannot be pinned to D1: let already; take the pin back, or correct "
                           "what stands in the way");
    husly_problem_free(problem);
}

int main(void)
{
    test_status();
    test_rents();
    test_share();
    test_order();
    test_others();
    test_number();
    test_first();
    test_pin();
    return check_result();
}
