/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every pair of tiny rounds is explained, and every lawful plan with it is looked at: how the pair
 * stands, what it costs in each stage and how few households move agree. A seed and the number of
 * rounds may be given as arguments.
 */
#include <stdlib.h>

#include <husly/explain.h>

#include "model/plan.h"
#include "report/certificate/certificate_rows.h"
#include "rules/conflict.h"
#include "rules/rule.h"
#include "support/check.h"
#include "support/tiny_round.h"

/* What the rounds together have shown; a part that never came up has not been tested. */
struct coverage {
    long rounds, stands[HUSLY_UNKNOWN + 1], dear, gains, moved, released;
};

/* The best of the lawful plans with one pair. */
struct best {
    bool any;
    int64_t values[HUSLY_STAGE_END];
    int changes;
};

struct brute {
    uint64_t seed;
    husly_problem *problem;
    const int *plan; /* by household: what is explained */
    struct coverage *coverage;
    int dwelling_of[TINY_HOUSEHOLDS];
    struct best best[TINY_HOUSEHOLDS][TINY_DWELLINGS];
};

static bool is_together(const husly_problem *problem, int one, int other)
{
    const int party = problem->households[one].party;
    return one == other || (party != NONE && party == problem->households[other].party);
}

static bool ignore(const struct breach *breach, void *user)
{
    (void)breach;
    (void)user;
    return false;
}

static int section_of(const husly_problem *problem, int dwelling)
{
    return dwelling != NONE ? problem->dwellings[dwelling].section : NONE;
}

/* Whether the plan is lawful when the household's own pin and its party's are set aside, and those
 * of households near it in another section. */
static bool is_lawful_for(const struct brute *brute, int household)
{
    husly_problem asked = *brute->problem;
    struct household people[TINY_HOUSEHOLDS];
    memcpy(people, asked.households, (size_t)asked.household_count * sizeof *people);
    for (int other = 0; other < asked.household_count; other++) {
        if (is_together(brute->problem, household, other))
            people[other].pin = NONE;
        if (problem_are_near(brute->problem, household, other) &&
            section_of(brute->problem, people[other].pin) !=
                section_of(brute->problem, brute->dwelling_of[household]))
            people[other].pin = NONE;
    }
    asked.households = people;
    struct placing plan = {.dwelling_of = brute->dwelling_of};
    return rules_check(&asked, &plan, ignore, NULL);
}

static int64_t value_of(const struct brute *brute, const int *plan, int stage)
{
    int64_t sum = 0;
    for (int h = 0; h < brute->problem->household_count; h++) {
        if (plan[h] != NONE)
            sum += pair_points(brute->problem, brute->problem->policy.stages[stage], h, plan[h]);
    }
    return sum;
}

/* Stage by stage, then the fewest changes. */
static void offer(struct best *best, const struct best *found, int stages)
{
    int stage = 0;
    while (stage < stages && best->any && found->values[stage] == best->values[stage])
        stage++;
    const bool better = !best->any || (stage < stages ? found->values[stage] > best->values[stage]
                                                      : found->changes < best->changes);
    if (better)
        *best = *found;
}

static void look_at_plan(struct brute *brute)
{
    const husly_problem *problem = brute->problem;
    struct best found = {.any = true};
    for (int stage = 0; stage < problem->policy.stage_count; stage++)
        found.values[stage] = value_of(brute, brute->dwelling_of, stage);
    for (int h = 0; h < problem->household_count; h++)
        found.changes += brute->dwelling_of[h] != brute->plan[h];
    for (int h = 0; h < problem->household_count; h++) {
        if (brute->dwelling_of[h] != NONE && is_lawful_for(brute, h))
            offer(&brute->best[h][brute->dwelling_of[h]], &found, problem->policy.stage_count);
    }
}

static void look_at_plans(struct brute *brute, int household)
{
    if (household >= TINY_HOUSEHOLDS || household == brute->problem->household_count) {
        look_at_plan(brute);
        return;
    }
    for (int dwelling = NONE; dwelling < brute->problem->dwelling_count; dwelling++) {
        if (dwelling != NONE && !rules_allow(brute->problem, household, dwelling))
            continue;
        brute->dwelling_of[household] = dwelling;
        look_at_plans(brute, household + 1);
    }
}

static husly_standing standing_of(const struct brute *brute, int household, int dwelling)
{
    if (brute->plan[household] == dwelling)
        return HUSLY_CHOSEN;
    if (brute->best[household][dwelling].any)
        return HUSLY_POSSIBLE;
    for (int rule = 0; rule < 7; rule++) {
        if (!rules[rule]->allows(brute->problem, household, dwelling))
            return HUSLY_FORBIDDEN;
    }
    return HUSLY_CLOSED;
}

/* The plan that the option's changes lead to, as indices. */
static bool follow(const struct brute *brute, const husly_option *option, int *plan)
{
    memcpy(plan, brute->plan, (size_t)brute->problem->household_count * sizeof *plan);
    for (size_t at = 0; at < option->change_count; at++) {
        const husly_change *change = &option->changes[at];
        const int h = problem_find_household(brute->problem, change->household_id);
        const int from =
            change->from != NULL ? problem_find_dwelling(brute->problem, change->from) : NONE;
        if (h == NONE || plan[h] != from ||
            (at > 0 && strcmp(change[-1].household_id, change->household_id) >= 0))
            return false;
        plan[h] = change->to != NULL ? problem_find_dwelling(brute->problem, change->to) : NONE;
    }
    return true;
}

static void look_at_price(struct brute *brute, const husly_option *option, int h, int d)
{
    const husly_policy *policy = &brute->problem->policy;
    const struct best *best = &brute->best[h][d];
    CHECK_NUMBER((int64_t)option->price_count, policy->stage_count);
    for (int stage = 0; stage < policy->stage_count; stage++) {
        const int64_t price = value_of(brute, brute->plan, stage) - best->values[stage];
        CHECK(option->prices[stage].stage == policy->stages[stage]);
        CHECK_NUMBER(option->prices[stage].least, price);
        CHECK_NUMBER(option->prices[stage].most, price);
        brute->coverage->dear += price > 0;
        brute->coverage->gains += price < 0;
    }
    CHECK(option->fewest);
    CHECK_NUMBER((int64_t)option->change_count, best->changes);
    brute->coverage->moved += best->changes > 1;
    CHECK(follow(brute, option, brute->dwelling_of));
    CHECK(brute->dwelling_of[h] == d && is_lawful_for(brute, h));
    for (int stage = 0; stage < policy->stage_count; stage++)
        CHECK_NUMBER(value_of(brute, brute->dwelling_of, stage), best->values[stage]);
    brute->coverage->released += brute->problem->households[h].pin != NONE;
}

static void look_at_option(struct brute *brute, const husly_option *option)
{
    const int h = problem_find_household(brute->problem, option->household_id);
    const int d = problem_find_dwelling(brute->problem, option->dwelling_id);
    const husly_standing wanted = standing_of(brute, h, d);
    const int failed = checks_failed;
    CHECK(option->standing == wanted);
    CHECK((option->obstacle_count > 0) == (wanted == HUSLY_CLOSED || wanted == HUSLY_FORBIDDEN));
    brute->coverage->stands[option->standing]++;
    if (wanted == HUSLY_POSSIBLE && option->standing == wanted)
        look_at_price(brute, option, h, d);
    else
        CHECK(option->price_count == 0 && option->change_count == 0);
    if (checks_failed > failed)
        printf("seed %llu: %s/%s stands %d, wanted %d\n", (unsigned long long)brute->seed,
               option->household_id, option->dwelling_id, option->standing, wanted);
}

static int place_of_rule(const char *code)
{
    static const char *const codes[] = {"decision", "rent", "time",  "size",
                                        "access",   "area", "right", "kind"};
    int place = 0;
    while (strcmp(codes[place], code) != 0)
        place++;
    return place;
}

static const husly_obstacle *foremost(const husly_option *option)
{
    size_t first = 0;
    for (size_t at = 1; at < option->obstacle_count; at++) {
        if (place_of_rule(option->obstacles[at].rule) <
            place_of_rule(option->obstacles[first].rule))
            first = at;
    }
    return &option->obstacles[first];
}

/* The nearer miss comes first: 0 for either. */
static int order_of_misses(const husly_option *one, const husly_option *other)
{
    const husly_obstacle *a = foremost(one), *b = foremost(other);
    if (one->obstacle_count != other->obstacle_count)
        return one->obstacle_count < other->obstacle_count ? -1 : 1;
    if (strcmp(a->rule, b->rule) != 0)
        return place_of_rule(a->rule) - place_of_rule(b->rule);
    if (strcmp(a->what, b->what) != 0)
        return strcmp(a->what, b->what);
    return (a->amount > b->amount) - (a->amount < b->amount);
}

/* What comes before what: 0 for either. */
static int order_of(const husly_option *one, const husly_option *other)
{
    static const int ranks[] = {[HUSLY_CHOSEN] = 0,
                                [HUSLY_POSSIBLE] = 1,
                                [HUSLY_UNKNOWN] = 2,
                                [HUSLY_CLOSED] = 3,
                                [HUSLY_FORBIDDEN] = 4};
    if (one->standing != other->standing)
        return ranks[one->standing] - ranks[other->standing];
    for (size_t stage = 0; stage < one->price_count; stage++) {
        if (one->prices[stage].least != other->prices[stage].least)
            return one->prices[stage].least < other->prices[stage].least ? -1 : 1;
    }
    if (one->standing == HUSLY_FORBIDDEN && order_of_misses(one, other) != 0)
        return order_of_misses(one, other);
    return strcmp(one->dwelling_id, other->dwelling_id) +
           strcmp(one->household_id, other->household_id);
}

static void ask(struct brute *brute, const husly_plan *plan, const husly_question *question,
                size_t wanted)
{
    husly_error error = {0};
    husly_explanation *explanation = NULL;
    CHECK(husly_explain(&explanation, brute->problem, plan, question, NULL, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    if (explanation == NULL)
        return;
    const size_t count = husly_explanation_option_count(explanation);
    CHECK_NUMBER((int64_t)count, (int64_t)wanted);
    for (size_t at = 0; at < count; at++) {
        const husly_option option = husly_explanation_option(explanation, at);
        look_at_option(brute, &option);
        if (at > 0) {
            const husly_option before = husly_explanation_option(explanation, at - 1);
            CHECK(order_of(&before, &option) < 0);
        }
    }
    husly_explanation_free(explanation);
}

static void look_at_answers(struct brute *brute, const husly_plan *plan)
{
    const husly_problem *problem = brute->problem;
    brute->plan = plan->placed;
    memset(brute->best, 0, sizeof brute->best);
    look_at_plans(brute, 0);
    for (int h = 0; h < problem->household_count; h++)
        ask(brute, plan, &(husly_question){problem->households[h].id, NULL},
            (size_t)problem->dwelling_count);
    const int d = (int)(brute->seed % (uint64_t)problem->dwelling_count);
    ask(brute, plan, &(husly_question){NULL, problem->dwellings[d].id},
        (size_t)problem->household_count);
}

/* A plan as an officer may write one: pins, and whatever else goes with them in order. */
static void look_at_hand_made(struct brute *brute, const husly_plan *solved)
{
    const husly_problem *problem = brute->problem;
    int placed[TINY_HOUSEHOLDS];
    husly_plan plan = *solved;
    plan.placed = placed;
    plan.stage_count = 0;
    for (int h = 0; h < problem->household_count; h++)
        placed[h] = problem->households[h].pin;
    for (int h = problem->household_count - 1; h >= 0; h--) {
        const int before = placed[h];
        placed[h] = before == NONE ? solved->placed[h] : before;
        if (!rules_check(problem, &(struct placing){.dwelling_of = placed}, ignore, NULL))
            placed[h] = before;
        else if (h % 2 == 0)
            placed[h] = before;
    }
    look_at_answers(brute, &plan);
}

/* Pins up to two lawful pairs of a round that has none yet. */
static void add_pins(struct tiny *tiny, const husly_problem *problem)
{
    for (int wanted = tiny_chance(tiny, 40) ? tiny_between(tiny, 1, 2) : 0; wanted > 0; wanted--) {
        const int household = tiny_below(tiny, problem->household_count);
        const int dwelling = tiny_below(tiny, problem->dwelling_count);
        if (problem_decision(problem, household, dwelling) != NULL ||
            !rules_allow(problem, household, dwelling))
            continue;
        tiny->decisions[tiny->round.decision_count++] =
            (husly_decision){.household_id = problem->households[household].id,
                             .dwelling_id = problem->dwellings[dwelling].id,
                             .decision = HUSLY_PIN};
    }
}

/* NULL where the pins are refused. */
static husly_problem *resolve_tiny(struct tiny *tiny, uint64_t seed)
{
    husly_problem *problem = NULL;
    tiny_fill(tiny, seed);
    CHECK(husly_problem_new(&problem, &tiny->round, NULL, NULL) == HUSLY_OK);
    if (problem == NULL)
        return NULL;
    add_pins(tiny, problem);
    husly_problem_free(problem);
    problem = NULL;
    husly_problem_new(&problem, &tiny->round, NULL, NULL);
    return problem;
}

static void look_at_round(uint64_t seed, struct coverage *coverage)
{
    struct tiny tiny;
    struct brute brute = {.seed = seed, .problem = resolve_tiny(&tiny, seed), .coverage = coverage};
    husly_plan *plan = NULL;
    if (brute.problem != NULL && husly_solve(&plan, brute.problem, NULL, NULL) == HUSLY_OK) {
        coverage->rounds++;
        look_at_answers(&brute, plan);
        look_at_hand_made(&brute, plan);
    }
    husly_plan_free(plan);
    husly_problem_free(brute.problem);
}

int main(int count, char **arguments)
{
    struct coverage coverage = {0};
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 300;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at, &coverage);
    printf("%ld rounds, %ld chosen, %ld possible, %ld closed, %ld forbidden, %ld unknown; %ld "
           "prices, %ld gains, %ld with others moved, %ld with a pin set aside\n",
           coverage.rounds, coverage.stands[HUSLY_CHOSEN], coverage.stands[HUSLY_POSSIBLE],
           coverage.stands[HUSLY_CLOSED], coverage.stands[HUSLY_FORBIDDEN],
           coverage.stands[HUSLY_UNKNOWN], coverage.dear, coverage.gains, coverage.moved,
           coverage.released);
    CHECK(coverage.stands[HUSLY_CHOSEN] > 0 && coverage.stands[HUSLY_POSSIBLE] > 0);
    CHECK(coverage.stands[HUSLY_CLOSED] > 0 && coverage.stands[HUSLY_FORBIDDEN] > 0);
    CHECK_NUMBER(coverage.stands[HUSLY_UNKNOWN], 0);
    CHECK(coverage.dear > 0 && coverage.gains > 0 && coverage.moved > 0 && coverage.released > 0);
    return check_result();
}
