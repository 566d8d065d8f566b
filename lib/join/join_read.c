/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of reading and law: only here is the reader told which years of housing benefit ship,
 * and are pins held against the rules. */
#include "join/join_read.h"

#include "base/error.h"
#include "base/memory.h"
#include "io/read/read_round.h"
#include "model/problem.h"
#include "rules/benefit.h"
#include "rules/conflict.h"

bool join_year_is_shipped(int year)
{
    return benefit_year_find(year) != NULL;
}

/* A pin that breaks a rule is a mistake of the files like any other, and all are told at once. */
husly_status join_check_pins(const husly_round *round, const husly_read_options *options,
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
    memory_give_back();
    if (status == HUSLY_OK)
        return HUSLY_OK;
    return error_set(error, status,
                     (struct place){first.source, first.line, first.column, first.field}, "%s",
                     first.text);
}

/* Takes back a round whose pins break a rule. */
static husly_status keep_lawful(husly_round **out, const husly_read_options *options,
                                husly_error *error)
{
    const husly_status status = join_check_pins(*out, options, error);
    if (status != HUSLY_OK) {
        husly_round_free(*out);
        *out = NULL;
    }
    return status;
}

husly_status husly_round_read(husly_round **out, const char *folder,
                              const husly_read_options *options, husly_error *error)
{
    const husly_status status = round_read(out, folder, options, join_year_is_shipped, error);
    return status == HUSLY_OK ? keep_lawful(out, options, error) : status;
}

husly_status husly_round_parse(husly_round **out, const husly_file *files, size_t count,
                               const husly_read_options *options, husly_error *error)
{
    const struct files given = {files, count};
    const husly_status status =
        round_parse_files(out, &given, options, join_year_is_shipped, error);
    return status == HUSLY_OK ? keep_lawful(out, options, error) : status;
}
