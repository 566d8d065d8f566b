/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_VERIFY_H
#define HUSLY_REPORT_VERIFY_H

#include <husly/report.h>

#include "model/outcome.h"
#include "model/result.h"
#include "report/certificate/lawful_pairs.h"
#include "report/reason/reason.h"
#include "report/verify/complaint.h"
#include "report/verify/right_count.h"

/*
 * The check of a result against its round: every rule, figure and bound, in whole numbers, without
 * the model builder and without the solver. The caller sets the first block; verify_result() the
 * rest.
 */
struct verification {
    const husly_problem *problem;
    const struct result *result;
    const struct outcome *rules; /* the rules in force, told as summary.json tells them */
    struct complaints *complaints;
    struct arena *arena;
    bool hand_made; /* only placements.csv: rules and figures are checked, bounds are not */

    int *placed;    /* by household: its dwelling, NONE */
    int *temporary; /* by household: its transit dwelling, NONE */
    bool *listed;   /* by household: has a row in unplaced.csv */
    struct right_count right;
    struct lawful_pairs pairs;
    bool all_proven;
    int64_t reasons[REASON_NOT_PROVEN + 1]; /* households by reason */
    husly_stage_result stages[HUSLY_STAGE_END];
};

/* Complains of everything that is wrong; false when memory ran out. */
bool verify_result(struct verification *verification);

/* The parts of it, in this order. */
void verify_placements(struct verification *verification);
bool verify_rules(struct verification *verification);
void verify_figures(struct verification *verification);
bool verify_stages(struct verification *verification);
bool verify_breakdown(struct verification *verification);
bool verify_unplaced(struct verification *verification);
bool verify_temporary(struct verification *verification);
void verify_costs(struct verification *verification);
bool verify_summary(struct verification *verification);

/* summary.json's inputs against the files that are there now. */
void verify_inputs(const struct json_value *summary, const struct input *inputs, size_t count,
                   struct complaints *complaints);

/* A figure as a cell of a result's table should show it. */
struct figure {
    const char *text; /* a text; NULL = empty, or a number */
    int64_t number;
    bool is_number, is_amount;
};

struct figure figure_text(const char *text);
struct figure figure_whole(int64_t number);
struct figure figure_amount(husly_amount amount); /* HUSLY_NO_AMOUNT is an empty cell */

/* Complains when a cell does not show the figure; in a plan made by hand an empty cell says
 * nothing. */
void verify_cell(struct verification *verification, const struct result_table *table,
                 const struct result_row *row, int column, struct figure wanted);

/* Complains of each column that the table of a full result lacks. */
void verify_columns(struct verification *verification, const struct result_table *table, int count);

/* The household whose id stands in the row's first column, NONE after complaining. */
int verify_household(struct verification *verification, const struct result_table *table,
                     const struct result_row *row);

#endif
