/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_QUARTER_H
#define HUSLY_SOLVE_QUARTER_H

#include "solve/primal/chance.h"
#include "solve/primal/draft.h"
#include "solve/primal/shortlist.h"

/*
 * Whom to free together. A *quarter* is a row that some dozens of groups share; each column lies in
 * one. Where a plan loses much is looked first, together with the quarters where those who are
 * there would rather be.
 */
struct quarters {
    struct search *search;
    const struct draft *draft;
    const struct shortlist *list;
    struct chance chance;
    int *of_column;  /* a row, NO_INDEX when the column is in none */
    int *of_row;     /* where most of the row's room is */
    double *weights; /* by row: what the plan loses there */
    double *drawn;   /* by row: how often it was drawn of late */
    int *next_tied;  /* by group: a circle of those that equations tie */
    double *pulls;   /* by row, while groups are drawn */
    bool *chosen;    /* by row, likewise */
    bool *is_in;     /* by group, likewise */
    int *groups;     /* those drawn */
};

struct quarters quarters_of(struct draft *draft, const struct shortlist *list,
                            struct chance chance);

/* Fills quarters->groups with up to `most` groups, and some more where equations tie them; returns
 * how many. */
int quarters_draw(struct quarters *quarters, int most, double loss);

/* What the plan loses by a group's choice, or by leaving it out. */
double quarters_loss(const struct quarters *quarters, int group);

#endif
