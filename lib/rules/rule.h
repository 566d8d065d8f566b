/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_RULE_H
#define HUSLY_RULES_RULE_H

#include "model/problem.h"
#include "program/pool.h"

/*
 * One rule of contract § 3 = one file = one `const struct rule`. Its parts are written apart, from
 * the rule's sentence and not from one another, and tests prove them equal on every plan of tiny
 * rounds.
 */

/*
 * What one pair meets: whether the rule holds and by how much it fails, for sentences.
 *
 *   what            rule      given, limit (amount = what lies between)
 *   minors_only     kind      the dwelling is for minors alone; adults of the household, 0
 *   no_adult        kind      the household has no adult; 0, 1
 *   student_only    kind      a youth dwelling, the household is not in education; 0, 1
 *   single_only     kind      a shared dwelling is for single persons; persons, 1
 *   places_few      kind      persons, places
 *   reserved        kind      column `for` names others; 0, 1
 *   transit         kind      a transit place is never a permanent dwelling; 0, 0
 *   rooms_few       size      persons that the rooms take, persons
 *   rooms_many      size      rooms, most rooms
 *   rent_over       rent      net rent, budget (øre a month)
 *   steps           access    0, 1
 *   listed          area      0, 1
 *   avoided         area      0, 1
 *   municipality    area      0, 1
 *   at_hojskole     time      the stay's end, the next round (days since 1970)
 *   late            time      available, last day that is soon enough (days since 1970)
 *   lease_short     time      days of the stay, permanent_days
 *   forbidden       decision  0, 1
 *   declined        decision  0, 1
 *   not_agreed      decision  0, 1 (a dwelling with `consent`)
 *   not_scored      decision  0, 1 (rule only_scored_pairs)
 *   waiting         right     0, 1 (column `status`)
 *   let             right     0, 1
 *   above_market    right     rent, market rent (øre a month)
 *   above_max_rent  right     rent and utilities, the section's highest (øre a month)
 *   not_turn        right     the private flat's number among its owner's vacancies, 0
 *   not_offered     right     0, 1 (right_mode = offered)
 */
struct judgement {
    bool holds;
    const char *what; /* code of the sentence to use; NULL when it holds */
    int64_t amount;   /* by how much it fails: øre, rooms, days, persons */
    int64_t given;    /* what the pair has, in the same unit */
    int64_t limit;    /* what would be right */
};

/* Where the checks of a plan keep what they count, so that each looks at a household once. */
struct check_room {
    struct arena *arena;
    bool failed; /* memory ran out, and nothing is known of the plan */
};

/* A plan as everybody may write one: the dwelling of each household, by index; NONE = not placed.
 */
struct placing {
    const int *dwelling_of;  /* household_count of them */
    struct check_room *room; /* a check's; rules_check() gives one */
};

/* Zeroed, as long as the room; NULL when memory ran out, which the room then says. */
void *check_take(const struct placing *plan, size_t count, size_t size);

/* A broken rule of a whole plan. */
struct breach {
    const char *rule; /* the rule's code */
    const char
        *row; /* the row's unit as in certificate.csv, such as "area_persons/A3", or the pair */
    int household; /* NONE where it is not about one */
    int dwelling;
    int64_t used, limit;
    bool may_mend; /* the row holds again when others are placed, too */
};
typedef bool breach_fn(const struct breach *breach, void *user); /* false = enough */

/* What compile works on: the problem, the pool, and the lawful pairs found by *allows*. A group is
 * a household, a class the label in its column `group`, a place a dwelling, a zone an area. */
struct builder {
    const husly_problem *problem;
    struct pool *pool;
    const struct pairs *pairs;
    const int *household_of; /* by group */
    const int *dwelling_of;  /* by place */
    const int *class_of;     /* by group */
    int measure_count;       /* of those that mean something, see rules/measures.h */
};

struct rule {
    const char *code; /* kind, size, rent, access, area, time, decision; capacity, right, spread */
    int number;       /* of contract § 3 */

    /* Pair rules (1-7, and right where a dwelling is closed, see rules/offer.h): fast, prunes
     * pairs. NULL for a rule that binds no single pair. */
    bool (*allows)(const husly_problem *problem, int household, int dwelling);

    /* The same sentence told anew with numbers, for check, verify and explanations. */
    struct judgement (*judge)(const husly_problem *problem, int household, int dwelling);

    /* Plan rules: adds rows, and tables of them, once groups and their measures exist; `state` is
     * the rule's own, in the pool's arena. */
    bool (*compile_rows)(struct builder *builder, void **state);
    /* Adds the entries of the place that was added last. */
    void (*compile_place)(struct builder *builder, void *state, int dwelling);
    /* Adds what concerns one pair: the links and dead choices of a group. */
    void (*compile_group)(struct builder *builder, void *state, int group);
    /* Adds counts of its own (extras of the right). */
    void (*compile_counts)(struct builder *builder, void *state);

    /* Judges a whole plan without the solver; tells every breach, true when there is none. */
    bool (*check)(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                  void *user);
};

extern const struct rule rule_kind, rule_size, rule_rent, rule_access, rule_area, rule_time,
    rule_decision, rule_capacity, rule_right, rule_spread;

/* All of them in the order of contract § 3; NULL ends the list. */
extern const struct rule *const rules[];

/* True when every pair rule allows the pair. */
bool rules_allow(const husly_problem *problem, int household, int dwelling);

/* True when every pair rule judges that it holds; written on judge, not on allows. */
bool rules_judge(const husly_problem *problem, int household, int dwelling);

enum verdict { VERDICT_BROKEN, VERDICT_HOLDS, VERDICT_UNKNOWN /* memory ran out */ };

/* Tells every breach of a plan: pair rules through judge, plan rules through check. A breach's
 * strings live for the call of `tell` only. */
enum verdict rules_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                         void *user);

/* The same for the plan rules alone; with `only`, for that one. */
enum verdict rules_check_whole(const husly_problem *problem, const struct placing *plan,
                               const struct rule *only, breach_fn *tell, void *user);

/*
 * The whole round as a pool: households as groups, dwellings as places, each by id; the rows of
 * every plan rule that could ever bind; counts; the stages of the policy. It borrows the problem.
 * NULL when memory ran out. Where the rule `lot` is set, households and dwellings come in the order
 * of the draw instead, so a group is to be known by its name, the household's id, and a place's
 * dwelling by its key.
 */
struct pool *rules_compile(const husly_problem *problem);

#endif
