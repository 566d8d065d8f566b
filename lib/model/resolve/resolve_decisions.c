/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/resolve/resolve.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/words.h"

static husly_status refuse(husly_error *error, const char *source, int64_t line, const char *field,
                           const char *why)
{
    return error_set(error, HUSLY_E_INPUT,
                     (struct place){.source = source, .line = line, .field = field}, "%s",
                     error_words(error, why));
}

static husly_status collect_decisions(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    problem->decisions =
        arena_take(problem->arena, round->decision_count + 1, sizeof *problem->decisions);
    if (problem->decisions == NULL)
        return error_memory(error);
    for (size_t index = 0; index < round->decision_count; index++) {
        const husly_decision *given = &round->decisions[index];
        struct decision row = {given, problem_find_household(problem, given->household_id),
                               problem_find_dwelling(problem, given->dwelling_id)};
        if (row.household == NONE)
            return refuse(error, "decisions.csv", given->line, "household_id",
                          WORDS_LATER("no row of households.csv has this id"));
        if (row.dwelling == NONE)
            return refuse(error, "decisions.csv", given->line, "dwelling_id",
                          WORDS_LATER("no row of dwellings.csv has this id"));
        problem->decisions[problem->decision_count++] = row;
    }
    if (problem->decision_count > 1)
        qsort(problem->decisions, (size_t)problem->decision_count, sizeof *problem->decisions,
              decision_compare);
    return HUSLY_OK;
}

static husly_status take_own_pins(husly_problem *problem, husly_error *error)
{
    for (int index = 0; index < problem->decision_count; index++) {
        const struct decision *row = &problem->decisions[index];
        if (index > 0 && decision_compare(row - 1, row) == 0)
            return refuse(error, "decisions.csv", row->given->line, "dwelling_id",
                          WORDS_LATER("the pair has another decision already; keep one"));
        if (row->given->decision != HUSLY_PIN)
            continue;
        struct household *household = &problem->households[row->household];
        if (household->pin != NONE)
            return refuse(error, "decisions.csv", row->given->line, "household_id",
                          WORDS_LATER("the household is pinned already; keep one pin"));
        household->pin = row->dwelling;
    }
    return HUSLY_OK;
}

/* Pinning one member of a party pins the party: whoever has no pin of its own gets that of the
 * first pinned member by id. */
static bool share_pins(husly_problem *problem)
{
    int *pins = arena_take(problem->arena, (size_t)problem->party_count + 1, sizeof *pins);
    if (pins == NULL)
        return false;
    for (int party = 0; party < problem->party_count; party++)
        pins[party] = NONE;
    for (int index = 0; index < problem->household_count; index++) {
        const struct household *household = &problem->households[index];
        if (household->party != NONE && pins[household->party] == NONE)
            pins[household->party] = household->pin;
    }
    for (int index = 0; index < problem->household_count; index++) {
        struct household *household = &problem->households[index];
        if (household->party != NONE && household->pin == NONE)
            household->pin = pins[household->party];
    }
    return true;
}

husly_status resolve_decisions(husly_problem *problem, husly_error *error)
{
    husly_status status = collect_decisions(problem, error);
    if (status == HUSLY_OK)
        status = take_own_pins(problem, error);
    if (status == HUSLY_OK && !share_pins(problem))
        status = error_memory(error);
    return status;
}
