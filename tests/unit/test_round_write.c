/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round that is written and read again is the same round: those of tests/data, the hamlet, and
 * random ones built by hand, whose results can then be written and checked. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/handmade.h"
#include "support/round_equal.h"
#include "support/tiny_round.h"

static const char copy[] = "copy";

static void remove_copies(void)
{
    CHECK(system("rm -rf copy plan") == 0);
}

static husly_round *read_round(const char *folder, const char *date)
{
    const husly_read_options options = {.date = date};
    husly_error error = {0};
    husly_round *round = NULL;
    husly_round_read(&round, folder, &options, &error);
    CHECK_TEXT(error.text, "");
    return round;
}

/* Writes the round and compares it with what is read from the copy, which needs no date. */
static void check_identity(husly_round *round)
{
    husly_error error = {0};
    CHECK_NUMBER(husly_round_write(round, copy, &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    husly_round *again = read_round(copy, NULL);
    if (again != NULL)
        check_equal_rounds(round, again);
    husly_round_free(again);
}

static void test_folder(const char *folder, const char *date)
{
    husly_round *round = read_round(folder, date);
    if (round == NULL) {
        printf("  %s\n", folder);
        return;
    }
    check_identity(round);
    CHECK_TEXT(round->folder, folder);
    husly_round_free(round);
    remove_copies();
}

/* Every case of tests/data/valid; where it gives a date by option, that one. */
static int test_valid(const char *source)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/data/valid", source);
    DIR *cases = opendir(path);
    const struct dirent *entry;
    int count = 0;
    while (cases != NULL && (entry = readdir(cases)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        struct stat about;
        snprintf(path, sizeof path, "%s/tests/data/valid/%s/arguments", source, entry->d_name);
        const bool dated = stat(path, &about) == 0;
        snprintf(path, sizeof path, "%s/tests/data/valid/%s/round", source, entry->d_name);
        test_folder(path, dated ? "2026-03-01" : NULL);
        count++;
    }
    if (cases != NULL)
        closedir(cases);
    return count;
}

/* Texts that a spreadsheet or a CSV file would trip over. */
static const char *hostile(struct tiny *tiny)
{
    static const char *const texts[] = {
        "=1+1", "'=x", "a;b", "a,b", "say \"no\"", "two\nlines", "-5", "'", "  blank ", "Ærø",
        "@",    "\t+", "007", "ja",  "1/3",        "x\ry",       "\"", "#", "''-'",     NULL};
    return texts[tiny_below(tiny, (int)(sizeof texts / sizeof *texts))];
}

/* Random rounds have bounds that reading refuses, since no plan could ever meet them. */
static void make_readable(struct tiny *tiny)
{
    for (size_t i = 0; i < tiny->round.dwelling_count; i++) {
        husly_dwelling *row = &tiny->dwellings[i];
        const int most = row->places == HUSLY_NO_NUMBER ? row->rooms : row->places;
        if (row->least_persons > most)
            row->least_persons = most;
        if (row->kind == HUSLY_KIND_TRANSIT)
            row->least_persons = row->max_singles = HUSLY_NO_NUMBER;
    }
    for (size_t i = 0; i < tiny->round.section_count; i++) {
        if (tiny->sections[i].flexible_for == NULL)
            tiny->sections[i].flexible = (husly_share){0, 0};
    }
    for (size_t i = 0; i < tiny->round.organisation_count; i++)
        tiny->organisations[i].extra_until = HUSLY_NO_DATE;
}

static void add_tiny_homes(husly_round *round, struct tiny *tiny, husly_error *error)
{
    const husly_round *given = &tiny->round;
    for (size_t i = 0; i < given->household_count; i++) {
        tiny->households[i].current_place = hostile(tiny);
        husly_round_add_household(round, &tiny->households[i], error);
    }
    for (size_t i = 0; i < given->dwelling_count; i++) {
        tiny->dwellings[i].name = hostile(tiny);
        tiny->dwellings[i].deposit = tiny_between(tiny, 0, 100000);
        husly_round_add_dwelling(round, &tiny->dwellings[i], error);
    }
    for (size_t i = 0; i < given->score_count; i++)
        husly_round_add_score(round, &tiny->scores[i], error);
    for (size_t i = 0; i < given->decision_count; i++) {
        tiny->decisions[i].by = hostile(tiny);
        tiny->decisions[i].reason = "because";
        husly_round_add_decision(round, &tiny->decisions[i], error);
    }
}

static void add_tiny_places(husly_round *round, struct tiny *tiny, husly_error *error)
{
    const husly_round *given = &tiny->round;
    for (size_t i = 0; i < given->section_count; i++) {
        tiny->sections[i].name = hostile(tiny);
        husly_round_add_section(round, &tiny->sections[i], error);
    }
    for (size_t i = 0; i < given->area_count; i++) {
        tiny->areas[i].lon = "-9.5";
        tiny->areas[i].lat = "56";
        husly_round_add_area(round, &tiny->areas[i], error);
    }
    for (size_t i = 0; i < given->organisation_count; i++)
        husly_round_add_organisation(round, &tiny->organisations[i], error);
    husly_round_add_source(round, "allow_listed", "the council; 3 March", error);
    husly_round_add_source(round, "group_max_persons", "=minutes", error);
}

/* Columns of a municipality's own, some without a number, and what else the second half holds. */
static void add_tiny_goals(husly_round *round, struct tiny *tiny, husly_error *error)
{
    static const char *const names[] = {"access_school", "access_bus", "points_green; east",
                                        "points_=\"sø\""};
    const husly_round *given = &tiny->round;
    if (given->area_count == 0)
        return;
    for (size_t i = 0; i < given->area_count * 4; i++) {
        const husly_measure row = {given->areas[i / 4].area_id, names[i % 4],
                                   tiny_between(tiny, 0, 100) - (i % 4 < 2 ? 0 : 50), 0};
        if (tiny_below(tiny, 3) > 0)
            husly_round_add_measure(round, &row, error);
    }
    for (size_t i = 0; i < given->household_count; i++) {
        const husly_earlier row = {given->households[i].household_id,
                                   given->dwellings[0].dwelling_id, 0};
        if (given->dwelling_count > 0 && tiny_below(tiny, 2) > 0)
            husly_round_add_earlier(round, &row, error);
    }
    const husly_measure last = {given->areas[0].area_id, "points_last", -1, 0};
    const husly_measure_weight weight = {"points_last", tiny_between(tiny, 0, 100), 0};
    husly_round_add_measure(round, &last, error);
    husly_round_add_measure_weight(round, &weight, error);
    husly_round_add_source(round, "vægt_point_LAST", "=the council", error);
}

static husly_round *built(uint64_t seed)
{
    struct tiny tiny;
    husly_error error = {0};
    husly_round *round = NULL;
    tiny_fill(&tiny, seed);
    make_readable(&tiny);
    if (seed % 3 == 0)
        tiny.round.policy.right = (husly_share){1, 4};
    husly_round_new(&round, &tiny.round.policy, &error);
    add_tiny_homes(round, &tiny, &error);
    add_tiny_places(round, &tiny, &error);
    add_tiny_goals(round, &tiny, &error);
    husly_round_finish(round, NULL, NULL, &error);
    CHECK_TEXT(error.text, "");
    return round;
}

static void check_solved(const husly_round *round)
{
    husly_error error = {0};
    husly_problem *problem = NULL;
    husly_plan *plan = NULL;
    husly_status status = husly_problem_new(&problem, round, NULL, &error);
    if (status == HUSLY_OK)
        status = husly_solve(&plan, problem, NULL, &error);
    if (status == HUSLY_OK)
        status = husly_result_write(problem, plan, "plan", NULL, &error);
    if (status == HUSLY_OK)
        status = husly_verify("plan", NULL, NULL, NULL, &error);
    CHECK_NUMBER(status, HUSLY_OK);
    CHECK_TEXT(error.text, "");
    husly_plan_free(plan);
    husly_problem_free(problem);
}

/* A round built by hand lies in no folder until it is written into one. */
static void test_built(uint64_t seed)
{
    husly_round *round = built(seed);
    CHECK(round->folder == NULL);
    CHECK_NUMBER((int64_t)round->input_count, 0);
    check_identity(round);
    CHECK_TEXT(round->folder, copy);
    CHECK(round->input_count >= 3);
    if (seed % 10 == 0)
        check_solved(round);
    husly_round_free(round);
    remove_copies();
}

static void test_refused(void)
{
    husly_round *round = built(1);
    husly_error error = {0};
    CHECK(mkdir(copy, 0755) == 0 && system("echo mine > copy/notes.txt") == 0);
    CHECK_NUMBER(husly_round_write(round, copy, &error), HUSLY_E_FILE);
    CHECK(strstr(error.text, "notes.txt") != NULL);
    CHECK(round->folder == NULL && round->input_count == 0);
    CHECK_NUMBER(husly_round_write(round, "nowhere/copy", NULL), HUSLY_E_FILE);
    CHECK(system("rm copy/notes.txt") == 0);
    CHECK_NUMBER(husly_round_write(round, copy, NULL), HUSLY_OK);
    CHECK_NUMBER(husly_round_write(round, copy, NULL), HUSLY_E_FILE);
    CHECK_TEXT(round->folder, copy);
    husly_round_free(round);
    remove_copies();
}

int main(void)
{
    char folder[4096];
    const char *given = getenv("SOURCE_DIR");
    const char *source = given == NULL ? "." : given;
    remove_copies();
    CHECK(test_valid(source) > 20);
    snprintf(folder, sizeof folder, "%s/examples/hamlet", source);
    test_folder(folder, NULL);
    snprintf(folder, sizeof folder, "%s/tests/data/rounds/assign100", source);
    test_folder(folder, NULL);
    for (uint64_t seed = 1; seed <= 200; seed++)
        test_built(seed);
    test_refused();
    return check_result();
}
