/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The test that the project leans on. For random tiny rounds every plan is looked at: the program
 * that *compile* builds and *check*, which was written apart from it, agree on each; *allows* and
 * *judge* agree on every pair; the seed cuts are what they claim. Seeds and their number may be
 * given as arguments.
 */
#include <stdlib.h>

#include "rules/conflict.h"
#include "rules/goals/goal.h"
#include "rules/pairs.h"
#include "rules/rule.h"
#include "support/check.h"
#include "support/seed_cut.h"
#include "support/tiny_round.h"
#include "support/whole.h"

enum { KINDS_OF_ROW = 14 };

static const char *const row_kinds[KINDS_OF_ROW] = {
    "dwelling/",           "least/",         "singles/",      "near/",          "right/",
    "ordinary/",           "extra/",         "area_persons/", "area_children/", "area_share/",
    "section_households/", "section_share/", "group/",        "party/"};

/* What the rounds together have shown; a part that never came up has not been tested. */
struct coverage {
    long rounds, refused, plans, lawful, pinned, extras, opened, dead;
    long only_broken[KINDS_OF_ROW]; /* plans that break rows of this kind and nothing else */
};

/* One round being looked at. */
struct brute {
    uint64_t seed;
    const husly_problem *problem;
    const struct pool *pool;
    const struct program *program;
    struct coverage *coverage;
    int dwelling_of[TINY_HOUSEHOLDS];
    int column_of[TINY_HOUSEHOLDS][TINY_DWELLINGS]; /* NO_INDEX: no such pair */
};

static bool find_columns(struct brute *brute)
{
    for (int household = 0; household < TINY_HOUSEHOLDS; household++) {
        for (int dwelling = 0; dwelling < TINY_DWELLINGS; dwelling++)
            brute->column_of[household][dwelling] = NO_INDEX;
    }
    for (int at = 0; at < brute->program->column_count; at++) {
        const struct program_column *column = &brute->program->columns[at];
        if (column->group == NO_INDEX)
            continue;
        int household =
            problem_find_household(brute->problem, brute->program->groups[column->group]);
        const int dwelling = brute->pool->places[column->key].key;
        if (household == NONE || brute->column_of[household][dwelling] != NO_INDEX)
            return false;
        brute->column_of[household][dwelling] = at;
    }
    return true;
}

static void add_column(const struct program *program, int column, int64_t times, int64_t *used)
{
    const struct program_column *it = &program->columns[column];
    for (int entry = it->first_entry; entry < it->first_entry + it->entry_count; entry++)
        used[program->entries[entry].row] += times * program->entries[entry].coefficient;
}

/* The least value of a count that the rows which it eases demand, more of it would help nothing;
 * at most its upper bound, and then a row tells. Counts that ease one row share it in order. */
static int64_t settle(const struct program *program, const struct program_column *column,
                      const int64_t *used)
{
    int64_t wanted = 0;
    for (int entry = 0; entry < column->entry_count; entry++) {
        const struct program_entry *it = &program->entries[column->first_entry + entry];
        int64_t excess = used[it->row] - program->rows[it->row].rhs;
        int64_t needed =
            it->coefficient < 0 ? (excess - it->coefficient - 1) / -it->coefficient : 0;
        wanted = excess > 0 && needed > wanted ? needed : wanted;
    }
    return wanted < column->upper ? wanted : column->upper;
}

static void add_counts(struct brute *brute, int64_t *used)
{
    const struct program *program = brute->program;
    for (int at = 0; at < program->column_count; at++) {
        const struct program_column *column = &program->columns[at];
        if (column->group != NO_INDEX)
            continue;
        int64_t value = settle(program, column, used);
        bool opens = strncmp(column->name, "open/", 5) == 0;
        brute->coverage->opened += opens && value > 0;
        brute->coverage->extras += !opens && value > 0;
        add_column(program, at, value, used);
    }
}

static bool rows_hold(const struct program *program, const int64_t *used)
{
    for (int row = 0; row < program->row_count; row++) {
        bool equal = used[row] == program->rows[row].rhs;
        if (!equal && (program->rows[row].equal || used[row] > program->rows[row].rhs))
            return false;
    }
    return true;
}

/* Whether the plan is a point of the program. */
static bool program_admits(struct brute *brute)
{
    const husly_problem *problem = brute->problem;
    int64_t *used = calloc((size_t)brute->program->row_count + 1, sizeof *used);
    bool admits = used != NULL;
    for (int household = 0; household < problem->household_count && admits; household++) {
        int dwelling = brute->dwelling_of[household];
        int column = dwelling == NONE ? NO_INDEX : brute->column_of[household][dwelling];
        if (dwelling != NONE && column == NO_INDEX)
            admits = false;
        else if (dwelling != NONE)
            add_column(brute->program, column, 1, used);
        int pin = problem->households[household].pin;
        if (pin != NONE && brute->program->columns[brute->column_of[household][pin]].pinned)
            admits = admits && dwelling == pin;
    }
    if (admits)
        add_counts(brute, used);
    admits = admits && rows_hold(brute->program, used);
    free(used);
    return admits;
}

/* Which kinds of row a plan breaks, as bits; the highest bit stands for everything else. */
static bool note_kind(const struct breach *breach, void *user)
{
    unsigned *kinds = user;
    for (unsigned kind = 0; kind < KINDS_OF_ROW; kind++) {
        if (strncmp(breach->row, row_kinds[kind], strlen(row_kinds[kind])) == 0) {
            *kinds |= 1U << kind;
            return true;
        }
    }
    *kinds |= 1U << KINDS_OF_ROW;
    return true;
}

static void look_at_points(struct brute *brute)
{
    const husly_problem *problem = brute->problem;
    for (int household = 0; household < problem->household_count; household++) {
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
            int column = brute->column_of[household][dwelling];
            for (int stage = 0; stage < problem->policy.stage_count && column != NO_INDEX;
                 stage++) {
                int64_t points = problem->policy.stages[stage] == HUSLY_STAGE_NEED
                                     ? problem->households[household].need
                                     : goal_fit(problem, household, dwelling);
                CHECK_NUMBER(brute->program->objectives[stage][column], points);
            }
        }
    }
}

static void print_plan(const struct brute *brute, bool admitted, unsigned broken)
{
    printf("seed %llu: program %s, check %s:", (unsigned long long)brute->seed,
           admitted ? "admits" : "refuses", broken == 0 ? "admits" : "refuses");
    for (int household = 0; household < brute->problem->household_count; household++) {
        int dwelling = brute->dwelling_of[household];
        printf(" %s/%s", brute->problem->households[household].id,
               dwelling == NONE ? "-" : brute->problem->dwellings[dwelling].id);
    }
    printf("\n");
    for (unsigned kind = 0; kind <= KINDS_OF_ROW; kind++) {
        if (broken & (1U << kind))
            printf("  breaks %s\n", kind < KINDS_OF_ROW ? row_kinds[kind] : "a rule of pairs");
    }
}

static void look_at_plan(struct brute *brute)
{
    unsigned broken = 0;
    struct placing plan = {.dwelling_of = brute->dwelling_of};
    bool lawful = rules_check(brute->problem, &plan, note_kind, &broken);
    bool admitted = program_admits(brute);
    CHECK(lawful == (broken == 0));
    CHECK(lawful == admitted);
    if (lawful != admitted)
        print_plan(brute, admitted, broken);
    for (int household = 0; household < brute->problem->household_count && lawful; household++) {
        int dwelling = brute->dwelling_of[household];
        if (dwelling != NONE && brute->column_of[household][dwelling] != NO_INDEX)
            CHECK(brute->program->columns[brute->column_of[household][dwelling]].dead_by ==
                  NO_INDEX);
    }
    brute->coverage->plans++;
    brute->coverage->lawful += lawful;
    for (unsigned kind = 0; kind < KINDS_OF_ROW; kind++)
        brute->coverage->only_broken[kind] += broken == 1U << kind;
}

static void look_at_plans(struct brute *brute, int household)
{
    if (household >= TINY_HOUSEHOLDS || household == brute->problem->household_count) {
        look_at_plan(brute);
        return;
    }
    for (int dwelling = NONE; dwelling < brute->problem->dwelling_count; dwelling++) {
        brute->dwelling_of[household] = dwelling;
        look_at_plans(brute, household + 1);
    }
}

/* Rule by rule they are compared in test_pairs_brute.c. */
static void look_at_pair(struct brute *brute, int household, int dwelling)
{
    bool lawful = rules_judge(brute->problem, household, dwelling);
    CHECK(rules_allow(brute->problem, household, dwelling) == lawful);
    CHECK((brute->column_of[household][dwelling] != NO_INDEX) == lawful);
}

/* Whether the household's party can never go there, told from the contract's sentence. How full a
 * home is that opens with a number of persons is left to the search. */
static bool party_fails(const struct brute *brute, int household, int dwelling)
{
    const husly_problem *problem = brute->problem;
    int party = problem->households[household].party;
    if (party == NONE || problem_party_size(problem, party) < 2)
        return false;
    int persons = 0;
    for (int member = 0; member < problem->household_count; member++) {
        if (problem->households[member].party != party)
            continue;
        persons += problem->households[member].persons;
        if (brute->column_of[member][dwelling] == NO_INDEX)
            return true;
    }
    const struct dwelling *home = &problem->dwellings[dwelling];
    return kind_is_single(home->kind) || (persons > home->places && home->least_persons == 0);
}

static bool has_pair_in(const struct brute *brute, int household, int section)
{
    for (int dwelling = 0; dwelling < brute->problem->dwelling_count; dwelling++) {
        if (brute->column_of[household][dwelling] != NO_INDEX &&
            brute->problem->dwellings[dwelling].section == section)
            return true;
    }
    return false;
}

/* Whether somebody near the household has nothing in the dwelling's section. */
static bool near_fails(const struct brute *brute, int household, int dwelling)
{
    const husly_problem *problem = brute->problem;
    for (int other = 0; other < problem->household_count; other++) {
        if (problem_are_near(problem, household, other) &&
            !has_pair_in(brute, other, problem->dwellings[dwelling].section))
            return true;
    }
    return false;
}

static void look_at_seeds(struct brute *brute)
{
    const husly_problem *problem = brute->problem;
    const struct program *program = brute->program;
    for (int household = 0; household < problem->household_count; household++) {
        for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
            int column = brute->column_of[household][dwelling];
            if (column == NO_INDEX)
                continue;
            int seed = program->columns[column].dead_by;
            CHECK((seed != NO_INDEX) == (party_fails(brute, household, dwelling) ||
                                         near_fails(brute, household, dwelling)));
            if (seed != NO_INDEX)
                look_at_seed(program, &program->seeds[seed], column);
            brute->coverage->dead += seed != NO_INDEX;
        }
    }
}

/* Pins up to two lawful pairs of a round that has none yet. */
static void add_pins(struct tiny *tiny, const husly_problem *problem)
{
    int wanted = tiny_chance(tiny, 35) ? tiny_between(tiny, 1, 2) : 0;
    bool pinned[TINY_HOUSEHOLDS] = {false};
    for (int attempt = 0; attempt < 12 && wanted > 0; attempt++) {
        int household = tiny_below(tiny, problem->household_count);
        int dwelling = tiny_below(tiny, problem->dwelling_count);
        if (pinned[household] || !rules_allow(problem, household, dwelling) ||
            problem_decision(problem, household, dwelling) != NULL)
            continue;
        tiny->decisions[tiny->round.decision_count++] =
            (husly_decision){.household_id = problem->households[household].id,
                             .dwelling_id = problem->dwellings[dwelling].id,
                             .decision = HUSLY_PIN};
        pinned[household] = true;
        wanted--;
    }
}

static husly_problem *resolve_tiny(struct tiny *tiny, uint64_t seed)
{
    husly_problem *problem = NULL;
    husly_error error = {0};
    tiny_fill(tiny, seed);
    if (problem_new(&problem, &tiny->round, NULL, &error) != HUSLY_OK) {
        printf("seed %llu: %s\n", (unsigned long long)seed, error.text);
        return NULL;
    }
    add_pins(tiny, problem);
    husly_problem_free(problem);
    return problem_new(&problem, &tiny->round, NULL, &error) == HUSLY_OK ? problem : NULL;
}

static bool pins_are_lawful(const husly_problem *problem)
{
    unsigned broken = 0;
    int pins[TINY_HOUSEHOLDS];
    for (int household = 0; household < problem->household_count; household++)
        pins[household] = problem->households[household].pin;
    return rules_check(problem, &(struct placing){.dwelling_of = pins}, note_kind, &broken);
}

/* Without a lawful plan the pins are in conflict. With one they are not, but those who are bound to
 * be placed with others may need them; then nobody asks. */
static void look_at_conflict(const struct brute *brute, long lawful_before)
{
    husly_error error = {0};
    bool none = brute->coverage->lawful == lawful_before;
    husly_status status = rules_conflict(brute->problem, &error);
    if (none || pins_are_lawful(brute->problem))
        CHECK(status == (none ? HUSLY_E_CONFLICT : HUSLY_E_INTERNAL));
}

static void look_at_round(uint64_t seed, struct coverage *coverage)
{
    struct tiny tiny;
    husly_problem *problem = resolve_tiny(&tiny, seed);
    CHECK(problem != NULL);
    if (problem == NULL)
        return;
    /* A pin may bring a party's other member where it may not be. */
    bool refused = rules_check_pins(problem, NULL, NULL, NULL) != HUSLY_OK;
    struct whole whole = refused ? (struct whole){NULL, NULL} : whole_of(problem);
    coverage->refused += refused;
    CHECK(refused || whole.program != NULL);
    struct brute brute = {.seed = seed,
                          .problem = problem,
                          .pool = whole.pool,
                          .program = whole.program,
                          .coverage = coverage};
    if (whole.program != NULL && find_columns(&brute)) {
        long lawful_before = coverage->lawful;
        coverage->rounds++;
        for (int household = 0; household < problem->household_count; household++) {
            coverage->pinned += problem->households[household].pin != NONE;
            for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
                look_at_pair(&brute, household, dwelling);
        }
        look_at_points(&brute);
        look_at_seeds(&brute);
        look_at_plans(&brute, 0);
        look_at_conflict(&brute, lawful_before);
    }
    whole_free(&whole);
    husly_problem_free(problem);
}

int main(int count, char **arguments)
{
    struct coverage coverage = {0};
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 2500;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at, &coverage);

    printf("%ld rounds, %ld refused, %ld plans, %ld lawful, %ld pins, %ld extras, %ld homes "
           "opened, %ld dead pairs\n",
           coverage.rounds, coverage.refused, coverage.plans, coverage.lawful, coverage.pinned,
           coverage.extras, coverage.opened, coverage.dead);
    for (int kind = 0; kind < KINDS_OF_ROW; kind++) {
        printf("%s alone broken by %ld plans\n", row_kinds[kind], coverage.only_broken[kind]);
        CHECK(coverage.only_broken[kind] > 0 || wanted < 2500);
    }
    CHECK(coverage.pinned > 0 && coverage.extras > 0);
    CHECK(coverage.opened > 0 && coverage.dead > 0 && coverage.lawful > 0);
    return check_result();
}
