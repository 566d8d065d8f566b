/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of a household, a dwelling and the sum of what it can pay. */
#include <husly/report.h>

#include "base/error.h"
#include "base/text.h"
#include "join/join_ids.h"
#include "model/round.h"
#include "report/benefit_text.h"

husly_status husly_benefit_describe(const husly_problem *problem, const char *household_id,
                                    const char *dwelling_id, husly_language language,
                                    husly_line_fn *on_line, void *user, husly_error *error)
{
    int household = NONE, dwelling = NONE;
    husly_status status = demand_household(problem, household_id, &household, error);
    if (status == HUSLY_OK && dwelling_id != NULL)
        status = demand_dwelling(problem, dwelling_id, &dwelling, error);
    if (status != HUSLY_OK)
        return status;
    struct text text = {0};
    benefit_text_add(&text, problem, household, dwelling, round_language(problem->round, language));
    if (text.failed)
        status = error_memory(error);
    else
        text_tell(&text, on_line, user);
    text_free(&text);
    return status;
}
