/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_EXPLAIN_H
#define HUSLY_EXPLAIN_H

#include <husly/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a household and a dwelling stand to each other, seen from a plan. */
typedef enum husly_standing {
    HUSLY_CHOSEN,   /* the plan has it */
    HUSLY_POSSIBLE, /* a lawful plan could have it: prices and changes tell at what cost */
    HUSLY_CLOSED,   /* rules 1-7 allow it, but with its party, the right, the limits and the pins in
                       force no lawful plan has it */
    HUSLY_FORBIDDEN, /* one of rules 1-7 forbids it */
    HUSLY_UNKNOWN    /* the search was stopped before a plan with it was found */
} husly_standing;

/* What stands in the way, in numbers. */
typedef struct husly_obstacle {
    const char *rule; /* kind size rent access area time decision; party, capacity, right, spread */
    const char *what; /* which fault of the rule, such as "rent_over"; docs/explain.md lists them */
    const char *unit; /* of a rule over the whole plan: the row as in certificate.csv, else NULL */
    const char *whom; /* the household that meets it, of a party; else the household itself */
    int64_t amount; /* by how much it fails, in the unit that `what` says: øre, rooms, days … */
    int64_t given;  /* what there is */
    int64_t limit;  /* what would be right */
} husly_obstacle;

/*
 * What a stage of the plan would lose in points, or cost more in øre: exactly `least` where least
 * == most, else something between, for the search was stopped. Negative where the plan would gain,
 * which a plan that is proven never does before a stage that loses.
 */
typedef struct husly_price {
    husly_stage stage;
    int64_t least, most;
} husly_price;

/* A household that would live elsewhere; NULL stands for no permanent dwelling. */
typedef struct husly_change {
    const char *household_id;
    const char *from, *to;
} husly_change;

/*
 * One pair. Of all lawful plans with it that are best stage by stage, the changes lead to one that
 * moves fewest households from where the plan has them. `fewest` says that this is proven.
 */
typedef struct husly_option {
    const char *household_id;
    const char *dwelling_id;
    husly_standing standing;
    const husly_obstacle *obstacles;
    size_t obstacle_count;
    husly_price prices[HUSLY_STAGE_END];
    size_t price_count;
    const husly_change *changes; /* the asked household's own included */
    size_t change_count;
    bool fewest;
} husly_option;

/*
 * At least one of the two ids is given. A household alone: all its dwellings, best first. A
 * dwelling alone: all its households. Both: this pair.
 */
typedef struct husly_question {
    const char *household_id;
    const char *dwelling_id;
} husly_question;

typedef struct husly_explanation husly_explanation;

/*
 * Answers a question about a plan of the problem. Prices are found by solving again with the pair
 * pinned, one pin of the household's own or its party's set aside; `options` bounds each such
 * solve, and its progress callback may stop the whole. Options come best first: chosen, possible by
 * price stage by stage, unknown, closed, forbidden with the nearest miss first; then by id.
 * HUSLY_E_ARGUMENT for an id that the round lacks. The explanation borrows nothing.
 */
HUSLY_EXPORT husly_status husly_explain(husly_explanation **out, const husly_problem *problem,
                                        const husly_plan *plan, const husly_question *question,
                                        const husly_solve_options *options, husly_error *error);
HUSLY_EXPORT void husly_explanation_free(husly_explanation *explanation);

HUSLY_EXPORT size_t husly_explanation_option_count(const husly_explanation *explanation);
HUSLY_EXPORT husly_option husly_explanation_option(const husly_explanation *explanation,
                                                   size_t index);

/* The explanation in sentences. `problem` is the one that it was made of. */
HUSLY_EXPORT husly_status husly_explanation_describe(const husly_explanation *explanation,
                                                     const husly_problem *problem,
                                                     husly_language language,
                                                     husly_line_fn *on_line, void *user,
                                                     husly_error *error);

/* The same as JSON, docs/explain.schema.json; the sentences in it are in the language. */
HUSLY_EXPORT husly_status husly_explanation_json(const husly_explanation *explanation,
                                                 const husly_problem *problem,
                                                 husly_language language, husly_line_fn *on_line,
                                                 void *user, husly_error *error);

#ifdef __cplusplus
}
#endif

#endif
