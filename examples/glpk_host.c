/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that uses GLPK for work of its own, and husly beside it on several threads: its
 * problem, begun before husly solves, still gives its optimum afterwards. */
#include <glpk.h>
#include <husly/husly.h>
#include <pthread.h>
#include <stdio.h>

enum { THREADS = 4 };

/* As many households as dwellings, one a section, so that all can be placed. */
static husly_round *make_round(int size, husly_error *error)
{
    husly_policy policy;
    husly_policy_default(&policy);
    policy.round_date = husly_date_of(2026, 3, 1);
    policy.right = (husly_share){1, 1};
    husly_round *round = NULL;
    husly_round_new(&round, &policy, error);
    for (int i = 0; i < size; i++) {
        char home[16], people[16];
        snprintf(home, sizeof home, "D%d", i);
        snprintf(people, sizeof people, "H%d", i);
        husly_household household = husly_household_usual();
        household.household_id = people, household.adults = 1 + i % 2, household.max_rent = 900000;
        husly_dwelling dwelling = husly_dwelling_usual();
        dwelling.dwelling_id = dwelling.section_id = home, dwelling.rooms = 2;
        dwelling.rent = 400000 + 1000 * i;
        husly_round_add_household(round, &household, error);
        husly_round_add_dwelling(round, &dwelling, error);
    }
    husly_round_finish(round, NULL, NULL, error);
    return round;
}

/* Every thread has handles of its own; it returns how many households it placed. */
static void *place_all(void *size)
{
    husly_error error = {.language = HUSLY_ENGLISH};
    husly_round *round = make_round(*(int *)size, &error);
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    if (error.status == HUSLY_OK && husly_problem_new(&problem, round, NULL, &error) == HUSLY_OK)
        husly_solve(&plan, problem, NULL, &error);
    *(int *)size = plan == NULL ? -1 : (int)husly_plan_placement_count(plan);
    husly_plan_free(plan);
    husly_problem_free(problem);
    husly_round_free(round);
    return NULL;
}

int main(void)
{
    glp_prob *own = glp_create_prob(); /* maximise 3x + 2y with x + y <= 4 and 0 <= x, y <= 3 */
    glp_set_obj_dir(own, GLP_MAX);
    glp_add_cols(own, 2);
    glp_add_rows(own, 1);
    for (int column = 1; column <= 2; column++) {
        glp_set_col_bnds(own, column, GLP_DB, 0, 3);
        glp_set_obj_coef(own, column, column == 1 ? 3 : 2);
    }
    glp_set_row_bnds(own, 1, GLP_UP, 0, 4);
    glp_set_mat_row(own, 1, 2, (int[]){0, 1, 2}, (double[]){0, 1, 1});

    pthread_t threads[THREADS];
    int sizes[THREADS] = {5, 10, 15, 20};
    for (int i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, place_all, &sizes[i]);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    printf("placed: %d, %d, %d and %d\n", sizes[0], sizes[1], sizes[2], sizes[3]);

    glp_term_out(GLP_OFF);
    const int failed = glp_simplex(own, NULL);
    printf("own optimum: %g\n", glp_get_obj_val(own));
    glp_delete_prob(own);
    return failed;
}
