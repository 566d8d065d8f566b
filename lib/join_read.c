/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of reading and law: only here is the reader told which years of housing benefit ship,
 * and are pins held against the rules. */
#include <husly/read.h>

#include "base/error.h"
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
    static const husly_read_options usual = {0};
    const husly_read_options *asked = options == NULL ? &usual : options;
    husly_error first = {.language = asked->language == HUSLY_LANGUAGE_AUTO
                                         ? husly_round_language(round)
                                         : asked->language};
    husly_problem *problem = NULL;
    husly_status status = problem_new(&problem, round, NULL, &first);
    if (status == HUSLY_OK)
        status = rules_check_pins(problem, asked->on_finding, asked->user, &first);
    husly_problem_free(problem);
    if (status == HUSLY_OK)
        return HUSLY_OK;
    return error_set(error, status,
                     (struct place){first.source, first.line, first.column, first.field}, "%s",
                     first.text);
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
