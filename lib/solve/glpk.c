/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/glpk.h"

#include <float.h>
#include <glpk.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* A call factorises the basis and copies the matrix out of linked lists before its first step.
 * Measured in what a step costs a row or column. At a node of lp_integer(), cuts and the choice of
 * a branch take as long again as its linear program. */
enum { STEPS_A_CALL = 20, COST_OF_ENTRY = 6, COST_OF_NODE = 2, MOST_STEPS = 5000 };

struct lp {
    glp_prob *problem;
    int *index; /* scratch, 1-based as GLPK wants it */
    double *value;
    int room;
    int64_t effort;
    double least;
    int64_t most;    /* effort of lp_integer() */
    int steps;       /* of the simplex, that are counted in the effort */
    struct lp *next; /* of the thread's programs, so that a panic frees them too */
};

/* What a thread needs to come home from a panic. Thread-local: GLPK's hooks carry it as `info`, and
 * lp_panic() has no other way to find it. */
struct shelter {
    jmp_buf home;
    lp_work *work;
    void *user;
    struct lp *programs;
    husly_status status;
    char text[256];
};

static _Thread_local struct shelter *shelter_of_thread;

static void keep_text(struct shelter *shelter, const char *text)
{
    snprintf(shelter->text, sizeof shelter->text, "%.*s", (int)strcspn(text, "\n"), text);
}

/* GLPK tells its message through the terminal hook while it is in its error state; the first line
 * is the message, the second names a GLPK source file and is dropped. Nothing ever reaches a
 * terminal. */
static int on_terminal(void *info, const char *line)
{
    struct shelter *shelter = info;
    if (glp_at_error() && shelter->text[0] == '\0')
        keep_text(shelter, line);
    return 1;
}

/* Without leaving by longjmp GLPK would abort the whole program. */
static void on_error(void *info)
{
    struct shelter *shelter = info;
    shelter->status = HUSLY_E_SOLVER;
    longjmp(shelter->home, 1);
}

_Noreturn void lp_panic(husly_status status, const char *text)
{
    struct shelter *shelter = shelter_of_thread;
    shelter->status = status;
    keep_text(shelter, text);
    longjmp(shelter->home, 1);
}

static void free_programs(struct lp *lp)
{
    while (lp != NULL) {
        struct lp *next = lp->next;
        memory_free(lp->index);
        memory_free(lp->value);
        memory_free(lp);
        lp = next;
    }
}

/* glp_free_env() at the end frees every problem and all memory of the thread, panic or not: so no
 * glp_prob need be deleted by hand. */
static void *thread_main(void *argument)
{
    struct shelter *shelter = argument;
    shelter_of_thread = shelter;
    if (glp_init_env() == 2) {
        shelter->status = HUSLY_E_MEMORY;
        return NULL;
    }
    glp_term_hook(on_terminal, shelter);
    glp_error_hook(on_error, shelter);
    if (setjmp(shelter->home) == 0)
        shelter->work(shelter->user);
    glp_free_env();
    free_programs(shelter->programs);
    return NULL;
}

husly_status lp_run(lp_work *work, void *user, husly_error *error)
{
    if (glp_config("TLS") == NULL)
        return error_set(error, HUSLY_E_SOLVER, (struct place){0},
                         "this GLPK keeps one environment for all threads; use a build with TLS");
    struct shelter shelter = {.work = work, .user = user, .status = HUSLY_OK};
    pthread_t thread;
    if (pthread_create(&thread, NULL, thread_main, &shelter) != 0)
        return error_set(error, HUSLY_E_MEMORY, (struct place){0}, "no thread for the solver");
    pthread_join(thread, NULL);
    if (shelter.status == HUSLY_E_MEMORY)
        return error_memory(error);
    if (shelter.status != HUSLY_OK)
        return error_set(error, shelter.status, (struct place){0}, "the solver stopped: %s",
                         shelter.text);
    return HUSLY_OK;
}

struct lp *lp_new(void)
{
    struct lp *lp = memory_new(1, sizeof *lp);
    if (lp == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    lp->next = shelter_of_thread->programs;
    shelter_of_thread->programs = lp;
    lp->least = -DBL_MAX;
    lp->problem = glp_create_prob();
    glp_set_obj_dir(lp->problem, GLP_MAX);
    return lp;
}

void lp_free(struct lp *lp)
{
    struct lp **at = &shelter_of_thread->programs;
    while (*at != lp)
        at = &(*at)->next;
    *at = lp->next;
    lp->next = NULL;
    glp_delete_prob(lp->problem);
    free_programs(lp);
}

/* Room for `count` entries and GLPK's unused place 0. */
static void make_room(struct lp *lp, int count)
{
    if (count < lp->room)
        return;
    size_t before = (size_t)lp->room;
    size_t wanted = 2 * (size_t)count + 64;
    int *index = memory_grow(lp->index, before, wanted, sizeof *index);
    if (index != NULL)
        lp->index = index;
    double *value = memory_grow(lp->value, before, wanted, sizeof *value);
    if (value != NULL)
        lp->value = value;
    if (index == NULL || value == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    lp->room = (int)wanted;
}

/* Copies entries to GLPK's 1-based arrays. */
static void load_entries(struct lp *lp, int count, const int *index, const double *value)
{
    make_room(lp, count);
    for (int k = 0; k < count; k++) {
        lp->index[k + 1] = index[k] + 1;
        lp->value[k + 1] = value[k];
    }
}

int lp_add_row(struct lp *lp, double rhs, bool equal)
{
    int row = glp_add_rows(lp->problem, 1);
    glp_set_row_bnds(lp->problem, row, equal ? GLP_FX : GLP_UP, rhs, rhs);
    return row - 1;
}

int lp_add_full_row(struct lp *lp, double rhs, int count, const int *columns,
                    const double *coefficients)
{
    int row = lp_add_row(lp, rhs, false);
    load_entries(lp, count, columns, coefficients);
    glp_set_mat_row(lp->problem, row + 1, count, lp->index, lp->value);
    return row;
}

void lp_delete_rows(struct lp *lp, int count, const int *rows)
{
    if (count == 0)
        return;
    make_room(lp, count);
    for (int k = 0; k < count; k++)
        lp->index[k + 1] = rows[k] + 1;
    glp_del_rows(lp->problem, count, lp->index);
}

int lp_add_column(struct lp *lp, double objective, double upper, int count, const int *rows,
                  const double *coefficients)
{
    int column = glp_add_cols(lp->problem, 1);
    glp_set_obj_coef(lp->problem, column, objective);
    load_entries(lp, count, rows, coefficients);
    glp_set_mat_col(lp->problem, column, count, lp->index, lp->value);
    if (upper < 0)
        glp_set_col_bnds(lp->problem, column, GLP_LO, 0, 0);
    else
        lp_set_bounds(lp, column - 1, 0, upper);
    return column - 1;
}

void lp_set_bounds(struct lp *lp, int column, double lower, double upper)
{
    int type = lower < upper ? GLP_DB : GLP_FX;
    glp_set_col_bnds(lp->problem, column + 1, type, lower, upper);
}

void lp_set_row(struct lp *lp, int row, double lower, double upper)
{
    int type = lower == upper ? GLP_FX : lower > -DBL_MAX ? GLP_DB : GLP_UP;
    glp_set_row_bnds(lp->problem, row + 1, type, lower, upper);
}

void lp_set_objective(struct lp *lp, int column, double objective)
{
    glp_set_obj_coef(lp->problem, column + 1, objective);
}

void lp_set_least(struct lp *lp, double value)
{
    lp->least = value;
}

static void count_effort(struct lp *lp, int times)
{
    const int64_t steps = glp_get_it_cnt(lp->problem) - lp->steps;
    lp->steps += (int)steps;
    lp->effort += times * ((steps + STEPS_A_CALL) * (lp_rows(lp) + lp_columns(lp)) +
                           (int64_t)COST_OF_ENTRY * glp_get_num_nz(lp->problem));
}

enum lp_end lp_solve(struct lp *lp, enum lp_method method, int iterations)
{
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = method == LP_PRIMAL ? GLP_PRIMAL : GLP_DUALP;
    options.it_lim = iterations;
    if (method == LP_DUAL && lp->least > -DBL_MAX)
        options.obj_ll = lp->least;
    int code = glp_simplex(lp->problem, &options);
    count_effort(lp, 1);
    if (code == GLP_EITLIM)
        return LP_ITERATION_LIMIT;
    if (code == GLP_EOBJLL)
        return LP_BELOW;
    return code == 0 && glp_get_status(lp->problem) == GLP_OPT ? LP_OPTIMAL : LP_TROUBLE;
}

void lp_reset(struct lp *lp)
{
    glp_std_basis(lp->problem);
}

int lp_rows(const struct lp *lp)
{
    return glp_get_num_rows(lp->problem);
}

int lp_columns(const struct lp *lp)
{
    return glp_get_num_cols(lp->problem);
}

int64_t lp_effort(const struct lp *lp)
{
    return lp->effort;
}

double lp_value(const struct lp *lp)
{
    return glp_get_obj_val(lp->problem);
}

double lp_primal(const struct lp *lp, int column)
{
    return glp_get_col_prim(lp->problem, column + 1);
}

double lp_dual(const struct lp *lp, int row)
{
    return glp_get_row_dual(lp->problem, row + 1);
}

bool lp_column_basic(const struct lp *lp, int column)
{
    return glp_get_col_stat(lp->problem, column + 1) == GLP_BS;
}

bool lp_row_basic(const struct lp *lp, int row)
{
    return glp_get_row_stat(lp->problem, row + 1) == GLP_BS;
}

void lp_save_basis(const struct lp *lp, unsigned char *out)
{
    int rows = lp_rows(lp), columns = lp_columns(lp);
    for (int row = 0; row < rows; row++)
        *out++ = (unsigned char)glp_get_row_stat(lp->problem, row + 1);
    for (int column = 0; column < columns; column++)
        *out++ = (unsigned char)glp_get_col_stat(lp->problem, column + 1);
}

void lp_load_basis(struct lp *lp, const unsigned char *basis, int rows, int columns)
{
    int all_rows = lp_rows(lp), all_columns = lp_columns(lp);
    for (int row = 0; row < all_rows; row++)
        glp_set_row_stat(lp->problem, row + 1, row < rows ? basis[row] : GLP_BS);
    for (int column = 0; column < all_columns; column++)
        glp_set_col_stat(lp->problem, column + 1, column < columns ? basis[rows + column] : GLP_NL);
}

/* GLPK's basis matrix holds (I | -A), hence the sign. */
bool lp_tableau_multipliers(struct lp *lp, int column, double *multipliers)
{
    if (!glp_bf_exists(lp->problem) && glp_factorize(lp->problem) != 0)
        return false;
    int rows = lp_rows(lp);
    int place = glp_get_col_bind(lp->problem, column + 1);
    if (place == 0)
        return false;
    make_room(lp, rows);
    memset(lp->value, 0, ((size_t)rows + 1) * sizeof *lp->value);
    lp->value[place] = 1.0;
    glp_btran(lp->problem, lp->value);
    for (int row = 0; row < rows; row++)
        multipliers[row] = -lp->value[row + 1];
    return true;
}

/* Called at every node; each time its linear program has been solved the effort is counted. */
static void on_branching(glp_tree *tree, void *info)
{
    struct lp *lp = info;
    if (glp_ios_reason(tree) != GLP_IROWGEN)
        return;
    count_effort(lp, COST_OF_NODE);
    const int node = glp_ios_best_node(tree);
    if ((node != 0 && glp_ios_node_bound(tree, node) < lp->least) || lp->effort > lp->most)
        glp_ios_terminate(tree);
}

/* Without GLPK's presolver, whose linear program knows no limit. */
bool lp_integer(struct lp *lp, double beaten, int64_t effort)
{
    lp->most = lp->effort + effort;
    glp_scale_prob(lp->problem, GLP_SF_AUTO);
    if (lp_solve(lp, LP_PRIMAL, MOST_STEPS) != LP_OPTIMAL || lp_value(lp) < beaten)
        return false;
    lp->least = beaten;
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.gmi_cuts = options.mir_cuts = GLP_ON;
    options.cb_func = on_branching;
    options.cb_info = lp;
    for (int column = 1; column <= lp_columns(lp); column++)
        glp_set_col_kind(lp->problem, column, GLP_IV);
    glp_intopt(lp->problem, &options);
    return glp_mip_status(lp->problem) == GLP_OPT || glp_mip_status(lp->problem) == GLP_FEAS;
}

double lp_whole(const struct lp *lp, int column)
{
    return glp_mip_col_val(lp->problem, column + 1);
}

const char *lp_version(void)
{
    return glp_version();
}
