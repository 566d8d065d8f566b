/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_EXPLAIN_H
#define HUSLY_JOIN_EXPLAIN_H

#include "model/explanation.h"
#include "model/plan.h"

/* One call of husly_explain(). */
struct explaining {
    husly_explanation *explanation;
    const husly_problem *problem;
    const husly_plan *plan;
    const husly_solve_options *options;
    husly_problem asked;           /* the problem with the pins of the question at hand … */
    struct household *people;      /* … which it keeps here */
    int64_t base[HUSLY_STAGE_END]; /* what the plan has in each stage of the policy */
    int part;                      /* of the round that was searched itself, NO_INDEX */
    struct solve_memory *memory;   /* between the solves of this part */
    int64_t rest[HUSLY_STAGE_END]; /* what the plan has in each stage outside this part … */
    bool knows_rest;               /* … if that is known */
    int64_t work;                  /* units spent on the questions before this one */
    bool stopped;                  /* the caller asked for no more */
    husly_error *error;
};

/* Fills what is known of one pair: how it stands, and why; where it is possible, its price. */
husly_status explain_pair(struct explaining *explaining, husly_option *option, int household,
                          int dwelling);

/* Solves the household's part of the asked problem, in which the pair is pinned: prices and
 * changes, and the standing; closed where whom the pins bind cannot all be placed. Outside the part
 * the plan stays as it is. */
husly_status explain_price(struct explaining *explaining, husly_option *option, int household,
                           bool was_pinned);

/* An id of the round for as long as the explanation lives; NULL when memory ran out. */
const char *explain_id(const struct explaining *explaining, const char *id);

#endif
