/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_GLPK_H
#define HUSLY_SOLVE_GLPK_H

#include <husly/error.h>

/*
 * The wall around GLPK. All work happens inside lp_run(), on a thread of its own: a panic of GLPK,
 * or our own lp_panic(), ends the work and becomes a status, and the caller's GLPK problems are
 * untouched. What the work allocates must therefore belong to somebody outside it.
 *
 * A linear program is maximised; rows are `low <= Σ <= high`, and indices count from 0.
 */
struct lp;

typedef void lp_work(void *user);

/* Runs `work` on a thread with a GLPK environment of its own and waits for it. */
husly_status lp_run(lp_work *work, void *user, husly_error *error);

/* Ends the work of this thread at once with a status. Never returns. */
_Noreturn void lp_panic(husly_status status, const char *text);

/* LP_BELOW: the dual simplex went below lp_set_least(), so the optimum lies there too. */
enum lp_end { LP_OPTIMAL, LP_BELOW, LP_ITERATION_LIMIT, LP_TROUBLE };
enum lp_method { LP_PRIMAL, LP_DUAL };

struct lp *lp_new(void);

/* Those that are not freed end with the thread. */
void lp_free(struct lp *lp);

/* Rows: `Σ <= rhs`, or `= rhs`. */
int lp_add_row(struct lp *lp, double rhs, bool equal);
/* A row over existing columns. */
int lp_add_full_row(struct lp *lp, double rhs, int count, const int *columns,
                    const double *coefficients);
void lp_delete_rows(struct lp *lp, int count, const int *rows);
/* A column with `count` entries; upper < 0 means none. */
int lp_add_column(struct lp *lp, double objective, double upper, int count, const int *rows,
                  const double *coefficients);
void lp_set_bounds(struct lp *lp, int column, double lower, double upper);
/* Rows: `lower <= Σ <= upper`. */
void lp_set_row(struct lp *lp, int row, double lower, double upper);
void lp_set_objective(struct lp *lp, int column, double objective);

/* The value below which nobody asks for the optimum itself; -INFINITY: none. */
void lp_set_least(struct lp *lp, double value);

/* Goes on from the basis at hand, at most `iterations` steps. */
enum lp_end lp_solve(struct lp *lp, enum lp_method method, int iterations);
/* Forgets the basis: the slack basis instead. */
void lp_reset(struct lp *lp);

int lp_rows(const struct lp *lp);
int lp_columns(const struct lp *lp);
/* What the simplex has cost so far: steps × (rows + columns), and its calls in the same unit. */
int64_t lp_effort(const struct lp *lp);
double lp_value(const struct lp *lp);
double lp_primal(const struct lp *lp, int column);
double lp_dual(const struct lp *lp, int row);
bool lp_column_basic(const struct lp *lp, int column);
bool lp_row_basic(const struct lp *lp, int row);

/* The basis as one byte a row, then one a column; rows and columns added since are basic and at
 * their lower bound when it is restored. */
void lp_save_basis(const struct lp *lp, unsigned char *out);
void lp_load_basis(struct lp *lp, const unsigned char *basis, int rows, int columns);

/* The multipliers of the rows that make the simplex tableau's row of a basic column: Σ multiplier ×
 * row has coefficient 1 there and 0 at every other basic column. False when the basis has no
 * factors. */
bool lp_tableau_multipliers(struct lp *lp, int column, double *multipliers);

/* Looks for the best solution in whole numbers, by branching with cuts, until none can have more
 * than `beaten` or after so much effort; true when it found any. For small programs. */
bool lp_integer(struct lp *lp, double beaten, int64_t effort);
double lp_whole(const struct lp *lp, int column);

/* solve/flow.h: flags of the nodes on the source's side of a smallest cut. */
struct flow_network;
void lp_cut(const struct flow_network *network, bool *reached);

const char *lp_version(void);

#endif
