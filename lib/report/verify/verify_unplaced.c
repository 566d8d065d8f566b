/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/verify.h"

static void take_temporary(struct verification *verification, const struct result_row *row,
                           int household)
{
    const struct result_table *table = &verification->result->unplaced;
    const struct result_cell *cell = &row->cells[UNPLACED_TEMPORARY];
    if (!cell->filled)
        return;
    verification->temporary[household] = problem_find_dwelling(verification->problem, cell->text);
    if (verification->temporary[household] == NONE)
        complain(verification->complaints, cell_place(table, row, UNPLACED_TEMPORARY),
                 "the round has no dwelling with this id");
}

/* False when the household's row must not be looked at: it is placed, or has a row already. */
static bool take_row(struct verification *verification, const struct result_row *row, int household)
{
    const char *id = verification->problem->households[household].id;
    const struct place at = cell_place(&verification->result->unplaced, row, UNPLACED_HOUSEHOLD);
    const bool placed = verification->placed[household] != NONE;
    const bool twice = verification->listed[household];
    verification->listed[household] = true;
    if (placed)
        complain(verification->complaints, at, "household %s is in placements.csv as well", id);
    else if (twice)
        complain(verification->complaints, at, "household %s has a row already", id);
    return !placed && !twice;
}

static bool verify_row(struct verification *verification, struct reasons *reasons,
                       const struct result_row *row)
{
    const struct result_table *table = &verification->result->unplaced;
    const int h = verify_household(verification, table, row);
    if (h == NONE || !take_row(verification, row, h))
        return true;
    const struct household *household = &verification->problem->households[h];
    const enum reason reason = reason_find(reasons, h, verification->all_proven);
    const char *sentence = reason_keep(verification->arena, reason_sentence, reasons, h, reason);
    const char *help = reason_keep(verification->arena, reason_help, reasons, h, reason);
    if (sentence == NULL || help == NULL)
        return false;
    verification->reasons[reason]++;
    take_temporary(verification, row, h);
    verify_cell(verification, table, row, UNPLACED_PERSONS,
                figure_whole((int64_t)household->adults + household->children));
    verify_cell(verification, table, row, UNPLACED_NEED, figure_whole(household->need));
    verify_cell(verification, table, row, UNPLACED_REASON, figure_text(reason_code(reason)));
    verify_cell(verification, table, row, UNPLACED_DETAIL, figure_text(sentence));
    verify_cell(verification, table, row, UNPLACED_HELP, figure_text(help));
    return true;
}

/* Nobody is dropped: contract § 5. */
static void verify_nobody_dropped(struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    for (int h = 0; h < problem->household_count; h++) {
        if (verification->placed[h] == NONE && !verification->listed[h])
            complain(verification->complaints, (struct place){.source = "unplaced.csv"},
                     "household %s is neither here nor in placements.csv",
                     problem->households[h].id);
    }
}

bool verify_unplaced(struct verification *verification)
{
    const struct result_table *table = &verification->result->unplaced;
    struct reasons *reasons = reasons_new(verification->problem);
    bool held = reasons != NULL;
    for (size_t at = 0; at < table->count && held; at++)
        held = verify_row(verification, reasons, &table->rows[at]);
    reasons_free(reasons);
    if (held)
        verify_nobody_dropped(verification);
    return held;
}
