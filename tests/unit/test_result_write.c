/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result takes its name only when the check of what was written has passed. */
#include <stdlib.h>
#include <unistd.h>

#include <husly/husly.h>

#include "support/check.h"

struct solved {
    husly_round *round;
    husly_problem *problem;
    husly_plan *plan;
};

static struct solved solve(const char *folder, const char *date)
{
    struct solved solved = {0};
    husly_error error = {0};
    const husly_read_options options = {.date = date};
    CHECK(husly_round_read(&solved.round, folder, &options, &error) == HUSLY_OK &&
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

static bool holds(const char *path, const char *wanted)
{
    char command[256];
    snprintf(command, sizeof command, "grep -qF '%s' %s", wanted, path);
    return system(command) == 0;
}

static bool is_left_behind(void)
{
    return system("ls -A | grep -q '^[.].*husly-'") == 0;
}

static void test_written(const struct solved *solved)
{
    const husly_write_options options = {
        .by = "K. Officer", .now = "2026-03-01T12:00:00Z", .command = "solve \"x\""};
    husly_error error = {0};
    CHECK(husly_result_write(solved->problem, solved->plan, "out", &options, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    CHECK(holds("out/run.jsonl", "\"by\": \"K. Officer\""));
    CHECK(holds("out/run.jsonl", "\"now\": \"2026-03-01T12:00:00Z\""));
    CHECK(holds("out/run.jsonl", "\"command\": \"solve \\\"x\\\"\""));
    CHECK(holds("out/summary.json", "\"round\": \"../round\""));
    CHECK(husly_verify("out", NULL, NULL, NULL, NULL) == HUSLY_OK);
    CHECK(husly_result_write(solved->problem, solved->plan, "out", NULL, NULL) == HUSLY_E_FILE);
}

/* Neither who nor when is made up. */
static void test_plain(const struct solved *solved)
{
    CHECK(husly_result_write(solved->problem, solved->plan, "plain", NULL, NULL) == HUSLY_OK);
    CHECK(!holds("plain/run.jsonl", "\"by\""));
    CHECK(!holds("plain/run.jsonl", "\"now\""));
    run("cmp out/summary.json plain/summary.json");
    run("cmp out/placements.csv plain/placements.csv");
}

/* The round changes between reading and writing: the check fails and nothing is written. */
static void test_changed(const struct solved *solved)
{
    run("echo >>round/husstande.csv");
    husly_error error = {0};
    CHECK(husly_result_write(solved->problem, solved->plan, "late", NULL, &error) == HUSLY_E_CHECK);
    CHECK(strstr(error.text, "husstande.csv") != NULL ||
          strstr(error.source, "husstande.csv") != NULL);
    CHECK(access("late", F_OK) != 0);
    const husly_write_options replace = {.replace = true};
    CHECK(husly_result_write(solved->problem, solved->plan, "plain", &replace, NULL) ==
          HUSLY_E_CHECK);
    run("cmp out/placements.csv plain/placements.csv");
    CHECK(!is_left_behind());
}

/* A date that only the caller knows is in the summary, and the check takes it from there or from
 * here. */
static void test_date(void)
{
    run("grep -v rundedato round/regler.csv >rules && mv rules round/regler.csv");
    struct solved solved = solve("round", "2026-03-01");
    husly_error error = {0};
    CHECK(husly_result_write(solved.problem, solved.plan, "dated", NULL, &error) == HUSLY_OK);
    CHECK_TEXT(error.text, "");
    CHECK(holds("dated/summary.json", "\"date_from_option\": true"));
    CHECK(holds("dated/summary.json", "\"round_date\": \"2026-03-01\""));
    CHECK(husly_verify("dated", NULL, NULL, NULL, NULL) == HUSLY_OK);
    release(&solved);
}

int main(void)
{
    char room[] = "room-XXXXXX";
    CHECK(getenv("SOURCE_DIR") != NULL && mkdtemp(room) != NULL && chdir(room) == 0);
    run("cp -r \"$SOURCE_DIR\"/examples/hamlet round && chmod -R u+w round");
    struct solved solved = solve("round", NULL);
    test_written(&solved);
    test_plain(&solved);
    test_changed(&solved);
    release(&solved);
    test_date();
    run("cd .. && rm -rf room-*");
    return check_result();
}
