/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_DRAWN_RUN_H
#define HUSLY_SOLVE_DRAWN_RUN_H

#include "solve/root/root.h"
#include "solve/run.h"

/* A part with more choices than this is never a program as a whole. */
enum { DRAW_ABOVE = 8000 };

/* The stages of a large part. Each begins with multipliers found over all choices of its pool, and
 * searches a program that is drawn from it. */
struct drawn_run {
    struct run *run;
    int most; /* choices of a program, about; 0: by the pool's size */
    struct arena *arena;
    struct root *root;
    struct drawn *drawn;
    struct program *program; /* the run's, drawn */
    struct aside aside;
    int *plan;       /* by group: the place, NO_INDEX */
    int64_t *values; /* by stage that is done */
    int64_t **found; /* by stage that was begun: its multipliers */
    double deadline, told;
    int stage;
};

/* Inside lp_run(); drawn_run_close() outside of it, panic or not, when nobody reads the run's
 * program any more. */
void drawn_run_stages(struct drawn_run *it);
void drawn_run_close(struct drawn_run *it);

#endif
