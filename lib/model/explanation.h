/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_EXPLANATION_H
#define HUSLY_MODEL_EXPLANATION_H

#include <husly/explain.h>

struct arena;

/*
 * A question about a plan with its answer. Indices are those of the problem; everything else that
 * is pointed at lies in the arena.
 */
struct husly_explanation {
    struct arena *arena;
    const char *household_id, *dwelling_id; /* as asked; NULL = not asked */
    int household, dwelling;                /* the same; NONE */
    const int *placed;                      /* by household: the plan's dwelling, NONE */
    const int *temporary;                   /* by household: its temporary place, NONE */
    const char *reason; /* why the asked household has none: a code of unplaced.csv; else NULL */
    husly_stage_result stages[HUSLY_STAGE_END]; /* of the plan */
    size_t stage_count;                         /* 0 for a plan made by hand */
    bool hand_made;
    husly_option *options; /* in the order that husly_explain() promises */
    size_t option_count;
};

#endif
