/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads that solve problems of their own, and threads that share one, find the same plans as one
 * thread after the other; a callback stops its own solve and no other. */
#include <pthread.h>
#include <stdlib.h>

#include "base/text.h"
#include "support/handmade.h"
#include "support/tiny_round.h"

enum { THREADS = 4, SOLVES = 6 };

/* A plan in a line: `H1/D2 H2/D1 need 3000 fit 0`. */
static void tell_plan(struct text *told, const husly_plan *plan)
{
    for (size_t i = 0; i < husly_plan_placement_count(plan); i++) {
        const husly_placement placed = husly_plan_placement(plan, i);
        text_add_format(told, "%s/%s ", placed.household_id, placed.dwelling_id);
    }
    for (size_t i = 0; i < husly_plan_stage_count(plan); i++) {
        const husly_stage_result stage = husly_plan_stage(plan, i);
        text_add_format(told, "%s %lld of %lld ", husly_stage_name(stage.stage),
                        (long long)stage.value, (long long)stage.bound);
    }
}

static bool add_line(const char *line, void *user)
{
    text_add_format(user, "%s ", line);
    return true;
}

/* Questions read the problem and the plan, however many ask at once. */
static void ask(struct text *told, const husly_problem *problem, const husly_plan *plan)
{
    const husly_question question = {.household_id = "H2", .dwelling_id = "D2"};
    husly_explanation *why = NULL;
    husly_result_describe(problem, plan, HUSLY_ENGLISH, add_line, told, NULL);
    if (husly_explain(&why, problem, plan, &question, NULL, NULL) == HUSLY_OK)
        husly_explanation_describe(why, problem, HUSLY_DANISH, add_line, told, NULL);
    husly_explanation_free(why);
}

static void solve(struct text *told, const husly_problem *problem)
{
    husly_plan *plan = NULL;
    husly_error error = {0};
    if (husly_solve(&plan, problem, NULL, &error) == HUSLY_OK)
        tell_plan(told, plan);
    if (plan != NULL)
        ask(told, problem, plan);
    text_add_format(told, "%s\n", error.text);
    husly_plan_free(plan);
}

/* What one thread does: several solves of tiny rounds, or of a problem that is lent. */
struct job {
    uint64_t seed;
    const husly_problem *shared;
    struct text told;
};

static void solve_tiny(struct job *job, uint64_t seed)
{
    struct tiny tiny;
    husly_problem *problem = NULL;
    tiny_fill(&tiny, seed);
    if (husly_problem_new(&problem, &tiny.round, NULL, NULL) == HUSLY_OK)
        solve(&job->told, problem);
    husly_problem_free(problem);
}

static void *work(void *user)
{
    struct job *job = user;
    for (uint64_t i = 0; i < SOLVES; i++) {
        if (job->shared != NULL)
            solve(&job->told, job->shared);
        else
            solve_tiny(job, job->seed * 100 + i);
    }
    return NULL;
}

static void run_together(struct job jobs[THREADS])
{
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, &jobs[i]) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
}

static void test_own_problems(void)
{
    struct job jobs[THREADS] = {{0}};
    for (int i = 0; i < THREADS; i++)
        jobs[i].seed = (uint64_t)i + 1;
    run_together(jobs);
    for (int i = 0; i < THREADS; i++) {
        struct job alone = {.seed = (uint64_t)i + 1};
        work(&alone);
        CHECK(alone.told.size > 100);
        CHECK_TEXT(text_string(&jobs[i].told), text_string(&alone.told));
        text_free(&alone.told);
        text_free(&jobs[i].told);
    }
}

static void test_shared_problem(void)
{
    husly_round *round = handmade_pair();
    husly_problem *problem = NULL;
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, NULL), HUSLY_OK);
    CHECK_NUMBER(husly_problem_new(&problem, round, NULL, NULL), HUSLY_OK);
    struct job alone = {.shared = problem}, jobs[THREADS] = {{0}};
    for (int i = 0; i < THREADS; i++)
        jobs[i].shared = problem;
    run_together(jobs);
    work(&alone);
    for (int i = 0; i < THREADS; i++) {
        CHECK_TEXT(text_string(&jobs[i].told), text_string(&alone.told));
        text_free(&jobs[i].told);
    }
    text_free(&alone.told);
    husly_problem_free(problem);
    husly_round_free(round);
}

static bool stop_at_once(const husly_progress *progress, void *user)
{
    int *calls = user;
    CHECK(progress->bound >= 0);
    ++*calls;
    return false;
}

/* The plan that is kept is lawful, and what is claimed of it is proven: it is written, which checks
 * it, and checked again. */
static void test_stopped(void)
{
    husly_round *round = handmade_pair();
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    husly_error error = {0};
    int calls = 0;
    const husly_solve_options options = {.on_progress = stop_at_once, .user = &calls};
    CHECK(system("rm -rf stopped stopped-plan") == 0);
    husly_round_finish(round, NULL, NULL, &error);
    husly_round_write(round, "stopped", &error);
    husly_problem_new(&problem, round, NULL, &error);
    CHECK_NUMBER(husly_solve(&plan, problem, &options, &error), HUSLY_OK);
    CHECK(calls >= 1);
    CHECK_NUMBER(husly_plan_outcome(plan), HUSLY_INTERRUPTED);
    CHECK_NUMBER(husly_result_write(problem, plan, "stopped-plan", NULL, &error), HUSLY_OK);
    CHECK_NUMBER(husly_verify("stopped-plan", NULL, NULL, NULL, &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    husly_plan_free(plan);
    husly_problem_free(problem);
    husly_round_free(round);
    CHECK(system("rm -rf stopped stopped-plan") == 0);
}

int main(void)
{
    test_own_problems();
    test_shared_problem();
    test_stopped();
    return check_result();
}
