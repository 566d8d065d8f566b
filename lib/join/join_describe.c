/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of a plan's figures and their short text. */
#include <husly/report.h>

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "join/join_outcome.h"
#include "model/round.h"
#include "report/brief.h"

husly_status husly_result_describe(const husly_problem *problem, const husly_plan *plan,
                                   husly_language language, husly_line_fn *on_line, void *user,
                                   husly_error *error)
{
    struct outcome outcome;
    struct text text = {0};
    husly_status status = outcome_compose(&outcome, problem, plan, error);
    if (status == HUSLY_OK) {
        brief_add(&text, round_language(problem->round, language), problem, plan, &outcome);
        if (text.failed)
            status = error_memory(error);
        else
            text_tell(&text, on_line, user);
    }
    text_free(&text);
    outcome_free(&outcome);
    return status;
}
