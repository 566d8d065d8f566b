/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_PLAN_H
#define HUSLY_MODEL_PLAN_H

#include <husly/solve.h>

#include "model/problem.h"

struct arena;

/* One line of certificate.csv, contract § 7. `multiplier` is in millionths, or the number for
 * at_least and at_most; `has_multiplier` is false for use and not. */
struct certificate_line {
    const char *stage;
    const char *leaf; /* "0", "1", … or "cut1" … */
    const char *what; /* row, use, not, at_least, at_most */
    const char *unit;
    bool has_multiplier;
    int64_t multiplier;
};

/* A finished plan. It borrows nothing: ids are copied into its own arena. */
struct husly_plan {
    struct arena *arena;
    husly_outcome outcome;
    int household_count, dwelling_count; /* of the problem it is a plan of */
    int *placed;            /* by household index of the problem: dwelling index, or NONE */
    int *temporary;         /* transit dwelling of those without, or NONE */
    bool temporary_stopped; /* a limit ended the search for them: better ones may exist */
    husly_placement *placements;
    size_t placement_count;
    husly_stage_result stages[HUSLY_STAGE_END];
    size_t stage_count;
    struct certificate_line *lines;
    size_t line_count;
    int64_t work; /* units spent */
};

#endif
