/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round that another system holds as CSV text: what is to be said about it, the plan, and why one
 * household did not get one dwelling. Argument: at how many reports of progress to give up. */
#include <husly/husly.h>
#include <stdio.h>
#include <stdlib.h>

static const char households[] = "household_id,adults,children,priority,max_rent\n"
                                 "H1,1,2,1,8000\n"
                                 "H2,2,0,1,6500\n"
                                 "H3,2,1,2,7500\n";
static const char dwellings[] = "dwelling_id,section_id,rooms,rent\n"
                                "D1,S1,3,6000\n"
                                "D2,S1,2,7000\n";
static const char rules[] = "rule,value\n"
                            "round_date,2026-03-01\n"
                            "right,100\n";

static bool show_finding(const husly_finding *finding, void *user)
{
    (void)user;
    printf("%s:%d: %s: %s\n", finding->source, (int)finding->line, finding->field, finding->text);
    return true; /* and go on */
}

static bool show_progress(const husly_progress *progress, void *user)
{
    int *patience = user;
    const char *stage = husly_stage_name(progress->stage);
    printf("%s: %lld of at most %lld\n", stage != NULL ? stage : "temporary places",
           progress->has_plan ? (long long)progress->value : 0, (long long)progress->bound);
    return --*patience > 0; /* false stops the search, which keeps the best plan */
}

static bool show_line(const char *line, void *user)
{
    (void)user;
    printf("%s\n", line);
    return true;
}

static husly_status answer(const husly_problem *problem, const husly_plan *plan, husly_error *error)
{
    const husly_question question = {.household_id = "H2", .dwelling_id = "D1"};
    husly_explanation *why = NULL;
    husly_status status = husly_explain(&why, problem, plan, &question, NULL, error);
    if (status == HUSLY_OK)
        status = husly_explanation_describe(why, problem, HUSLY_ENGLISH, show_line, NULL, error);
    husly_explanation_free(why);
    return status;
}

int main(int count, char **words)
{
    int patience = count > 1 ? atoi(words[1]) : 1000;
    const husly_file files[] = {{"households.csv", households, sizeof households - 1},
                                {"dwellings.csv", dwellings, sizeof dwellings - 1},
                                {"rules.csv", rules, sizeof rules - 1}};
    const husly_read_options reading = {.on_finding = show_finding, .language = HUSLY_ENGLISH};
    const husly_solve_options solving = {.on_progress = show_progress, .user = &patience};
    husly_error error = {.language = HUSLY_ENGLISH};
    husly_round *round = NULL;
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    if (husly_round_parse(&round, files, 3, &reading, &error) == HUSLY_OK &&
        husly_problem_new(&problem, round, NULL, &error) == HUSLY_OK &&
        husly_solve(&plan, problem, &solving, &error) == HUSLY_OK &&
        husly_result_describe(problem, plan, HUSLY_ENGLISH, show_line, NULL, &error) == HUSLY_OK)
        answer(problem, plan, &error);
    if (error.status != HUSLY_OK)
        fprintf(stderr, "%s\n", error.text);
    husly_plan_free(plan);
    husly_problem_free(problem);
    husly_round_free(round);
    return error.status == HUSLY_OK ? 0 : 1;
}
