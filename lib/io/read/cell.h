/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_CELL_H
#define HUSLY_IO_CELL_H

#include "base/text.h"
#include "io/read/nearest.h"
#include "io/read/reader.h"

/* The words of decisions, in the order of husly_verdict, and of the rules that one can lift. */
enum { CELL_VERDICTS = 6, CELL_PAIR_RULES = 3, CELL_VACANCIES = 3, CELL_BENEFIT_CLASSES = 2 };
extern const struct word cell_verdicts[CELL_VERDICTS], cell_pair_rules[CELL_PAIR_RULES],
    cell_vacancies[CELL_VACANCIES];

/* In the order of husly_benefit_class, without its first: an empty cell is none. */
extern const struct word cell_benefit_classes[CELL_BENEFIT_CLASSES];

/* A cell without the blanks around it, not empty, and where it lies. */
struct cell {
    const struct column *column;
    const char *text;
    struct place at;
    struct number_style numbers;
    bool danish; /* its file's headers are Danish, so values are told in Danish */
};

/* Reads the cell into the row's struct; a cell that is wrong leaves the default there. */
void cell_read(struct reader *reader, const struct cell *cell, void *row);

/* Gives a column's value what an empty cell means. */
void cell_default(const struct column *column, void *row);

/* One apostrophe protects a text that a spreadsheet would take for a formula: contract § 1. */
const char *cell_unprotect(const char *text);

/* "yes", "ja", "1", "true" and their opposites. */
bool cell_bool(const char *text, bool *out);
extern const char cell_not_bool[]; /* what is said of anything else */

#endif
