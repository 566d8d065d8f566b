/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound that lines of a certificate prove, for rounds that one can solve by hand. */
#ifndef HUSLY_TESTS_SUPPORT_BOUND_OF_H
#define HUSLY_TESTS_SUPPORT_BOUND_OF_H

#include "support/check.h"
#include "support/rows.h"

#include "base/memory.h"
#include "model/problem.h"
#include "report/certificate/certificate_bound.h"
#include "report/certificate/certificate_tree.h"

enum { MOST_LINES = 24 };

/* Lines as one would write them; a multiplier of NOTHING is an empty cell. */
#define NOTHING INT64_MIN
struct line {
    const char *stage, *leaf, *what, *unit;
    int64_t multiplier;
};

static inline husly_household household(const char *id, int adults)
{
    husly_household row = row_household(id, adults, 0);
    row.max_rent = HUSLY_NO_AMOUNT;
    return row;
}

static inline husly_dwelling dwelling(const char *id, husly_kind kind, int places)
{
    husly_dwelling row = row_dwelling(id, "S1", kind);
    row.places = places;
    return row;
}

static inline husly_policy policy(void)
{
    husly_policy it = row_policy();
    it.affordability = false;
    return it;
}

/* The bound that the lines prove for a stage of the round, or -1 where they prove none. */
static inline int64_t bound_with(const husly_round *round, int stage, const int64_t *values,
                                 const int *placed, const struct line *lines, size_t count)
{
    struct result_cell cells[MOST_LINES][CERTIFICATE_END];
    struct result_row rows[MOST_LINES];
    for (size_t at = 0; at < count; at++) {
        const struct line *line = &lines[at];
        const bool filled = line->multiplier != NOTHING;
        cells[at][CERTIFICATE_STAGE] = (struct result_cell){line->stage, 0, true};
        cells[at][CERTIFICATE_LEAF] = (struct result_cell){line->leaf, 0, true};
        cells[at][CERTIFICATE_WHAT] = (struct result_cell){line->what, 0, true};
        cells[at][CERTIFICATE_UNIT] = (struct result_cell){line->unit, 0, *line->unit != '\0'};
        cells[at][CERTIFICATE_MULTIPLIER] =
            (struct result_cell){"", filled ? line->multiplier : 0, filled};
        rows[at] = (struct result_row){(int64_t)at + 2, cells[at]};
    }
    const struct result_table table = {
        .source = "certificate.csv", .present = true, .rows = rows, .count = count};

    husly_error error = {0};
    struct complaints complaints = {.error = &error};
    struct arena *arena = arena_new();
    husly_problem *problem = NULL;
    CHECK_NUMBER(problem_new(&problem, round, NULL, &error), HUSLY_OK);
    struct lawful_pairs pairs;
    struct right_count right;
    CHECK(lawful_pairs_find(&pairs, problem, arena));
    CHECK(right_count_find(&right, problem, arena));
    const struct certificate_blocks blocks =
        certificate_blocks_find(&table, &problem->policy, arena, &complaints);
    struct certificate_check check = {
        .rows = {.problem = problem, .pairs = &pairs, .right = &right, .arena = arena},
        .values = values,
        .placed = placed,
        .table = &table,
        .blocks = &blocks,
        .complaints = &complaints};
    CHECK(certificate_check_open(&check));
    int64_t bound = -1;
    const bool proven = certificate_bound(&check, stage, &bound) && complaints.count == 0;
    CHECK(proven == (error.status == HUSLY_OK));
    certificate_check_close(&check);
    husly_problem_free(problem);
    arena_free(arena);
    return proven ? bound : -1;
}

static inline int64_t bound_of(const husly_round *round, int stage, const int64_t *values,
                               const struct line *lines, size_t count)
{
    return bound_with(round, stage, values, NULL, lines, count);
}

/* The same where the certificate names parts: `placed` is the plan, by household. */
#define BOUND_IN_PARTS(round, stage, placed, ...)                                                  \
    bound_with(round, stage, NULL, placed, (const struct line[]){__VA_ARGS__},                     \
               sizeof((const struct line[]){__VA_ARGS__}) / sizeof(struct line))

#define BOUND(round, stage, values, ...)                                                           \
    bound_of(round, stage, values, (const struct line[]){__VA_ARGS__},                             \
             sizeof((const struct line[]){__VA_ARGS__}) / sizeof(struct line))

#endif
