/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/words.h"
#include "model/resolve/resolve.h"

static husly_status refuse(husly_error *error, const husly_earlier *given, const char *field,
                           const char *why)
{
    return error_set(error, HUSLY_E_INPUT,
                     (struct place){.source = "earlier.csv", .line = given->line, .field = field},
                     "%s", error_words(error, why));
}

husly_status resolve_earlier(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    for (size_t index = 0; index < round->earlier_count; index++) {
        const husly_earlier *given = &round->earlier[index];
        const int household = problem_find_household(problem, given->household_id);
        const int dwelling = problem_find_dwelling(problem, given->dwelling_id);
        if (household == NONE)
            return refuse(error, given, "household_id",
                          WORDS_LATER("no row of households.csv has this id"));
        if (dwelling == NONE)
            return refuse(error, given, "dwelling_id",
                          WORDS_LATER("no row of dwellings.csv has this id"));
        if (problem->households[household].earlier != NONE)
            return refuse(error, given, "household_id",
                          WORDS_LATER("the household has an earlier dwelling already; keep one"));
        problem->households[household].earlier = dwelling;
    }
    return HUSLY_OK;
}
