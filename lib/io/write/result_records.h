/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_RECORDS_H
#define HUSLY_IO_RESULT_RECORDS_H

#include <husly/report.h>

#include "model/outcome.h"

struct text;

/* "proven", "gap", "limit", "interrupted"; NULL outside the enumeration. */
const char *result_outcome_name(husly_outcome outcome);

/* summary.json. `round_path` leads from the result's folder to the round's; NULL = not known. */
void result_add_summary(struct text *text, const husly_problem *problem,
                        const struct husly_plan *plan, const struct outcome *outcome,
                        const char *round_path);

/* SHA-256 of the files of a result, in this order: placements, unplaced, breakdown,
 * costs, summary, certificate. */
struct result_hash {
    const char *name;
    char sha256[65];
};

/* One line of run.jsonl. Who and when are in it only when they are given. */
void result_add_run(struct text *text, const husly_problem *problem, const struct husly_plan *plan,
                    const husly_write_options *options, const struct result_hash *outputs,
                    size_t output_count);

#endif
