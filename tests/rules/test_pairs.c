/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The listing of lawful pairs against what the rules say of every pair of tiny rounds, and what it
 * counts of them against a count by hand. A first seed and a number of rounds may be given as
 * arguments.
 */
#include "rules/pairs.h"

#include <stdlib.h>

#include "rules/rule.h"
#include "support/resolved.h"
#include "support/tiny_round.h"

static long lawful, decided, benefited;

static void look_at_dwelling(const struct pairs *pairs, const husly_problem *problem, int dwelling)
{
    struct takers takers = {0};
    for (int household = 0; household < problem->household_count; household++) {
        const int persons = problem->households[household].persons;
        const bool has = rules_allow(problem, household, dwelling);
        CHECK(pairs_has(pairs, household, dwelling) == has);
        lawful += has;
        decided += has && problem_decision(problem, household, dwelling) != NULL;
        benefited +=
            has && problem->dwellings[dwelling].rent > problem->households[household].budget;
        takers.households += has;
        takers.singles += has && persons == 1;
        takers.persons += has ? persons : 0;
        takers.most_persons = has && persons > takers.most_persons ? persons : takers.most_persons;
    }
    CHECK_NUMBER(pairs->takers[dwelling].households, takers.households);
    CHECK_NUMBER(pairs->takers[dwelling].singles, takers.singles);
    CHECK_NUMBER(pairs->takers[dwelling].persons, takers.persons);
    CHECK_NUMBER(pairs->takers[dwelling].most_persons, takers.most_persons);
}

static bool reaches(const husly_problem *problem, int household, int section, int area)
{
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *home = &problem->dwellings[dwelling];
        if ((home->section == section || problem_area_of(problem, home) == area) &&
            rules_allow(problem, household, dwelling))
            return true;
    }
    return false;
}

static void look_at_household(const struct pairs *pairs, const husly_problem *problem,
                              int household)
{
    for (int section = 0; section < problem->section_count; section++)
        CHECK(bits_has(pairs_sections(pairs, household), section) ==
              reaches(problem, household, section, problem->area_count));
    for (int area = 0; area < problem->area_count; area++)
        CHECK(bits_has(pairs_areas(pairs, household), area) ==
              reaches(problem, household, problem->section_count, area));
}

static void look_at_round(uint64_t seed)
{
    struct tiny tiny;
    struct pairs pairs;
    tiny_fill(&tiny, seed);
    husly_problem *problem = resolved(&tiny.round);
    const int failed = checks_failed;
    CHECK(pairs_find(&pairs, problem));
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        look_at_dwelling(&pairs, problem, dwelling);
    for (int household = 0; household < problem->household_count; household++)
        look_at_household(&pairs, problem, household);
    if (checks_failed > failed)
        printf("seed %llu\n", (unsigned long long)seed);
    pairs_free(&pairs);
    husly_problem_free(problem);
}

int main(int count, char **arguments)
{
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 6000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at);
    printf("%ld lawful, %ld of them with a decision, %ld by benefit or decision\n", lawful, decided,
           benefited);
    CHECK(wanted < 6000 || (lawful > 0 && decided > 0 && benefited > 0));
    return check_result();
}
