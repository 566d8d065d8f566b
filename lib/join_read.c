/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of reading and law: only here is the reader told which years of housing benefit ship,
 * and are pins held against the rules. */
#include <husly/read.h>

#include "io/read_round.h"
#include "model/problem.h"
#include "rules/benefit.h"
#include "rules/conflict.h"

static bool year_is_shipped(int year)
{
    return benefit_year_find(year) != NULL;
}

/* A pin that breaks a rule is a mistake of the files like any other, and all are told at once. */
static husly_status check_pins(const husly_round *round, const husly_read_options *options,
                               husly_error *error)
{
    husly_problem *problem = NULL;
    husly_status status = problem_new(&problem, round, NULL, error);
    if (status == HUSLY_OK)
        status = rules_check_pins(problem, options == NULL ? NULL : options->on_finding,
                                  options == NULL ? NULL : options->user, error);
    husly_problem_free(problem);
    return status;
}

husly_status husly_round_read(husly_round **out, const char *folder,
                              const husly_read_options *options, husly_error *error)
{
    husly_status status = round_read(out, folder, options, year_is_shipped, error);
    if (status == HUSLY_OK)
        status = check_pins(*out, options, error);
    if (status != HUSLY_OK) {
        husly_round_free(*out);
        *out = NULL;
    }
    return status;
}
