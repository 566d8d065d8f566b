/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result that is opened again is the plan that was written; one that disagrees is refused. */
#include <stdlib.h>

#include <husly/husly.h>

#include "model/plan.h"
#include "support/check.h"

struct solved {
    husly_round *round;
    husly_problem *problem;
    husly_plan *plan;
};

static struct solved solve(const char *folder)
{
    struct solved solved = {0};
    husly_error error = {0};
    CHECK(husly_round_read(&solved.round, folder, NULL, &error) == HUSLY_OK &&
          husly_problem_new(&solved.problem, solved.round, NULL, &error) == HUSLY_OK &&
          husly_solve(&solved.plan, solved.problem, NULL, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    return solved;
}

static void release(struct solved *solved)
{
    husly_plan_free(solved->plan);
    husly_problem_free(solved->problem);
    husly_round_free(solved->round);
}

static void run(const char *command)
{
    CHECK(system(command) == 0);
}

static void compare_places(const husly_plan *opened, const husly_plan *wanted)
{
    CHECK_NUMBER(opened->household_count, wanted->household_count);
    for (int h = 0; h < wanted->household_count; h++) {
        CHECK_NUMBER(opened->placed[h], wanted->placed[h]);
        CHECK_NUMBER(opened->temporary[h], wanted->temporary[h]);
    }
    CHECK_NUMBER((int64_t)opened->placement_count, (int64_t)wanted->placement_count);
    for (size_t at = 0; at < wanted->placement_count; at++) {
        CHECK_TEXT(opened->placements[at].household_id, wanted->placements[at].household_id);
        CHECK_TEXT(opened->placements[at].dwelling_id, wanted->placements[at].dwelling_id);
    }
}

static void compare_stages(const husly_plan *opened, const husly_plan *wanted)
{
    CHECK(opened->outcome == wanted->outcome);
    CHECK_NUMBER((int64_t)opened->stage_count, (int64_t)wanted->stage_count);
    for (size_t at = 0; at < wanted->stage_count; at++) {
        CHECK(opened->stages[at].stage == wanted->stages[at].stage);
        CHECK_NUMBER(opened->stages[at].value, wanted->stages[at].value);
        CHECK_NUMBER(opened->stages[at].bound, wanted->stages[at].bound);
        CHECK(opened->stages[at].proven == wanted->stages[at].proven);
        CHECK_NUMBER(opened->stages[at].leaves, wanted->stages[at].leaves);
        CHECK_NUMBER(opened->stages[at].cuts, wanted->stages[at].cuts);
    }
}

static void compare_lines(const husly_plan *opened, const husly_plan *wanted)
{
    CHECK(wanted->line_count > 0);
    CHECK_NUMBER((int64_t)opened->line_count, (int64_t)wanted->line_count);
    for (size_t at = 0; at < wanted->line_count; at++) {
        const struct certificate_line *line = &opened->lines[at];
        CHECK_TEXT(line->stage, wanted->lines[at].stage);
        CHECK_TEXT(line->leaf, wanted->lines[at].leaf);
        CHECK_TEXT(line->what, wanted->lines[at].what);
        CHECK_TEXT(line->unit, wanted->lines[at].unit);
        CHECK(line->has_multiplier == wanted->lines[at].has_multiplier);
        CHECK_NUMBER(line->multiplier, wanted->lines[at].multiplier);
    }
}

static void test_written(const struct solved *solved)
{
    husly_error error = {0};
    husly_result *result = NULL;
    CHECK(husly_result_write(solved->problem, solved->plan, "out", NULL, &error) == HUSLY_OK);
    CHECK(husly_result_open(&result, "out", NULL, NULL, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    if (result == NULL)
        return;
    const husly_plan *plan = husly_result_plan(result);
    compare_places(plan, solved->plan);
    compare_stages(plan, solved->plan);
    compare_lines(plan, solved->plan);
    CHECK(husly_result_problem(result)->round == husly_result_round(result));
    husly_result_free(result);
}

/* Two columns of placements.csv say all of a plan but what was proven about it. */
static void test_hand_made(const struct solved *solved)
{
    husly_error error = {0};
    husly_result *result = NULL;
    run("mkdir hand && cut -d';' -f1,2 out/placements.csv >hand/placements.csv");
    CHECK(husly_result_open(&result, "hand", NULL, NULL, NULL) == HUSLY_E_ARGUMENT);
    CHECK(result == NULL);
    CHECK(husly_result_open(&result, "hand", "round", NULL, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    if (result == NULL)
        return;
    const husly_plan *plan = husly_result_plan(result);
    CHECK_NUMBER((int64_t)husly_plan_stage_count(plan), 0);
    CHECK_NUMBER((int64_t)plan->line_count, 0);
    CHECK(husly_plan_outcome(plan) == HUSLY_LIMIT);
    for (int h = 0; h < plan->household_count; h++) {
        CHECK_NUMBER(plan->placed[h], solved->plan->placed[h]);
        CHECK_NUMBER(plan->temporary[h], NONE);
    }
    husly_result_free(result);
}

static void test_refused(void)
{
    husly_error error = {0};
    husly_result *result = NULL;
    run("cp -R out bent && sed -i '$d' bent/placements.csv");
    CHECK(husly_result_open(&result, "bent", NULL, NULL, &error) == HUSLY_E_CHECK);
    CHECK(result == NULL && error.text[0] != '\0');
    CHECK(husly_result_open(&result, "nowhere", NULL, NULL, NULL) == HUSLY_E_FILE);
    CHECK(result == NULL);
}

int main(void)
{
    run("rm -rf round out hand bent && cp -R \"$SOURCE_DIR/examples/hamlet\" round");
    struct solved solved = solve("round");
    if (solved.plan != NULL) {
        test_written(&solved);
        test_hand_made(&solved);
        test_refused();
    }
    release(&solved);
    return check_result();
}
