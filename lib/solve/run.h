/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_RUN_H
#define HUSLY_SOLVE_RUN_H

#include "program/pool.h"
#include "solve/cuts/cuts.h"
#include "solve/search.h"

/* One program, or one part of a round, over all its stages. The arenas belong here, outside the
 * solver's thread. */
struct run {
    struct program *program;
    const struct pool *pool; /* what the program was drawn from; NULL: it is all there is */
    const struct solve_limits *limits;
    struct solution *solution; /* its values and stages have room */
    struct arena *results;     /* for the proofs */
    struct arena *passed;      /* what one stage leaves to the next */
    struct arena *arena, *scratch;
    const struct aside *aside; /* of the program in force, when it was drawn */
    int stage_count;
    int64_t *begun;            /* the plan to begin with; NULL = nothing was known */
    struct heritage heritage;  /* in `passed`, or remembered */
    struct program *shortfall; /* while any plan is looked for */
    int64_t work;
    double deadline;       /* of the monotonic clock; 0 = none */
    int64_t stage_work;    /* of the stage at hand: what `work` may become; 0 = any */
    double stage_deadline; /* and by when; 0 = none */
    bool redraws;          /* of the search to come */
    struct bound linear;   /* of the last search, till the next begins */
};

/* Memory and the clock; false when memory ran out. run_close() follows in any case. */
bool run_open(struct run *run);
void run_close(struct run *run);

/* All stages, inside lp_run(). */
void run_stages(struct run *run);

/* Step by step: the plan to begin with, into the solution's values, which have room for the program
 * in force; one stage, whose floors the program has. */
enum solve_end run_start(struct run *run);
void run_stage(struct run *run, int stage);

/* From now on this stage runs, over however many programs: what it may cost, and what is left of
 * that; 0 = any. */
void run_enter_stage(struct run *run, int stage);
int64_t run_work_left(const struct run *run);
bool run_may_go_on(const struct run *run);

#endif
