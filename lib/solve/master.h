/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_MASTER_H
#define HUSLY_SOLVE_MASTER_H

#include "solve/search.h"

/*
 * The linear program: the program's rows, the group rows and the cuts over the columns that pay.
 * Every row may overflow at a penalty, so that it is feasible whatever is fixed, and its duals
 * always make a bound; the penalty rises until a case that can be had without overflow is had
 * without.
 */
void master_build(struct search *search);

/* Puts every column of a plan into the linear program. */
void master_add_plan(struct search *search, const int64_t *values);

enum master_end {
    MASTER_OPTIMAL, /* over all columns of the program, without overflow */
    MASTER_CLOSED,  /* its bound closes the case */
    MASTER_STOPPED  /* a limit, or GLPK lost its way */
};

/* Solves and prices until no column outside pays. `bound` gets the best bound met on the way,
 * INT64_MAX where none was. */
enum master_end master_solve(struct search *search, enum lp_method method, struct bound *bound);

/* The same at the penalty as it is; betters `bound` when it can. The solution may overflow. */
enum master_end master_relax(struct search *search, enum lp_method method, struct bound *bound);
bool master_overflows(const struct search *search);

/* Adds a cut as a row, or takes the rows of cuts that have been idle out. */
void master_add_cut(struct search *search, int cut);
void master_drop_idle_cuts(struct search *search);

/* Puts the bounds of one column into the linear program as the search has fixed it. */
void master_fix(struct search *search, int column);

/* The same for whether a group takes any of its columns. */
void master_place(struct search *search, int group);

/* How much of a group is chosen in the linear program's solution. */
double master_share(const struct search *search, int group);

/* Prices of the solution, for a unit of the program's own row; 0 of a row that is left out. */
double master_row_dual(const struct search *search, int row);
double master_group_dual(const struct search *search, int group);

/* The value of a program column in the linear program's solution. */
double master_value(const struct search *search, int column);

#endif
