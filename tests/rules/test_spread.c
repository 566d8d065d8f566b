/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10: the rows of limits and shares, and the same limits judged in a finished plan. */
#include "support/resolved.h"
#include "support/rows.h"
#include "support/whole.h"

enum { HOMES = 4 };

/* Four households of three persons, two children each, for four homes in one section of one area.
 */
struct street {
    husly_household households[HOMES];
    husly_dwelling dwellings[HOMES];
    husly_section section;
    husly_area area;
    husly_round round;
};

static void street_fill(struct street *street)
{
    static const char *const households[] = {"H1", "H2", "H3", "H4"};
    static const char *const dwellings[] = {"D1", "D2", "D3", "D4"};
    for (int at = 0; at < HOMES; at++) {
        street->households[at] = row_household(households[at], 1, 2);
        street->dwellings[at] = row_dwelling(dwellings[at], "S1", HUSLY_KIND_MUNICIPAL);
    }
    street->section = row_section("S1", "A1", NULL);
    street->area = row_area("A1");
    street->round = (husly_round){.households = street->households,
                                  .dwellings = street->dwellings,
                                  .sections = &street->section,
                                  .areas = &street->area,
                                  .household_count = HOMES,
                                  .dwelling_count = HOMES,
                                  .section_count = 1,
                                  .area_count = 1,
                                  .policy = row_policy()};
}

/* A breach names the rule's own row, the share; the program has it in whole persons or homes. */
static bool tells_of(const char *lines, const char *row)
{
    const char *whole = strstr(row, "_whole/");
    const size_t kind = whole != NULL ? (size_t)(whole - row) : strlen(row);
    const char *share = whole != NULL ? "_share/" : "";
    return strncmp(lines, row, kind) == 0 && strncmp(lines + kind, share, strlen(share)) == 0;
}

/* The row's right-hand side and coefficient, and how many households check lets in before it tells.
 */
static void expect(const struct street *street, const char *row, int64_t rhs, int64_t coefficient,
                   int households)
{
    husly_problem *problem = resolved(&street->round);
    struct whole whole = whole_of(problem);
    const struct program *program = whole.program;
    int index = row_named(program, row);
    if (coefficient == 0)
        CHECK(index == NO_INDEX);
    else
        CHECK_NUMBER(index != NO_INDEX ? program->rows[index].rhs : -1, rhs);
    CHECK_NUMBER(coefficient_in(program, row, "H2/D3"), coefficient);
    int dwelling_of[HOMES] = {NONE, NONE, NONE, NONE};
    for (int at = 0; at < HOMES; at++) {
        struct told told = {{0}, 0};
        dwelling_of[at] = at;
        bool holds =
            rules_check(problem, &(struct placing){.dwelling_of = dwelling_of}, note_breach, &told);
        CHECK(holds == (at < households));
        CHECK(holds == (told.count == 0));
        CHECK(holds || tells_of(told.lines, row));
    }
    whole_free(&whole);
    husly_problem_free(problem);
}

static void test_numbers(void)
{
    struct street street;
    street_fill(&street);
    expect(&street, "area_persons/A1", 0, 0, HOMES);
    street.area.max_persons = 12;
    expect(&street, "area_persons/A1", 0, 0, HOMES);
    street.area.max_persons = 11;
    expect(&street, "area_persons/A1", 11, 3, 3);
    street_fill(&street);
    street.area.max_children = 5;
    expect(&street, "area_children/A1", 5, 2, 2);
    street_fill(&street);
    street.section.max_households = 0;
    expect(&street, "section_households/S1", 0, 1, 0);
}

/* refugees + placed <= 10 % of (residents + placed) */
static void test_area_share(void)
{
    struct street street;
    street_fill(&street);
    street.area.max_share = (husly_share){1000, 10000};
    street.area.residents = 100;
    street.area.refugees = 4;
    /* 10 of 106 are less than 10 %, 11 of 107 more. */
    expect(&street, "area_whole/A1", 6, 3, 2);
    street.area.refugees = 10;
    expect(&street, "area_whole/A1", 0, 3, 0);
    street.area.refugees = 11;
    expect(&street, "area_whole/A1", 0, 3, 0);
}

/* A share of 100 % binds only where refugees outnumber residents. */
static void test_whole_share(void)
{
    struct street street;
    street_fill(&street);
    street.round.policy.area_max_share = (husly_share){1, 1};
    street.area.residents = 5;
    street.area.refugees = 5;
    expect(&street, "area_whole/A1", 0, 0, HOMES);
    street.area.refugees = 6;
    expect(&street, "area_whole/A1", 0, 3, 0);
}

/* The area's own share goes before the rule's; a fraction is held as such. */
static void test_default_share(void)
{
    struct street street;
    street_fill(&street);
    street.round.policy.area_max_share = (husly_share){0, 10000};
    street.area.residents = 10;
    expect(&street, "area_whole/A1", 0, 3, 0);
    street.area.max_share = (husly_share){1, 3};
    /* 3 of 13 is less than a third, 6 of 16 more. */
    expect(&street, "area_whole/A1", 5, 3, 1);
}

/* refugee_homes + households <= 20 % of homes, which do not grow. */
static void test_section_share(void)
{
    struct street street;
    street_fill(&street);
    street.section.max_share = (husly_share){2000, 10000};
    street.section.homes = 20;
    street.section.refugee_homes = 2;
    expect(&street, "section_whole/S1", 2, 1, 2);
    street.section.homes = 19;
    expect(&street, "section_whole/S1", 1, 1, 1);
    street.section.refugee_homes = 9;
    expect(&street, "section_whole/S1", 0, 1, 0);
}

static void test_groups(void)
{
    struct street street;
    street_fill(&street);
    street.round.policy.group_max_persons = 5;
    expect(&street, "group/tigrinya/A1", 0, 0, HOMES);
    street.households[0].group = street.households[1].group = "tigrinya";
    expect(&street, "group/tigrinya/A1", 5, 3, 1);
}

/* Shares need something to be a share of. */
static void test_without_base(void)
{
    struct street street;
    husly_problem *problem = NULL;
    husly_error error = {0};
    street_fill(&street);
    street.area.max_share = (husly_share){1, 2};
    CHECK(problem_new(&problem, &street.round, NULL, &error) == HUSLY_E_INPUT);
    CHECK_TEXT(error.field, "residents");
    CHECK(problem == NULL);
    street_fill(&street);
    street.section.max_share = (husly_share){1, 2};
    error = (husly_error){0};
    CHECK(problem_new(&problem, &street.round, NULL, &error) == HUSLY_E_INPUT);
    CHECK_TEXT(error.field, "homes");
}

int main(void)
{
    test_numbers();
    test_area_share();
    test_whole_share();
    test_default_share();
    test_section_share();
    test_groups();
    test_without_base();
    return check_result();
}
