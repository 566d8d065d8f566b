/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The wall around GLPK: a panic inside becomes a status, a program that uses GLPK itself keeps its
 * own problem through it, and the wall works again afterwards.
 */
#include <glpk.h>
#include <math.h>

#include "solve/glpk.h"
#include "support/check.h"

static void touch_a_column_that_is_not_there(void *user)
{
    (void)user;
    lp_set_bounds(lp_new(), 5, 0, 1);
}

static void run_out_of_memory(void *user)
{
    (void)user;
    lp_new();
    lp_panic(HUSLY_E_MEMORY, "");
}

/* Maximise 3x + 2y, x + y <= 4, x + 3y <= 8, 0 <= x <= 3: the optimum is 11 at (3, 1). */
static void solve_small(void *user)
{
    double *value = user;
    struct lp *lp = lp_new();
    const int both[] = {lp_add_row(lp, 4, false), lp_add_row(lp, 8, false)};
    const double x[] = {1, 1}, y[] = {1, 3};
    lp_add_column(lp, 3, 3, 2, both, x);
    lp_add_column(lp, 2, -1, 2, both, y);
    CHECK(lp_solve(lp, LP_PRIMAL, 100) == LP_OPTIMAL);
    *value = lp_value(lp);
    CHECK(fabs(lp_dual(lp, 0) - 2) < 1e-9);
    CHECK(fabs(lp_dual(lp, 1)) < 1e-9);
}

/* 2x + 2y <= 3 over x, y <= 1: whichever is fractional, its tableau row is half the row. */
static void read_tableau(void *user)
{
    double *multiplier = user;
    struct lp *lp = lp_new();
    const int row = lp_add_row(lp, 3, false);
    const double two = 2;
    for (int column = 0; column < 2; column++)
        lp_add_column(lp, 1, 1, 1, &row, &two);
    CHECK(lp_solve(lp, LP_PRIMAL, 100) == LP_OPTIMAL);
    int basic = lp_column_basic(lp, 0) ? 0 : 1;
    CHECK(fabs(lp_primal(lp, basic) - 0.5) < 1e-9);
    CHECK(lp_tableau_multipliers(lp, basic, multiplier));
    CHECK(!lp_tableau_multipliers(lp, 1 - basic, multiplier + 1));
}

static void check_panics(void)
{
    husly_error error = {0};
    CHECK(lp_run(touch_a_column_that_is_not_there, NULL, &error) == HUSLY_E_SOLVER);
    CHECK(strstr(error.text, "column number out of range") != NULL);
    husly_error_clear(&error);
    CHECK(lp_run(run_out_of_memory, NULL, &error) == HUSLY_E_MEMORY);
}

int main(void)
{
    glp_prob *own = glp_create_prob();
    glp_add_cols(own, 2);
    glp_set_col_bnds(own, 1, GLP_DB, 0, 7);
    check_panics();
    double value = 0, multipliers[2] = {0};
    CHECK(lp_run(solve_small, &value, NULL) == HUSLY_OK);
    CHECK(fabs(value - 11) < 1e-9);
    CHECK(lp_run(read_tableau, multipliers, NULL) == HUSLY_OK);
    CHECK(fabs(multipliers[0] - 0.5) < 1e-9);
    CHECK(glp_get_num_cols(own) == 2 && fabs(glp_get_col_ub(own, 1) - 7) < 1e-9);
    glp_delete_prob(own);
    glp_free_env();
    return check_result();
}
