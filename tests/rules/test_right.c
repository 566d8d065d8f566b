/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 9: what the right gives, where it is counted, and how agreed extra dwellings cover the rest.
 */
#include "base/memory.h"
#include "rules/right.h"
#include "support/resolved.h"
#include "support/rows.h"
#include "support/whole.h"

enum { HOMES = 6 };

/* Six households for six family dwellings in three sections of two organisations; S3 has none. */
struct town {
    husly_household households[HOMES];
    husly_dwelling dwellings[HOMES];
    husly_section sections[4];
    husly_organisation organisations[2];
    husly_round round;
};

static void town_fill(struct town *town)
{
    static const char *const households[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    static const char *const dwellings[] = {"D1", "D2", "D3", "D4", "D5", "D6"};
    static const char *const sections[] = {"S1", "S1", "S1", "S2", "S2", "S4"};
    for (int at = 0; at < HOMES; at++) {
        town->households[at] = row_household(households[at], 1, 1);
        town->dwellings[at] = row_dwelling(dwellings[at], sections[at], HUSLY_KIND_FAMILY);
    }
    town->sections[0] = row_section("S1", NULL, "O1");
    town->sections[1] = row_section("S2", NULL, "O1");
    town->sections[2] = row_section("S3", NULL, "O1");
    town->sections[3] = row_section("S4", NULL, NULL);
    town->organisations[0] = row_organisation("O1", 0, 0);
    town->organisations[1] = row_organisation("O2", 5, 1);
    town->round = (husly_round){.households = town->households,
                                .dwellings = town->dwellings,
                                .sections = town->sections,
                                .organisations = town->organisations,
                                .household_count = HOMES,
                                .dwelling_count = HOMES,
                                .section_count = 4,
                                .organisation_count = 2,
                                .policy = row_policy()};
}

/* A unit's entitlement, -1 when there is no such unit. */
static int64_t entitlement_of(const struct town *town, const char *unit)
{
    husly_problem *problem = resolved(&town->round);
    struct arena *arena = arena_new();
    struct right_units found = {0};
    int64_t entitlement = -1;
    CHECK(right_units_find(&found, problem, arena));
    for (int at = 0; at < found.count; at++) {
        if (strcmp(found.units[at].id, unit) == 0)
            entitlement = found.units[at].entitlement;
    }
    arena_free(arena);
    husly_problem_free(problem);
    return entitlement;
}

/* 24 vacancies give 6, 27 give 6, 28 give 7. */
static void test_every_fourth(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].vacated_before = 21;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 6);
    town.sections[0].vacated_before = 24;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 6);
    town.sections[0].vacated_before = 25;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 7);
    town.sections[0].taken_before = 4;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 3);
    town.sections[0].reserved = 4;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 0);
}

static void test_what_is_counted(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right = (husly_share){1, 3};
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    town.dwellings[1].kind = HUSLY_KIND_YOUTH;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    town.dwellings[1].kind = HUSLY_KIND_ELDERLY;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 0);
    CHECK_NUMBER(entitlement_of(&town, "S3"), 0);
    town.sections[0].right = (husly_share){10000, 10000};
    CHECK_NUMBER(entitlement_of(&town, "S1"), 2);
}

/* Where the organisation is the unit, a section with a right of its own stays one by itself. */
static void test_organisation(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right_by_organisation = true;
    town.sections[2].vacated_before = 7;
    CHECK_NUMBER(entitlement_of(&town, "O1"), 3);
    CHECK_NUMBER(entitlement_of(&town, "S1"), -1);
    CHECK_NUMBER(entitlement_of(&town, "S4"), 0);
    town.sections[0].right = (husly_share){1, 2};
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    CHECK_NUMBER(entitlement_of(&town, "O1"), 2);
}

/* A section that is a unit by itself and bears an organisation's id is told apart from that one. */
static void test_one_id_twice(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right_by_organisation = true;
    town.sections[2].vacated_before = 7;
    town.sections[0].right = (husly_share){1, 2};
    town.sections[0].section_id = "O1";
    for (int home = 0; home < HOMES; home++) {
        if (strcmp(town.dwellings[home].section_id, "S1") == 0)
            town.dwellings[home].section_id = "O1";
    }
    CHECK_NUMBER(entitlement_of(&town, "O1/section"), 1);
    CHECK_NUMBER(entitlement_of(&town, "O1"), 2);
    town.round.policy.right_by_organisation = false;
    CHECK_NUMBER(entitlement_of(&town, "O1"), 1);
    CHECK_NUMBER(entitlement_of(&town, "O1/section"), -1);
}

static void test_kinds_apart(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right_kinds_apart = true;
    town.round.policy.right = (husly_share){1, 2};
    town.dwellings[0].kind = town.dwellings[1].kind = HUSLY_KIND_YOUTH;
    town.sections[0].vacated_before = 3;
    town.sections[0].youth_vacated_before = 4;
    town.sections[0].youth_taken_before = 1;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 2);
    CHECK_NUMBER(entitlement_of(&town, "S1/youth"), 2);
}

/* Two units of an organisation share what was agreed beyond the right. */
static void test_extras(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].organisation_id = town.sections[1].organisation_id = "O2";
    husly_problem *problem = resolved(&town.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK(program != NULL);

    CHECK_NUMBER(program->rows[row_named(program, "right/S1")].rhs, 0);
    CHECK_NUMBER(coefficient_in(program, "right/S1", "H4/D2"), 1);
    CHECK_NUMBER(coefficient_in(program, "right/S1", "H4/D4"), 0);
    CHECK_NUMBER(coefficient_in(program, "right/S1", "S1"), -1);
    CHECK_NUMBER(coefficient_in(program, "extra/O2", "S1"), 1);
    CHECK_NUMBER(coefficient_in(program, "extra/O2", "S2"), 1);
    CHECK_NUMBER(program->rows[row_named(program, "extra/O2")].rhs, 4);
    CHECK_NUMBER(program->columns[column_named(program, "S1")].upper, 3);
    CHECK_NUMBER(program->columns[column_named(program, "S2")].upper, 2);
    CHECK(row_named(program, "extra/O1") == NO_INDEX);
    CHECK(column_named(program, "S4") == NO_INDEX);

    const int all_but_one[HOMES] = {0, 1, 2, 3, NONE, NONE};
    const int all[HOMES] = {0, 1, 2, 3, 4, 5};
    struct told told = {{0}, 0};
    CHECK(rules_check(problem, &(struct placing){.dwelling_of = all_but_one}, note_breach, &told));
    CHECK(!rules_check(problem, &(struct placing){.dwelling_of = all}, note_breach, &told));
    CHECK_TEXT(told.lines, "right/S4 1 0\nextra/O2 5 4\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

/* Fewer extras than dwellings: a unit may use no more than there are. */
static void test_few_extras(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].organisation_id = "O2";
    town.organisations[1].extra_used = 4;
    husly_problem *problem = resolved(&town.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK_NUMBER(program->columns[column_named(program, "S1")].upper, 1);
    CHECK(row_named(program, "extra/O2") == NO_INDEX);
    whole_free(&whole);
    husly_problem_free(problem);
}

/* What was not taken before this round is gone with it; a reservation comes on top. */
static void test_lapse(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].vacated_before = 21;
    town.sections[0].taken_before = 2;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 4);
    town.round.policy.right_lapses = true;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    town.sections[0].taken_before = 6;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 0);
    town.sections[0].vacated_before = 7;
    town.sections[0].taken_before = 0;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    town.sections[0].reserved = 1;
    CHECK_NUMBER(entitlement_of(&town, "S1"), 0);
}

/* The section's own share wins over its organisation's, and that over the rule. */
static void test_right_of_organisation(void)
{
    struct town town;
    town_fill(&town);
    town.organisations[0].right = (husly_share){1, 2};
    town.sections[1].right = (husly_share){1, 1};
    CHECK_NUMBER(entitlement_of(&town, "S1"), 1);
    CHECK_NUMBER(entitlement_of(&town, "S2"), 2);
    CHECK_NUMBER(entitlement_of(&town, "S4"), 0);
    town.round.policy.right_by_organisation = true;
    town.sections[2].vacated_before = 7;
    CHECK_NUMBER(entitlement_of(&town, "O1"), 5);
    CHECK_NUMBER(entitlement_of(&town, "S2"), 2);
    CHECK_NUMBER(entitlement_of(&town, "S1"), -1);
}

static int64_t extras_of(const struct town *town)
{
    husly_problem *problem = resolved(&town->round);
    int64_t left = problem->organisations[1].extras_left;
    husly_problem_free(problem);
    return left;
}

static void test_period_of_extras(void)
{
    struct town town;
    town_fill(&town);
    CHECK_NUMBER(extras_of(&town), 4);
    town.organisations[1].extra_from = town.organisations[1].extra_until = ROUND_DAY;
    CHECK_NUMBER(extras_of(&town), 4);
    town.organisations[1].extra_from = ROUND_DAY + 1;
    town.organisations[1].extra_until = HUSLY_NO_DATE;
    CHECK_NUMBER(extras_of(&town), 0);
    town.organisations[1].extra_from = HUSLY_NO_DATE;
    town.organisations[1].extra_until = ROUND_DAY - 1;
    CHECK_NUMBER(extras_of(&town), 0);
}

/* Of S1's three dwellings the right gives one and flexible letting another, for couples: H1. */
static void test_flexible(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].right = town.sections[0].flexible = (husly_share){1, 3};
    town.sections[0].flexible_for = "couple";
    town.households[0] = row_household("H1", 2, 0);
    husly_problem *problem = resolved(&town.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK_NUMBER(program->rows[row_named(program, "right/S1")].rhs, 2);
    CHECK_NUMBER(program->rows[row_named(program, "ordinary/S1")].rhs, 1);
    CHECK_NUMBER(coefficient_in(program, "right/S1", "H1/D1"), 1);
    CHECK_NUMBER(coefficient_in(program, "ordinary/S1", "H1/D1"), 0);
    CHECK_NUMBER(coefficient_in(program, "ordinary/S1", "H2/D1"), 1);
    CHECK(row_named(program, "ordinary/S2") == NO_INDEX);

    const int with_a_couple[HOMES] = {0, 1, NONE, NONE, NONE, NONE};
    const int without[HOMES] = {NONE, 1, 2, NONE, NONE, NONE};
    const int three[HOMES] = {0, 1, 2, NONE, NONE, NONE};
    struct told told = {{0}, 0};
    CHECK(
        rules_check(problem, &(struct placing){.dwelling_of = with_a_couple}, note_breach, &told));
    CHECK(!rules_check(problem, &(struct placing){.dwelling_of = without}, note_breach, &told));
    CHECK(!rules_check(problem, &(struct placing){.dwelling_of = three}, note_breach, &told));
    CHECK_TEXT(told.lines, "ordinary/S1 2 1\nright/S1 3 2\nordinary/S1 2 1\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

/* Such a section is a unit by itself, and its youth dwellings have no pool. */
static void test_flexible_units(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right_by_organisation = true;
    town.sections[1].flexible = (husly_share){1, 2};
    CHECK_NUMBER(entitlement_of(&town, "S2"), 0);
    CHECK_NUMBER(entitlement_of(&town, "O1"), 0);
    town.round.policy.right_kinds_apart = true;
    town.dwellings[3].kind = town.dwellings[4].kind = HUSLY_KIND_YOUTH;
    town.sections[1].vacated_before = 2;
    town.sections[1].youth_vacated_before = 2;
    husly_problem *problem = resolved(&town.round);
    struct arena *arena = arena_new();
    struct right_units found = {0};
    CHECK(right_units_find(&found, problem, arena));
    int seen = 0;
    for (int at = 0; at < found.count; at++) {
        const bool family = strcmp(found.units[at].id, "S2") == 0;
        CHECK_NUMBER(found.units[at].pool, family ? 1 : 0);
        seen += family;
    }
    CHECK_NUMBER(seen, 1);
    arena_free(arena);
    husly_problem_free(problem);
}

/* An extra dwelling counts for all and for the ordinary ones. */
static void test_flexible_extras(void)
{
    struct town town;
    town_fill(&town);
    town.sections[0].flexible = (husly_share){1, 3};
    town.sections[0].flexible_for = "couple";
    town.sections[0].organisation_id = "O2";
    town.organisations[1].extra_used = 4;
    husly_problem *problem = resolved(&town.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK_NUMBER(coefficient_in(program, "right/S1", "S1"), -1);
    CHECK_NUMBER(coefficient_in(program, "ordinary/S1", "S1"), -1);
    const int one[HOMES] = {0, NONE, NONE, NONE, NONE, NONE};
    const int two[HOMES] = {0, 1, NONE, NONE, NONE, NONE};
    struct told told = {{0}, 0};
    CHECK(rules_check(problem, &(struct placing){.dwelling_of = one}, note_breach, &told));
    CHECK(!rules_check(problem, &(struct placing){.dwelling_of = two}, note_breach, &told));
    CHECK_TEXT(told.lines, "extra/O2 2 1\n");
    whole_free(&whole);
    husly_problem_free(problem);
}

/* In mode `offered` the count binds nothing; other kinds need not be offered. */
static void test_offered(void)
{
    struct town town;
    town_fill(&town);
    town.round.policy.right_offered_only = true;
    town.dwellings[0].offered = true;
    town.dwellings[1].offered = true;
    town.dwellings[5].kind = HUSLY_KIND_PRIVATE;
    husly_problem *problem = resolved(&town.round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    CHECK(row_named(program, "right/S1") == NO_INDEX);
    CHECK_NUMBER(program->column_count, 3 * HOMES);
    CHECK(column_named(program, "H1/D3") == NO_INDEX);
    CHECK(column_named(program, "H1/D6") != NO_INDEX);
    CHECK_TEXT(rule_right.judge(problem, 0, 2).what, "not_offered");
    whole_free(&whole);
    husly_problem_free(problem);
}

int main(void)
{
    test_every_fourth();
    test_what_is_counted();
    test_organisation();
    test_one_id_twice();
    test_kinds_apart();
    test_extras();
    test_few_extras();
    test_lapse();
    test_right_of_organisation();
    test_period_of_extras();
    test_flexible();
    test_flexible_units();
    test_flexible_extras();
    test_offered();
    return check_result();
}
